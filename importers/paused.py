"""Whether a listing says of itself that it does not run now. Only when that is certain: a season is a timetable."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from directory.understanding.remembering import speaks_of

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in _MONTHS)}|sept)"
_STOPPED = r"(?:paused|closed|suspended|on (?:a )?(?:hold|break|pause)|not (?:running|meeting))"
_SHOUTED = re.compile(
    r"(?<![\w,] )\b(?:CLOSED|FINISHED|FOLDED|ENDED)\b(?= ?[-–:(,.!*]|\s*$| in | since)(?!(?i:\W{1,3}(?:on |over |for |every |all )?(?:mon|tue|wed|thu|fri|sat|sun|bank|public|week|lunch|xmas|"
    r"christmas|easter|aug|half|school|during|between|in |day|until|till|temp|from|to )))"
)
""" "CLOSED - our lease ended", which is no day of the week."""
_FOR_GOOD = re.compile(
    rf"\b(?:folded|disbanded|wound up) (?:in )?(?:early |mid |late |last )?(?:{_MONTH})\b|(?<![a-z,;] )\b(?:finished|ended|folded) (?:in |last )(?:early |mid |late )?(?:{_MONTH}|spring|summer|autumn|winter|year)\b(?! (?:and|until|but))|"
    r"\b(?:closed|closing|shut|finished|ended|folded|stopped|wound up|packed up|gone) (?:down |up )?(?:its |our |the )?(?:doors? )?(?:for good|permanently|for ever|forever)\b|"
    r"\b(?:permanently|now permanently) (?:closed|shut)\b|\b(?:has|have|is|'ve|is now|are|are now) (?:now |sadly |sadly now )?(?:closed down|shut down|ceased|come to an end|been wound up|disbanded|folded)\b|"
    r"\bno longer (?:running|runs?|meets?|meeting|exists?|operating|operates?|open|going|offered|available here|happens?|takes? place|in (?:operation|use))\b(?! (?:on|at|in the|every|for (?:under|over)|mon|tue|wed|thu|fri|sat|sun))|"
    r"\b(?:last|final) (?:ever )?(?:session|meeting|one) was\b|\bwe (?:ended|finished|closed our doors) (?:in|last|on) \w+|\bwe(?:'ve| have) (?:had to |now |sadly )*(?:closed|shut|ended|stopped|called it a day|packed (?:it )?in|disbanded)(?: running| meeting| altogether)?(?=\W*$|[.,;:!]| (?:in|last|down|due|because|when|after|as|since|our doors|the doors|and)\b)",
    re.I,
)
""" "We closed for good in June": nobody need know which June."""
_ON_HOLD = re.compile(
    r"\b(?:group|sessions?|service|class(?:es)?|it|everything|project|café|cafe|we)(?: is| are|'s|'re) (?:currently |now |all |sadly )?on hold\b(?! (?:until|till|'til))",
    re.I,
)
_NOW = re.compile(
    rf"\b(?:(?:temporarily|currently|now) (?:closed|paused|suspended|on hold|not running)|"
    rf"{_STOPPED} (?:for now|at the moment|for the time being|(?:until|till|'til) further notice|(?:until|till|'til) (?:we|someone|there)\b)|"
    rf"(?<!books )(?<!list ){_STOPPED} (?:until|till|'til) (?:early |mid |late )?(?P<month>{_MONTH})\b(?: (?P<year>20\d\d))?)",
    re.I,
)
_ENDED = (
    "for good",
    "permanent",
    "no longer",
    "last ",
    "final ",
    "we've",
    "we have",
    "we ended",
    "we finished",
    "we closed",
    "shut",
    "ceased",
    "folded",
    "finished in",
    "wound up",
    "disbanded",
    "forever",
    "for ever",
    "come to an end",
)
_CLAUSE_ENDS = re.compile(r"[.;\n]")


def read_pause(text: str, said_on: date | None, today: date) -> str | None:
    """The words that say it is paused now, or None. "Until January" has ended once that January has come.

    `said_on` is when the listing was last known to be right: without it, nobody knows which January is meant.
    """
    if not _shouted(text) and not speaks_of(
        text, "closed", "paused", "suspended", "hold", "break", "pause", "not running", "not meeting", *_ENDED
    ):
        return None
    if ended := _shouted(text) or _FOR_GOOD.search(text):
        return _clause_around(text, ended).strip(" -–—,")
    if "on hold" in text and (waits := _ON_HOLD.search(text)):
        return _clause_around(text, waits).strip(" -–—,")
    found = _NOW.search(text)
    if found is None:
        return None
    if found["month"]:
        until = _month_after(found, said_on)
        if until is None or until <= today:
            return None
    return _clause_around(text, found).strip(" -–—,")


def _shouted(text: str) -> re.Match[str] | None:
    return _SHOUTED.search(text) if "ED" in text else None


def _clause_around(text: str, found: re.Match[str]) -> str:
    begins = max(text.rfind(mark, 0, found.start()) for mark in ".;\n") + 1
    ends = _CLAUSE_ENDS.search(text, found.end())
    return text[begins : ends.start() if ends else len(text)]


def _month_after(found: re.Match[str], said_on: date | None) -> date | None:
    number = next(at for at, month in enumerate(_MONTHS, 1) if month.startswith(found["month"].lower()[:3]))
    if found["year"]:
        return date(int(found["year"]), number, 1)
    if said_on is None:
        return None
    first = date(said_on.year, number, 1)
    return first if first > said_on else first + relativedelta(years=1)
