"""fetch.py PORT PATH: fetches one page of this machine.

Exits 1 when it is not a page with a heading, 3 when nobody answers.
"""

import sys
from http.client import HTTPConnection

port, path = sys.argv[1:]
connection = HTTPConnection("127.0.0.1", int(port), timeout=20)
try:
    connection.request("GET", path)
except ConnectionRefusedError:
    print(f"{path}: nobody answers", file=sys.stderr)
    sys.exit(3)
response = connection.getresponse()
page = response.read().decode()
if response.status != 200:
    sys.exit(f"{path}: answered {response.status}")
if "</h1>" not in page:
    sys.exit(f"{path}: a page without a heading")
print(f"{path}: {len(page):,} characters")
