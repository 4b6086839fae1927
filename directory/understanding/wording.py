"""Text as the readers want it: one kind of dash, quote and space, and never longer than they can read quickly."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 6_000
"""Characters a reader looks at. What partners write of times or prices stands in the first lines, if anywhere."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_DASHES = re.compile(" ?(?:[\u2010-\u2015\u2212\u2043]|--+) ?")
_SINGLE_QUOTES = re.compile("[\u2018\u2019\u201b\u02bc`\u00b4]")
_DOUBLE_QUOTES = re.compile("[\u201c\u201d\u201e]")
_BULLETS = re.compile("[\u2022\u00b7\u25aa\u25cf\u25e6\uf0b7]")
_TYPED = re.compile("`|--|  ")
"""What a plain text may hold that is still to be made plainer."""
_SPACE = re.compile(r"[^\S\n]+")


@lru_cache(maxsize=256)
def plain_words(text: str) -> str:
    """The first `LONGEST` characters with typographers' dashes, quotes, bullets and spaces made plain; capitals stay.

    Lines stay lines, and a bullet begins one.
    """
    if text.isascii() and text.isprintable() and not _TYPED.search(text):
        return text[:LONGEST].strip()
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text[:LONGEST]))[:LONGEST]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _BULLETS.sub("\n", text)
    text = _SINGLE_QUOTES.sub("'", text)
    text = _DOUBLE_QUOTES.sub('"', text)
    text = _SPACE.sub(" ", text)
    return _DASHES.sub(_plain_dash, text).strip()


def without_accents(text: str) -> str:
    """One form of every letter, without its accents: "Zoë’s café" is "Zoe’s cafe"."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def _plain_dash(found: re.Match[str]) -> str:
    """A hyphen; with a space each side where the writer left one, for "Monday – craft" is no range."""
    written = found.group()
    return " - " if written[0] == " " or written[-1] == " " else "-"
