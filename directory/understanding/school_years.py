"""School years and key stages of England as the ages of those who are in them.

Year 7 is for those who become 12 in it, so "years 7-9" are 11 to 14, and reception is 4. "Years 7-11" and "year 11" by
themselves may as well be ages and stay as they are.
"""

import re

from directory.understanding.age_phrases import SHORT
from directory.understanding.remembering import speaks_of

_LAST = 13
_HINTS = ("year", "yr", "reception", "ks", "key stage", *(f"y{first}" for first in range(1, 10)))
_YEAR_WORD = r"(?:years?|yrs?\.?|y)"
_NO_LONGER = r"(?!\d|[:.]\d| ?(?:years|yrs|old|weeks|months|days|places|people|[ap]m|of)\b)"
_TO_YEAR = r" ?(?:-|to|until|up to|through) ?"
_AND_YEAR = r"(?: ?[,/&+] ?(?:(?:and|&) )?| and )"
_MORE_YEARS = (
    rf"(?:{_TO_YEAR}(?P<{{to}}>{_YEAR_WORD} ?)?\d{{{{1,2}}}}{_NO_LONGER}|"
    rf"(?P<{{listed}}>(?:{_AND_YEAR}(?:{_YEAR_WORD} ?)?\d{{{{1,2}}}}{_NO_LONGER}){{{{1,8}}}}))"
)
_YEARS = re.compile(
    r"(?<!\d )(?<!each )(?<!every )(?<!\ba )(?<!per )(?<!this )(?<!last )(?<!next )"
    r"\b(?P<upto>up to )?(?P<school>(?:school|academic|in(?: school)?) )?(?P<word>years?|yrs?\.?|y)(?P<groups> groups?)? ?y?"
    rf"(?P<first>\d{{1,2}}){_NO_LONGER}(?:{_MORE_YEARS.format(to='again', listed='listed')})?"
    r"(?P<more> ?\+(?! ?\d)|(?: and| &)? (?:above|over|upwards|up)\b)?"
    r"(?P<pupils>'?s\b| \(?(?:primary|secondary|pupils|students|children|girls|boys)\b)?|"
    rf"\b(?:reception|(?:year|yr) r\b|r(?=-y))(?: class| year)?(?P<from_reception>{_TO_YEAR}{_YEAR_WORD} ?\d{{1,2}}|"
    rf"(?:{_AND_YEAR}(?:{_YEAR_WORD} ?)?\d{{1,2}}{_NO_LONGER}){{1,8}})"
)
""" "School years 7-9", "year 5 and 6 pupils", "yrs 3,4 & 5", "reception up to year 2"."""
_STAGES = re.compile(
    r"\b(?:ks|key stages?) ?(?P<first>[1-5])(?:(?: ?[-/,&] ?| (?:to|and) )(?:ks|key stage)? ?(?P<last>[1-5]))?\b"
)
_AGES_IN_STAGE = {1: (5, 7), 2: (7, 11), 3: (11, 14), 4: (14, 16), 5: (16, 18)}


def with_ages_of_pupils(words: str) -> str:
    """`words` (in small letters) with "ages 11 to 14" in place of "years 7, 8 and 9" and of "KS3"."""
    if not speaks_of(words, *_HINTS):
        return words
    return _STAGES.sub(_ages_of_stages, _YEARS.sub(_ages_of_pupils, words))


def _ages_of_pupils(found: re.Match[str]) -> str:
    """Of school years in England: year 7 is for those who become 12 in it, so "years 7-9" are 11 to 14.

    "Year 7 and above" begins at 11, and ends with school: it has no end that can be told.
    """
    reception = found["from_reception"]
    if not reception and not _of_school(found):
        return found.group()
    years = [int(figure) for figure in re.findall(r"\d+", found.group())]
    first, last = 0 if reception else years[0], years[-1]
    if not first <= last <= _LAST:
        return " ~ "
    if found["upto"]:
        return f" up to age {last + 5} "
    return " ~ " if found["more"] else f" ages {first + 4} to {last + 5} "


def _of_school(found: re.Match[str]) -> bool:
    """ "Years 7-11" and "year 11" may as well be ages; "yr 7 to yr 9", "year 5-6" and "years 7, 8 and 9" are not."""
    several = len(re.findall(r"\d+", found.group())) > 1
    one_word = not found["word"].endswith("s") and len(found.string) <= SHORT
    listed = found["listed"] and (re.search(r"[,/y]", found["listed"]) or _neighbours(found))
    said = (
        found["school"]
        or found["groups"]
        or found["pupils"]
        or found["again"]
        or found["upto"]
        or found.string[: found.start()].endswith(("school age, ", "school, ", "school age: "))
    )
    return bool(said or listed or (several and one_word))


def _neighbours(found: re.Match[str]) -> bool:
    """Nobody calls those of five and of six "years 5 and 6"; in a long text they may be those of a project."""
    first, *others = map(int, re.findall(r"\d+", found.group()))
    return others == [first + 1] and len(found.string) <= SHORT


def _ages_of_stages(found: re.Match[str]) -> str:
    first, last = int(found["first"]), int(found["last"] or found["first"])
    return f" ages {_AGES_IN_STAGE[first][0]} to {_AGES_IN_STAGE[last][1]} " if first <= last else " ~ "
