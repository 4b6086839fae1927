"""The production server: gunicorn where processes can fork, waitress where they cannot."""

import os
import socket
import sys
import threading
from typing import Any

from flask import Flask

from directory.catalogue import Catalogue
from directory.errors import Unavailable

THREADS = 4


def serve(app: Flask, *, host: str, port: int, workers: int) -> None:
    """Serve until told to stop. Unavailable when the port is taken."""
    refuse_taken_port(host, port)
    if sys.platform == "win32":
        from waitress import serve as serve_threads  # the other platforms never need it

        serve_threads(app, host=host, port=port, threads=workers * THREADS)
        return
    _serve_forked(app, host, port, workers)


def default_workers() -> int:
    """Two a core, at most four: pages are drawn by one core each, and each worker holds the catalogue."""
    return min(4, max(2, os.cpu_count() or 2))


def _serve_forked(app: Flask, host: str, port: int, workers: int) -> None:
    from gunicorn.app.base import BaseApplication  # not there on Windows

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        def load_config(self) -> None:
            for name, value in _gunicorn(app, host, port, workers).items():
                self.cfg.set(name, value)

        def load(self) -> Flask:
            return app

    Server().run()


def _gunicorn(app: Flask, host: str, port: int, workers: int) -> dict[str, Any]:
    catalogue: Catalogue = app.extensions["waymark-catalogue"]

    def forget_connections(_server: object, _worker: object) -> None:
        # A connection opened before the fork would be shared by two processes.
        catalogue.database.engine.dispose(close=False)

    def warm(_worker: object) -> None:
        threading.Thread(target=_warm_up, args=(app,), daemon=True).start()

    return {
        "bind": f"{host}:{port}",
        "workers": workers,
        "threads": THREADS,
        "worker_class": "gthread",
        "preload_app": True,
        "loglevel": "warning",
        "post_fork": forget_connections,
        "post_worker_init": warm,
        "max_requests": 20_000,
        "max_requests_jitter": 2_000,
        "timeout": 120,
        # The longest that gunicorn takes: a long question in an address gets an answer, not a bare refusal.
        "limit_request_line": 8190,
    }


def _warm_up(app: Flask) -> None:
    """Load in the background what the first suggestion would wait for: scikit-learn takes seconds to import."""
    from web.suggestions import warm_up  # what takes the seconds: not before the server answers

    with app.app_context():
        warm_up()


def refuse_taken_port(host: str, port: int) -> None:
    """Say that somebody listens there before anything is made ready. Unavailable names the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Unavailable(f"Port {port} on {host} is taken or not allowed. Choose another with --port.") from error
