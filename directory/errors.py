"""Refusals: what we will not do, said in one sentence to the person who asked.

One place in `web/` decides whether a refusal becomes a form message or a page; the command line prints it.
"""


class Refusal(Exception):
    """We will not do this. `message` is a plain sentence; `field` names the input it is about, if one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class NotFound(Refusal):
    """There is no such thing, or not for this person."""


class Duplicate(Refusal):
    """It exists already."""


class Invalid(Refusal):
    """A value that cannot be right."""


class Conflict(Refusal):
    """Somebody changed it meanwhile; nothing was written."""


class Unavailable(Refusal):
    """A file, a server or an index that we need does not answer."""
