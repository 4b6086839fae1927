"""Links by which one joins a meeting online: for those who booked, never for a public page."""

import re

_LINK = re.compile(
    r"<?\b(?:https?://)?(?:[\w-]+\.)*(?:zoom\.us/(?:j|my|s|w|meeting)|meet\.google\.com|teams\.(?:microsoft|live)\.com/(?:l|meet)|"
    r"webex\.com/(?:meet|join|[\w-]+/j\.php)|whereby\.com|meet\.jit\.si|gotomeet(?:ing)?\.(?:com|me)|join\.skype\.com|"
    r"bluejeans\.com)/?[^\s<>\"]*>?",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"[^\n.;]*\b(?:meeting id|passcode|passwords?|webinar id|access code)\b\s*[:=][^\n]*", re.IGNORECASE
)


def has_joining_link(text: str) -> bool:
    """Whether one could join a meeting by what is written here."""
    return _LINK.search(text) is not None


def without_joining_links(text: str) -> str:
    """The text without the links, and without the numbers and passwords that go with them."""
    if not has_joining_link(text):
        return text
    return _SECRET.sub("", _LINK.sub("(link for those who have booked)", text)).strip()
