"""A real HTTP server that publishes services page by page, and can be told to fail."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit


class Publisher:
    """What is published, and what goes wrong. `asked` lists the paths that were asked for."""

    def __init__(self, services: list[dict[str, Any]], size: int = 2) -> None:
        self.services = services
        self.size = size
        self.shallow = False
        self.asked: list[str] = []
        self.failing: dict[str, bytes] = {}
        """Path (with its page) to what is answered instead, with status 500."""
        self.broken: dict[str, bytes] = {}
        """Path to what is answered instead of JSON, with status 200."""
        self.url = ""

    def answer(self, path: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        page = int(query.get("page", ["1"])[0])
        key = f"{path}?page={page}" if path == "/services" else path
        self.asked.append(key)
        if key in self.failing:
            return 500, self.failing[key]
        if key in self.broken:
            return 200, self.broken[key]
        found = self._found(path, page)
        return (404, b"{}") if found is None else (200, json.dumps(found).encode())

    def _found(self, path: str, page: int) -> Any:
        if path == "/":
            return {"version": "HSDS-UK-3.0", "profile": "https://example.org", "openapi_url": "https://example.org"}
        if path.startswith("/services/"):
            return next((one for one in self.services if str(one["id"]) == path.rsplit("/", 1)[1]), None)
        if path != "/services":
            return None
        shown = self.services[(page - 1) * self.size : page * self.size]
        pages = -(-len(self.services) // self.size)
        if self.shallow:
            shown = [{key: one[key] for key in ("id", "name", "status")} for one in shown]
        return {"total_items": len(self.services), "total_pages": pages, "page_number": page, "contents": shown}


@contextmanager
def published(publisher: Publisher) -> Iterator[Publisher]:
    """Serve it on a port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            status, body = publisher.answer(parts.path, parse_qs(parts.query))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    publisher.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()
