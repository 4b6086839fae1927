"""The most she can pay for one time: "a fiver at most", "no more than £3", "2 quid tops"."""

import re
from dataclasses import dataclass

from directory.understanding.spoken_numbers import NUMBER_WORDS
from recommender.told.speech import Speech

MOST = 60.0
"""Pounds above which a sum is no price of a session, but rent or a debt."""

NOTES = {"fiver": 5.0, "tenner": 10.0}
_UNIT = re.compile(r"^ (?:quid|pounds?|nicker|squid|p|pence)\b")
_SUM = re.compile(r"£?(\d{1,3}(?:\.\d\d)?)(p?)")
_CAN_PAY = re.compile(
    r"\b(?:up to|no more than|not more than|more than|at most|most is|max|maximum|max of|maximum of|under|less than|below|budget(?: of| is)?|"
    r"limit(?: of| is)|(?:can|could|only|just|to|id) (?:only |just |maybe |probably |about |really )*(?:pay|afford|manage|spend|spare|stretch to|find|do|run to|go to)"
    r"|(?:cant|couldnt) (?:pay|afford|manage|spend|do|go) (?:more than|over|above)|over|only got|got about|only have|only|costs?|pay) "
    r"(?:(?:a|an|about|like|maybe|of|around|the odd|couple|couple of|than|more|over|is|like|say) )*$"
)
_STRONG = re.compile(
    r"\b(?:pay|afford|manage|spend|spare|stretch to|run to|budget|limit|up to|no more than|not more than|at most|max|maximum|under|less than|"
    r"nothing over|not over|costs? (?:more|over)|more than|nothing more|anything over)\b"
)
_TOPS = re.compile(
    r"^(?: (?:quid|pounds?|pence|p))?,? (?:(?:a|per|each) (?:go|time|session|week|class|visit|pop) )?"
    r"(?:at (?:the )?most|at a push|max\b|maximum|tops?\b|or less|or under|or so (?:max|tops)|is (?:all|my|the) (?:i|limit|most|max)|is my|"
    r"is about (?:all|my)|is the most|is the limit|limit)"
)
_SOMETHING_ELSE = re.compile(
    r"\b(?:owe|owes|owed|rent|debt|debts|deposit|bill|bills|wage|wages|earn|earning|borrowed|loan|fine|arrears|get paid|universal credit|meter|"
    r"electric|gas|shopping|age|miles?|weeks?|months?|years?|to live on|left|till|last me|on food|minutes|people|for food|lost|won)\b"
)


@dataclass(frozen=True, slots=True)
class Price:
    """The most she can pay in pounds, and where the words stand."""

    pounds: float
    first: int
    after: int


def most_to_pay(speech: Speech) -> Price | None:
    """The first sum that is said to be the most."""
    for place, word in enumerate(speech.words):
        price = _price_at(speech, place, word)
        if price is not None:
            return price
    return None


def _price_at(speech: Speech, place: int, word: str) -> Price | None:
    if word not in NOTES and word not in NUMBER_WORDS and word != "couple" and not word.lstrip("£")[:1].isdigit():
        return None
    pounds, after = _pounds_at(speech, place, word)
    if pounds is None or pounds > MOST:
        return None
    before, behind = speech.before(place, 8), speech.behind(after - 1, 7)
    if _SOMETHING_ELSE.search(before.rpartition(". ")[2]) or re.match(
        r"^ (?:left|to live|to last|for food|in my)", behind
    ):
        return None
    if (_CAN_PAY.search(before) and _STRONG.search(before)) or _TOPS.match(behind):
        return Price(pounds, place, after)
    return None


def _pounds_at(speech: Speech, place: int, word: str) -> tuple[float | None, int]:
    if word in NOTES:
        return NOTES[word], place + 1
    behind = speech.behind(place, 3)
    if word == "couple":
        found = re.match(r"^ (?:of )?(?:quid|pounds?)\b", behind)
        return (2.0, place + 2 + ("of " in behind)) if found else (None, place)
    unit = _UNIT.match(behind)
    if word in NUMBER_WORDS:
        return (float(NUMBER_WORDS[word]), place + 2) if unit else (None, place)
    found = _SUM.fullmatch(word)
    if not found or not (word.startswith("£") or found[2] or unit):
        return None, place
    pence = found[2] or (unit and unit[0].strip() in {"p", "pence"})
    return float(found[1]) / (100 if pence else 1), place + (1 if word.startswith("£") or found[2] else 2)
