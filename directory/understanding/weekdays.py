"""The names of days as people write them, and the RFC 5545 names that they stand for."""

import re

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING_WEEK = WEEK[:5]
WEEKEND = WEEK[5:]

_NAMES = (
    r"mon(?:days?|s)?|m(?:onady|nday|ondy|onnday|odnay)s?",
    r"tue(?:s|sdays?)?|(?:tu(?:sday|esay|eday|esdsay|seday|esdy|edsay)|teusday)s?",
    r"wed(?:s|nes|nesdays?)?|we(?:nsday|dnsday|nesday|dneday|ndesday|dnesdy|densday|ndsday|dnessday|ddnesday|dnesady|dnsesday|dsday)s?",
    r"thu(?:r|rs|rsdays?)?|th(?:rusday|ursady|urday|usday|ursdsay|ersday|usrday|rsday|urdsay|urssday)s?",
    r"fri(?:days?|s)?|f(?:irday|riady|ridy|rday)s?",
    r"sat(?:s|urdays?)?|sat(?:erday|uday|urady|ruday|urdy|urdday)s?",
    r"sun(?:s|days?)?|s(?:unady|nuday|undy|unnday)s?",
)
_ONE_NAME = [re.compile(rf"(?:{name})(?:'s|s')?\.?", re.IGNORECASE) for name in _NAMES]
NAME = "(?:" + "|".join(_NAMES) + r")(?:'s\b|s'|\b)"
"""A pattern for one day by name. Two-letter names stand apart: most of them are words as well."""
TWO_LETTERS = r"(?-i:\b(?:Mo|Tu|We|Th|Fr|Sa|Su|MO|TU|WE|TH|FR|SA|SU)\b)"
EVERY_DAY = (
    r"daily|nightly|every\s*day(?: of the week)?|each day|every night|all week|(?:7|seven) (?:days|nights)(?: (?:a|"
    r"per) week)?|any day|"
    r"365 days(?: (?:a|per) year)?"
)
WEEKDAYS = r"w(?:ee)?k\s?-?days?|w/days?|M ?- ?F\b"
WEEKENDS = r"w(?:ee)?k\s?-?ends?|w/ends?|w/e(?! \d{1,2}(?:st|nd|rd|th|/| [A-Z])|nding)"
""" "W/e 12th December" is a week ending."""
EVERY_SECOND_DAY = r"(?-i:M ?[/,&] ?W ?[/,&] ?F\b)"


def days_named(words: str) -> tuple[str, ...]:
    """The days that one name stands for: ("MO",) for "Mondays", five for "weekdays", none for another word."""
    if re.fullmatch(WEEKDAYS, words, re.IGNORECASE):
        return WORKING_WEEK
    if re.fullmatch(WEEKENDS, words, re.IGNORECASE):
        return WEEKEND
    if re.fullmatch(EVERY_SECOND_DAY, words):
        return WEEK[0:5:2]
    if re.fullmatch(EVERY_DAY, words, re.IGNORECASE):
        return WEEK
    if words.upper() in WEEK:
        return (words.upper(),)
    return tuple(day for day, name in zip(WEEK, _ONE_NAME, strict=True) if name.fullmatch(words))


def days_from(first: str, last: str) -> tuple[str, ...]:
    """From one day to another, around the end of the week where needed: Saturday to Monday is three days."""
    start, end = WEEK.index(first), WEEK.index(last)
    return tuple(WEEK[(start + step) % 7] for step in range((end - start) % 7 + 1))


def in_order(days: tuple[str, ...]) -> tuple[str, ...]:
    """Each day once, Monday first; those with an ordinal ("1TU") after the plain ones, as they were written."""
    once = tuple(dict.fromkeys(days))
    return tuple(sorted(once, key=lambda day: WEEK.index(day) if day in WEEK else len(WEEK)))
