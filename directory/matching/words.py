"""Text to the words that are compared: no accents, capitals, possessives or abbreviations."""

import re
import unicodedata
from functools import lru_cache

from directory.matching.vocabulary import EMPTY, LEGAL, known_words

_LETTERS_WITH_DOTS = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?\b\.?")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th)\b")
_SIGNS = re.compile(r"[^a-z0-9]+")
_LONE_LETTERS = re.compile(r"(?<![a-z0-9])([a-z](?: [a-z])+)(?![a-z0-9])")
_SPOKEN = str.maketrans({"&": " and ", "+": " and ", "'": None, "’": None, "‘": None, "`": None, "ø": "o", "ł": "l"})


@lru_cache(maxsize=8_192)
def folded(text: str) -> str:
    """Small letters and digits with single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    if not plain.isascii():
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = _LETTERS_WITH_DOTS.sub(lambda dotted: dotted[0].replace(".", "") + " ", plain.translate(_SPOKEN))
    plain = _SIGNS.sub(" ", plain).strip()
    plain = _ORDINAL.sub(r"\1", plain)
    return _LONE_LETTERS.sub(lambda letters: letters[1].replace(" ", ""), plain)


def compared(word: str) -> str:
    """One word as it is compared: its known spelling, else without the s of a plural or possessive."""
    if known := known_words().get(word):
        return known.word
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "siu":
        single = word[:-1]
        return known.word if (known := known_words().get(single)) else single
    return word


@lru_cache(maxsize=8_192)
def compared_words(text: str) -> tuple[str, ...]:
    """The words of a name, each once, without those that say nothing, unless there are no others."""
    every = list(dict.fromkeys(compared(word) for word in folded(text).split()))
    telling = [word for word in every if word not in EMPTY and word not in LEGAL]
    return tuple(telling or every)
