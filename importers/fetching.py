"""Over the web: politely, with patience that ends, only by http and https, and never more than we can hold."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.util import Timeout

from importers.incoming import SourceFailed
from importers.peers import pool_manager
from importers.politeness import Patience, fetching_settings, wait_for_turn
from importers.visits import Conditions, NotModified, Visit, current_visit

CHUNK = 1 << 16
LARGEST_ANSWER = 50_000_000
"""Bytes of one page of a feed."""
PATIENCE = Timeout(connect=10, read=60)
LONGEST = 1800.0
"""Seconds that one answer may take: a server that drips would hold us for ever."""
AGAIN = Patience(
    total=4,
    backoff_factor=0.5,
    backoff_max=30,
    status_forcelist=(429, 500, 502, 503, 504),
    allowed_methods=("GET",),
    raise_on_status=False,
    raise_on_redirect=False,
    redirect=5,
)
"""Four more tries, half a second apart and then longer; Retry-After is honoured."""
FOR_GOOD = (301, 308)


@dataclass(frozen=True)
class Fetched:
    """A file that was fetched, the address at which it was in the end, and what its server says of it."""

    path: Path
    url: str
    conditions: Conditions = field(default_factory=Conditions)


@cache
def _pool() -> urllib3.PoolManager:
    # Few connections: the servers of small councils are small.
    headers = {"User-Agent": fetching_settings().user_agent, "Accept": "application/json, */*"}
    return pool_manager(num_pools=4, maxsize=2, retries=AGAIN, timeout=PATIENCE, headers=headers)


def fetch(url: str, path: Path, largest: int = LARGEST_ANSWER, conditions: Conditions | None = None) -> Fetched:
    """Fetch a file onto disk. SourceFailed says in a sentence what went wrong.

    With `conditions` (or those of the visit that is going on) NotModified when the server says that they still hold.
    """
    response = _get(url, conditions)
    with path.open("wb") as file:
        for chunk in _chunks(response, url, largest):
            file.write(chunk)
    return Fetched(path, _reached(url, response), _said(response))


def fetch_json(url: str) -> Any:
    """One JSON answer. SourceFailed when there is none."""
    body = b"".join(_chunks(_get(url, None), url, LARGEST_ANSWER))
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise SourceFailed(f"{url} answered with {_instead(body)} instead of JSON.") from error


def _chunks(response: urllib3.BaseHTTPResponse, url: str, largest: int) -> Iterator[bytes]:
    """The body; SourceFailed when it is too much, too slow or breaks off."""
    until, size = time.monotonic() + LONGEST, 0
    try:
        for chunk in response.stream(CHUNK, decode_content=True):
            size += len(chunk)
            if size > largest or time.monotonic() > until:
                raise SourceFailed(f"{url} is larger or slower than we can take ({largest // 1_000_000:,} MB).")
            yield chunk
    except urllib3.exceptions.HTTPError as error:
        raise SourceFailed(f"{url} broke off before its end.") from error
    finally:
        response.close()


def _get(url: str, conditions: Conditions | None) -> urllib3.BaseHTTPResponse:
    if not url.lower().startswith(("http://", "https://")):
        raise SourceFailed("Only addresses that begin with http:// or https:// can be read.")
    visit = current_visit() or Visit()
    if conditions is None and not visit.requests:
        conditions = visit.conditions
    response = _ask(url, conditions or Conditions())
    if not visit.requests:
        visit.said, visit.moved_to = _said(response), _moved_to(url, response)
    visit.requests += 1
    if response.status != 200:
        response.close()
        raise _refusal(url, response, visit)
    return response


def _ask(url: str, conditions: Conditions) -> urllib3.BaseHTTPResponse:
    pool = _pool()
    try:
        wait_for_turn(urlsplit(url).netloc)
        return pool.request("GET", url, headers={**pool.headers, **conditions.headers()}, preload_content=False)
    except (urllib3.exceptions.HTTPError, ValueError) as error:
        raise SourceFailed(f"{url} did not answer.") from error


def _refusal(url: str, response: urllib3.BaseHTTPResponse, visit: Visit) -> SourceFailed | NotModified:
    if response.status == 304:
        return NotModified(f"{url} has not changed since it was last read.")
    if response.status in (429, 503) and (wait := AGAIN.get_retry_after(response)):
        visit.again_after = wait
        return SourceFailed(f"{url} asks to be left alone for {_long(wait)}.")
    if 300 <= response.status < 400:
        return SourceFailed(f"{url} sends us from one address to the next, too many times.")
    return SourceFailed(
        f"{url} did not answer as it should: it said {response.status} {response.reason or ''}".strip() + "."
    )


def _said(response: urllib3.BaseHTTPResponse) -> Conditions:
    return Conditions(response.headers.get("ETag"), response.headers.get("Last-Modified"))


def _reached(url: str, response: urllib3.BaseHTTPResponse) -> str:
    """Where we were in the end. urllib3 forgets after a second try."""
    for status, location in _redirections(response):
        url = urljoin(url, location) if status else url
    return url


def _moved_to(url: str, response: urllib3.BaseHTTPResponse) -> str | None:
    """Where it has moved, when every step of the way was said to be for good."""
    steps = [status for status, _ in _redirections(response)]
    return _reached(url, response) if steps and all(status in FOR_GOOD for status in steps) else None


def _redirections(response: urllib3.BaseHTTPResponse) -> list[tuple[int, str]]:
    history = response.retries.history if response.retries else ()
    return [(step.status or 0, step.redirect_location) for step in history if step.redirect_location]


def _instead(body: bytes) -> str:
    return "a web page" if body.lstrip()[:1] == b"<" else "something cut short or damaged" if body else "nothing"


def _long(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes} minute{'s' if minutes > 1 else ''}" if minutes < 120 else f"{round(minutes / 60)} hours"
