"""What people see when it does not work: one plain sentence, a way on, and help first as on every page."""

from flask import Flask, render_template
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from directory.errors import Conflict, Duplicate, Invalid, NotFound, Refusal, Unavailable

STATUS: dict[type[Refusal], int] = {
    NotFound: 404,
    Conflict: 409,
    Duplicate: 422,
    Invalid: 422,
    Unavailable: 503,
}
TITLES = {
    403: "This page is not for your account",
    404: "We cannot find this page",
    409: "Somebody else changed this meanwhile",
    429: "Please wait a moment",
    500: "Something went wrong here",
    503: "This does not work just now",
}
SENTENCES = {
    403: "Sign in with an account that may see it, or ask whoever looks after the directory.",
    404: "The address may be mistyped, or what was here is no longer listed.",
    405: "This address cannot be opened like that. Go back and try again from the page.",
    413: "That is more than we can take in at once. Nothing was lost: send less, or a smaller file.",
    429: "Too many tries in a short time. Try again in a minute.",
    500: "It is our fault, not yours, and nothing you had saved is lost. Try again, or search from the start page.",
}


def explain_errors(app: Flask) -> None:
    """Turn refusals and faults into pages."""

    @app.errorhandler(Refusal)
    def refused(refusal: Refusal) -> ResponseReturnValue:
        status = next((code for kind, code in STATUS.items() if isinstance(refusal, kind)), 422)
        return _page(status, refusal.message)

    @app.errorhandler(CSRFError)
    def expired(_error: CSRFError) -> ResponseReturnValue:
        return _page(400, "This page was open for too long to be sent. Go back, reload it and send it again.")

    @app.errorhandler(HTTPException)
    def failed(error: HTTPException) -> ResponseReturnValue:
        if error.response is not None or (error.code or 500) < 400:
            return error
        return _page(error.code or 500, SENTENCES.get(error.code or 500, SENTENCES[500]))


def _page(status: int, sentence: str) -> ResponseReturnValue:
    title = TITLES.get(status, "That did not work")
    return render_template("error.html", title=title, sentence=sentence, status=status), status
