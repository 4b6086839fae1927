"""One session for each request: pages that change something commit once, when they succeeded."""

from flask import Flask, Response, current_app, g, request
from sqlmodel import Session
from werkzeug.local import LocalProxy

from directory.catalogue import Catalogue

SAFE = ("GET", "HEAD", "OPTIONS")


def _catalogue() -> Catalogue:
    found: Catalogue = current_app.extensions["waymark-catalogue"]
    return found


catalogue: Catalogue = LocalProxy(_catalogue)  # type: ignore[assignment]  # behaves as what it stands for


def request_session() -> Session:
    """The session of this request. What a GET changes in it is never kept."""
    if "session" not in g:
        g.session = catalogue.database.new_session(writing=request.method not in SAFE)
    session: Session = g.session
    return session


session: Session = LocalProxy(request_session)  # type: ignore[assignment]  # likewise


def keep_sessions(app: Flask) -> None:
    """Commit after a request that succeeded, then let the search index follow; close in any case."""

    @app.after_request
    def commit(response: Response) -> Response:
        if "session" in g and request.method not in SAFE and response.status_code < 400:
            g.session.commit()
            g.follow = True
        return response

    @app.teardown_request
    def close(_error: BaseException | None) -> None:
        opened = g.pop("session", None)
        if opened is not None:
            opened.close()
        if g.pop("follow", False):
            catalogue.follow(within=1.0)
