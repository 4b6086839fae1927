"""Over the web: politely, with patience that ends, only by http and https, and never more than we can hold."""

import json
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import urllib3
from urllib3.util import Retry, Timeout

from importers.incoming import SourceFailed
from importers.peers import pool_manager

CHUNK = 1 << 16
LARGEST_ANSWER = 50_000_000
"""Bytes of one page of a feed."""
PATIENCE = Timeout(connect=10, read=60)
LONGEST = 1800.0
"""Seconds that one file may take: a server that drips would hold us for ever."""
AGAIN = Retry(
    total=4,
    backoff_factor=0.5,
    backoff_max=30,
    status_forcelist=(429, 500, 502, 503, 504),
    allowed_methods=("GET",),
    raise_on_status=False,
    redirect=5,
)
"""Four more tries, half a second apart and then longer; Retry-After is honoured."""


@dataclass(frozen=True)
class Fetched:
    """A file that was fetched, and the address at which it was in the end."""

    path: Path
    url: str


@cache
def _pool() -> urllib3.PoolManager:
    # Few connections: the servers of small councils are small.
    headers = {"User-Agent": "Waymark (community directory)", "Accept": "application/json, */*"}
    return pool_manager(num_pools=4, maxsize=2, retries=AGAIN, timeout=PATIENCE, headers=headers)


def fetch(url: str, path: Path, largest: int = LARGEST_ANSWER) -> Fetched:
    """Fetch a file onto disk. SourceFailed says in a sentence what went wrong."""
    response = _get(url)
    until = time.monotonic() + LONGEST
    try:
        with path.open("wb") as file:
            for chunk in response.stream(CHUNK, decode_content=True):
                file.write(chunk)
                if file.tell() > largest or time.monotonic() > until:
                    raise SourceFailed(f"{url} is larger or slower than we can take.")
    except urllib3.exceptions.HTTPError as error:
        raise SourceFailed(f"{url} broke off before its end.") from error
    finally:
        response.close()
    return Fetched(path, urljoin(url, response.geturl() or ""))


def fetch_json(url: str) -> Any:
    """One JSON answer. SourceFailed when there is none."""
    response = _get(url)
    body = bytearray()
    try:
        for chunk in response.stream(CHUNK, decode_content=True):
            body += chunk
            if len(body) > LARGEST_ANSWER:
                raise SourceFailed(f"{url} answered with more than {LARGEST_ANSWER // 1_000_000} MB.")
    except urllib3.exceptions.HTTPError as error:
        raise SourceFailed(f"{url} broke off before its end.") from error
    finally:
        response.close()
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SourceFailed(f"{url} answered with {_instead(bytes(body))} instead of JSON.") from error


def _get(url: str) -> urllib3.BaseHTTPResponse:
    if not url.lower().startswith(("http://", "https://")):
        raise SourceFailed("Only addresses that begin with http:// or https:// can be read.")
    try:
        response = _pool().request("GET", url, preload_content=False)
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise SourceFailed(f"{url} did not answer.") from error
    if response.status != 200:
        response.close()
        raise SourceFailed(
            f"{url} did not answer as it should: it said {response.status} {response.reason or ''}".strip() + "."
        )
    return response


def _instead(body: bytes) -> str:
    return "a web page" if body.lstrip()[:1] == b"<" else "something cut short or damaged" if body else "nothing"
