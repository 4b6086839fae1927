"""For whom: an age, a gender."""

import re
from collections.abc import Iterator

from directory.kinds import Gender
from directory.search.question.said import Said

_OVER = re.compile(
    r"\b(?:for |the |people |aged? )*(?:over[- ]?(?:the age of )?(?P<a>\d{2})(?:'?s)?\b|(?P<b>\d{2}) ?(?:\+|plus\b|and over\b|or over\b)(?:'?s)?)"
)
_UNDER = re.compile(r"\b(?:for |the |people )*under[- ]?(?P<a>\d{1,2})(?:'?s)?\b")
_AGED = re.compile(
    r"\b(?:i am|i'?m|im|aged?|age of|he is|she is|he'?s|she'?s|hes|shes) (?P<a>\d{1,3})\b(?! ?(?:mile|week|month|stone|hour|day|min|pm|am|:|\.|£|k\b))"
    r"(?:[- ]?(?:years?|yrs?)(?:[- ]?old)?)?|"
    r"\b(?:for )?(?:an? )?(?P<b>\d{1,3})[- ]?(?:years?|yrs?|yr)[- ]olds?\b"
)
_ONLY = re.compile(
    r"\b(?:(?:for )?(?P<women>wom[ae]n'?s?|ladies|females?|girls)|(?P<men>m[ae]n'?s?|males?|gents|lads|boys))[- ]only\b|"
    r"\bonly (?:for )?(?:(?P<women_after>women|ladies|females|girls)|(?P<men_after>men|males|lads|boys))\b"
)
OLDEST = 110


def read_age(question: str) -> Iterator[Said]:
    """Whoever asks for over-fifties is to see what somebody of fifty may go to; `question` in small letters."""
    for found in _OVER.finditer(question):
        age = int(found["a"] or found["b"])
        yield Said(found.start(), found.end(), "age", f"Over {age}s", {"age": float(age)}, keeps=True)
    for found in _UNDER.finditer(question):
        age = int(found["a"])
        yield Said(found.start(), found.end(), "age", f"Under {age}s", {"age": max(age - 1.0, 0.0)}, keeps=True)
    for found in _AGED.finditer(question):
        age = int(found["a"] or found["b"])
        if age <= OLDEST:
            yield Said(found.start(), found.end(), "age", f"For somebody aged {age}", {"age": float(age)})


def read_only(question: str) -> Iterator[Said]:
    """ "Women only"; `question` in small letters."""
    for found in _ONLY.finditer(question):
        women = found["women"] or found["women_after"]
        gender, words = (Gender.WOMEN, "Women only") if women else (Gender.MEN, "Men only")
        yield Said(found.start(), found.end(), "gender", words, {"gender": gender})
