"""Telephone numbers, web and e-mail addresses in the one form in which they are compared."""

import re
from functools import lru_cache

_EXTENSION = re.compile(r"(?:\bext(?:ension)?|\bx)\.?\s*\d{1,5}\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;|\n]|/(?=\s)|(?<=\s)/|\bor\b|\band\b)\s*", re.IGNORECASE)
_NOT_DIGITS = re.compile(r"\D+")
_SCHEME = re.compile(r"^[a-z]*:?//", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[a-z]{2,}", re.IGNORECASE)
SHARED_HOSTS = frozenset(
    "facebook.com instagram.com twitter.com x.com linkedin.com youtube.com tiktok.com eventbrite.co.uk eventbrite.com "
    "google.com sites.google.com goo.gl bit.ly linktr.ee yelp.com tripadvisor.com tripadvisor.co.uk foursquare.com "
    "meetup.com wordpress.com blogspot.com wixsite.com weebly.com gov.uk nhs.uk en.wikipedia.org wikipedia.org "
    "justgiving.com opentable.com opentable.co.uk just-eat.co.uk deliveroo.co.uk".split()
)
SHARED_MAIL = frozenset(
    "gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com live.com live.co.uk yahoo.com yahoo.co.uk "
    "btinternet.com aol.com icloud.com me.com sky.com virginmedia.com ntlworld.com talktalk.net msn.com".split()
)


@lru_cache(maxsize=8_192)
def read_phones(text: str) -> tuple[str, ...]:
    """National digits of each number: 0151 496 0000 for +44 (0)151 496 0000, ten digits for American ones."""
    if not text:
        return ()
    text = _EXTENSION.sub("", text)
    digits = _NOT_DIGITS.sub("", text)
    parts = [digits] if len(digits) <= 13 else [_NOT_DIGITS.sub("", part) for part in _BETWEEN.split(text)]
    return tuple(dict.fromkeys(number for part in parts if len(number := _national(part)) >= 6))


def _national(digits: str) -> str:
    digits = digits.removeprefix("00")
    if digits.startswith("44") and len(digits) >= 11:
        return "0" + digits[2:].removeprefix("0")
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


@lru_cache(maxsize=8_192)
def read_url(text: str) -> tuple[str, str]:
    """(host, path), both "" for what is no web address; the path has no query and no last slash."""
    bare = _SCHEME.sub("", text.strip().lower())
    host, _, path = bare.partition("/")
    host = host.partition("?")[0].partition(":")[0].removeprefix("www.").removeprefix("m.")
    if "." not in host or " " in host:
        return "", ""
    return host, path.partition("?")[0].partition("#")[0].rstrip("/")


@lru_cache(maxsize=8_192)
def read_email(text: str) -> str:
    """The first e-mail address in small letters, or ""."""
    found = _EMAIL.search(text)
    return found[0].lower().removeprefix("mailto:") if found else ""


def own_domain(url_host: str, email: str) -> str:
    """The domain that is the keeper's own, by the web address or else the e-mail; "" where it is shared by many."""
    if url_host and url_host not in SHARED_HOSTS:
        return url_host
    domain = email.partition("@")[2]
    return domain if domain not in SHARED_MAIL else ""


def digits_of(text: str) -> str:
    """A registration number: its letters and digits without leading noughts."""
    return re.sub(r"[^0-9a-z]", "", text.lower()).lstrip("0")
