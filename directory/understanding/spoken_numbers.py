"""Numbers and times written in words: "half past ten", "ten till twelve", "over fifties"."""

import re

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
}
UNDER = re.compile(r"\bu(\d{1,2})'?s?\b", re.IGNORECASE)
""" "U16s" are under 16s."""
_HOUR = "|".join(_UNITS)
_TO_HOUR = rf"(?:{_HOUR}|\d{{1,2}}(?:[.:]\d\d)?)"
_PAST = re.compile(rf"\b(half|quarter|half-|1/2) ?(past|to) ({_TO_HOUR})\b", re.IGNORECASE)
_HALF = re.compile(
    rf"\b(half) ({_HOUR}|1[0-2]|[1-9])(?![\w.:%-]| (?:hours?|price|days?|terms?|years?|of|per|and a half))",
    re.IGNORECASE,
)
"""As it is spoken here: "half six" is half past."""
_NAMED = re.compile(rf"\b({_HOUR}) ?(?=[ap]\.?m\b|o'?clock|noon\b|midday\b|midnight\b)", re.IGNORECASE)
_PAIR = re.compile(
    rf"\b({_TO_HOUR}) ?(-|to|till?|'til|until) ?({_TO_HOUR})\b(?!-| ?(?:one|hours?|hrs?|weeks?|people|"
    rf"years?)\b)",
    re.IGNORECASE,
)
_TENS_AND_ONE = rf"({'|'.join(_TENS)})[ -]({'|'.join(_UNITS[:9])})(s?)"
_PLURALS = {f"{word}{'es' if word == 'six' else 's'}": NUMBER_WORDS[word] for word in (*_UNITS[2:], *_TEENS)} | {
    f"{word[:-1]}ies": number for word, number in zip(_TENS, range(20, 100, 10), strict=True)
}
_SPOKEN_AGE = re.compile(rf"\b(?:{_TENS_AND_ONE}|({'|'.join(_PLURALS)})|({'|'.join(NUMBER_WORDS)}))\b", re.IGNORECASE)
""" "Sixty five" before "sixty": half of a number is another age."""


def clock_figures(text: str) -> str:
    """`text` with times in words written as figures; other numbers in words are left alone ("one to one")."""
    text = _HALF.sub(r"\1 past \2", text)
    text = _PAST.sub(_quarter, text)
    text = _PAIR.sub(_pair, text)
    return _NAMED.sub(lambda found: f"{NUMBER_WORDS[found[1].lower()]}", text)


def age_figures(text: str) -> str:
    """`text` with ages in words written as figures: "over fifties" is "over 50s", "sixty five" 65."""
    return _SPOKEN_AGE.sub(_age, UNDER.sub(r"under \1s", text))


def _age(found: re.Match[str]) -> str:
    tens, unit, many, plural, number = found.groups()
    if tens:
        return f"{NUMBER_WORDS[tens.lower()] + NUMBER_WORDS[unit.lower()]}{many}"
    return f"{_PLURALS[plural.lower()]}s" if plural else str(NUMBER_WORDS[number.lower()])


def _quarter(found: re.Match[str]) -> str:
    if "." in found[3] or ":" in found[3]:
        return found.group()
    hour = _figure(found[3])
    minutes = 30 if found[1].lower() != "quarter" else 15
    if found[2].lower() == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return f"{hour}.{minutes}"


def _pair(found: re.Match[str]) -> str:
    both_in_figures = found[1][0].isdigit() and found[3][0].isdigit()
    if both_in_figures or found[1].lower() == found[3].lower():
        return found.group()
    ends = [word if word[0].isdigit() else str(NUMBER_WORDS[word.lower()]) for word in (found[1], found[3])]
    return f"{ends[0]}-{ends[1]}"


def _figure(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBER_WORDS[word.lower()]
