"""In which way, at what price, with what access, and whether it must be open now."""

import re
from collections.abc import Iterator
from typing import Any

from directory.kinds import Access, Attending
from directory.search.question.said import Said

_FREE = re.compile(
    r"(?<![\w-])(?:for free|free of charge|at no cost|no cost|costs? nothing|free)(?![\w'-])(?! (?:from|of|school meals?|tv licen[cs]e|"
    r"prescriptions?|bus pass|nursery|hours|childcare|spirits?|church|methodist|speech|range|clothes|wi-?fi|will)\b)"
)
_OF_WHICH = re.compile(
    r"(?:step|smoke|drug|alcohol|gluten|dairy|sugar|tax|interest|hassle|debt|pain|stress|barrier|rent|home)[ -]$"
)
_ONLINE = re.compile(
    r"(?<!get )(?<!getting )(?<!go )(?<!going )(?<!using )(?<!use )(?<!safe )(?<!bullied )(?<!stuff )\b(?:on ?line|on zoom|via zoom|over zoom|virtual(?:ly)?|remotely)\b"
    r"(?! (?:safety|bank|shop|form|gambl|dat|abus|scam|fraud|account|application|games?|gaming|bullying|security|skills|basics|world))"
)
_BY_PHONE = re.compile(
    r"\b(?:by|over the|on the|via) (?:tele)?phone\b|\btelephone (?=support|advice|counselling|group|befriend)"
)
_AT_HOME = re.compile(r"\b(?:home visits?|visits? (?:me )?at home|come to (?:my|your|the) (?:house|home))\b")
_OPEN = re.compile(
    r"\b(?:that(?: is| are|'?s) |what(?: is|'?s) |who(?: is|'?s) )?(?:still )?open (?:right )?now\b|\bopen at the moment\b"
)
_WAYS = (
    (_ONLINE, Attending.ONLINE, "Online"),
    (_BY_PHONE, Attending.PHONE, "By phone"),
    (_AT_HOME, Attending.HOME_VISIT, "At home"),
)
_ACCESS = (
    (r"\b(?:with )?step[- ]free(?: access)?\b", Access.STEP_FREE, "Step-free"),
    (
        r"\b(?:with )?(?:wheel ?chair|disabled)[- ](?:access(?:ible|ibility)?|friendly)\b",
        Access.WHEELCHAIR,
        "Wheelchair access",
    ),
    (r"\b(?:with )?(?:an? )?(?:hearing|induction) loop\b", Access.HEARING_LOOP, "Hearing loop"),
    (r"\b(?:with|in|using) (?:bsl|british sign language)\b|\bbsl interpret\w+", Access.BSL, "British Sign Language"),
    (r"\b(?:disabled|accessible) toilets?\b", Access.TOILET, "Accessible toilet"),
    (r"\b(?:disabled|blue badge|accessible) parking\b", Access.PARKING, "Accessible parking"),
)


def read_price(question: str) -> Iterator[Said]:
    """ "Free", unless it is free of something; `question` in small letters."""
    for found in _FREE.finditer(question):
        if not _OF_WHICH.search(question[: found.start()]):
            yield _said(found, "price", "Free", {"free": True})


def read_open(question: str) -> Iterator[Said]:
    """ "Open now"; `question` in small letters."""
    for found in _OPEN.finditer(question):
        yield _said(found, "open", "Open now", {"open_now": True})


def read_ways(question: str) -> Iterator[Said]:
    """Online, by phone, at home; `question` in small letters."""
    for pattern, way, words in _WAYS:
        for found in pattern.finditer(question):
            yield _said(found, "attending", words, {"attending": (way,)})


def read_access(question: str) -> Iterator[Said]:
    """What somebody needs to get in and take part; `question` in small letters."""
    for pattern, feature, words in _ACCESS:
        for found in re.finditer(pattern, question):
            yield _said(found, "access", words, {"access": (feature,)})


def _said(found: re.Match[str], kind: str, words: str, changes: dict[str, Any]) -> Said:
    return Said(found.start(), found.end(), kind, words, changes)
