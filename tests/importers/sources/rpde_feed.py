"""A real HTTP server that publishes a feed of changes, page after page, and can be told what its pages say instead."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

Item = dict[str, Any]


def updated(id: str | int, name: str, modified: Any = 1, **data: Any) -> Item:
    """An item of the feed: a series of sessions with this name."""
    said = {"@type": "SessionSeries", "@id": f"https://feed.example.org/series/{id}", "name": name} | data
    return {"state": "updated", "kind": "SessionSeries", "id": id, "modified": modified, "data": said}


def deleted(id: str | int, modified: Any = 9) -> Item:
    """Its tombstone."""
    return {"state": "deleted", "kind": "SessionSeries", "id": id, "modified": modified}


class Feed:
    """Items in the order in which they are told; `broken` maps a page's number to what is answered instead."""

    def __init__(self, items: list[Item], size: int = 2) -> None:
        self.items = items
        self.size = size
        self.broken: dict[int, bytes] = {}
        self.leads_to: dict[int, str] = {}
        self.asked: list[int] = []
        self.url = ""

    def answer(self, after: int) -> bytes:
        page = after // self.size + 1
        self.asked.append(page)
        if page in self.broken:
            return self.broken[page]
        shown = self.items[after : after + self.size]
        following = self.leads_to.get(page, f"{self.url}?after={after + len(shown)}")
        return json.dumps({"next": following, "items": shown, "license": "https://example.org/by"}).encode()


@contextmanager
def fed(feed: Feed) -> Iterator[Feed]:
    """Serve it on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = feed.answer(int(parse_qs(urlsplit(self.path).query).get("after", ["0"])[0]))
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    feed.url = f"http://127.0.0.1:{server.server_address[1]}/sessions"
    try:
        yield feed
    finally:
        server.shutdown()
        server.server_close()
