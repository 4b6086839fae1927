"""A real HTTP server of documents, which says how old they are, asks to be left alone, and moves them about."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Reply:
    """What is answered. A document with an ETag is answered with 304 to whoever has it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """One request: its address without the host, and its headers."""

    address: str
    headers: dict[str, str]


Answer = Reply | Callable[[dict[str, str]], Reply]


class Host:
    """`documents` by path; `asked` is what came in. A function is given the query."""

    def __init__(self) -> None:
        self.documents: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        self.url = ""

    def put(self, path: str, body: str, **headers: str) -> str:
        """Publish a document; gives its address. Underscores in names of headers are hyphens."""
        self.documents[path] = Reply(body.encode(), headers={k.replace("_", "-"): v for k, v in headers.items()})
        return self.url + path

    def addresses(self) -> list[str]:
        return [one.address for one in self.asked]

    def reply(self, address: str, headers: dict[str, str]) -> Reply:
        parts = urlsplit(address)
        self.asked.append(Asked(address, headers))
        found = self.documents.get(parts.path, Reply(b"not here", 404))
        if not isinstance(found, Reply):
            found = found({name: values[0] for name, values in parse_qs(parts.query).items()})
        if found.status == 200 and found.headers.get("ETag", "none") == headers.get("If-None-Match"):
            return Reply(status=304, headers=found.headers)
        return found


@contextmanager
def hosted() -> Iterator[Host]:
    """Serve on a port of this machine."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = host.reply(self.path, dict(self.headers))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.status != 304:
                self.send_header("Content-Length", str(len(reply.body)))
            # Whoever was stopped no longer listens.
            with suppress(ConnectionError):
                self.end_headers()
                self.wfile.write(reply.body)

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    host.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
