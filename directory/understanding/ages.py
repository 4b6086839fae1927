"""Whom it is for by age, as partners write it. Both ends are inclusive and in years; weeks and months are parts of one.

"Over 18" is 18 and older, "over 50s" 50, for that is what people mean; "under 5s" is at most 4. "Adults" alone is 18.
Nothing is read where the age is a child's and the place a parent's ("parents of under 5s"), where it is a condition
("under 16s with an adult"), a price ("under 5s free"), or where two ages disagree.
"""

import re
from typing import NamedTuple

from directory.understanding import age_phrases as phrases
from directory.understanding.remembering import remembered, speaks_of
from directory.understanding.school_years import with_ages_of_pupils
from directory.understanding.spoken_numbers import age_figures
from directory.understanding.wording import plain_words

_DIGIT = re.compile(r"\d")
PENSION_AGE = 66.0
SCHOOL_ENDS = 16.0
ANY_AGE = 80.0
""" "From 18 to 80" is a way to say: however old."""
PRIMARY_ENDS, TEENS_END, HOURS_OF_A_DAY = 10, 19, 23
ALONE = 8
"""Years from which a child comes without a parent."""
_MOST_AGES = 20
"""A text that names more is no description of whom one activity is for."""


class Ages(NamedTuple):
    """From which age to which, in years, each inclusive; None where there is no limit."""

    minimum: float | None = None
    maximum: float | None = None


@remembered
def read_ages(text: str) -> Ages | None:
    """The ages that `text` surely says it is for; None when it says none, all ages, or too many."""
    if not (_DIGIT.search(text) or speaks_of(text, *phrases.HINTS)):
        return None
    words = age_figures(plain_words(text)[: phrases.LONGEST]).lower()
    if speaks_of(words, *phrases.CARING_HINTS):
        words = phrases.CARED_FOR.sub(_without_her_age, words)
    words = with_ages_of_pupils(_with_birthdays(words))
    if "s to" in words or "s-" in words or "s -" in words or "ish" in words:
        words = phrases.LOOSELY_WRITTEN.sub(r"\1\2", words)
    if "0s" in words or "0's" in words:
        words = phrases.DECADES.sub(_decades, words)
    words = phrases.TIMES_OF_A_DAY.sub(" ~ ", phrases.NO_AGE.sub(_blanked, words))
    found = _found(words)
    if found is None:
        return None
    if not found:
        return _in_words(words)
    if (len(found) < 2 and phrases.BY_THE_HOUR.search(words)) or _grown_ups_later(words):
        return None
    return _together(list(dict.fromkeys(found)))


def _grown_ups_later(words: str) -> bool:
    return speaks_of(words, "adults ", "ups ", "seniors ") and phrases.GROWN_UPS_LATER.search(words) is not None


def _with_birthdays(words: str) -> str:
    """ "Haven't turned 26" as "under 26", "14, 15 or 16" as "ages 14 to 16"."""
    if speaks_of(words, "birthday", "turned", "reached", " yet", "turn "):
        words = phrases.BIRTHDAY.sub(lambda found: f"{phrases.BIRTHDAYS[found[1]]}th", words)
        words = phrases.NOT_YET.sub(lambda found: f"under {found[found.lastgroup or 0]}", words)
        words = phrases.BIRTHDAY_OF_CARE.sub(" @ ", words)
        words = phrases.PUPILS_AND_NOT_YET.sub(_from_school_year, words)
        words = phrases.OLDER_AND_NOT_YET.sub(lambda found: f"{found['low']}+, {found['high']}", words)
    return phrases.EACH_AGE.sub(_each, words) if ", " in words else words


def _from_school_year(found: re.Match[str]) -> str:
    return f"ages {int(found['year']) + 4} to {int(found['under']) - 1}"


def _each(found: re.Match[str]) -> str:
    years = [int(figure) for figure in re.findall(r"\d+", found.group())]
    whole = years == list(range(years[0], years[-1] + 1))
    return f"ages {years[0]} to {years[-1]}" if whole else found.group()


def _blanked(found: re.Match[str]) -> str:
    """A mark in place of what is no age: "~" for a price, which makes an age a condition, "@" for all else."""
    return " ~ " if re.search(r"£|\dp$", found.group()) else " @ "


def _without_her_age(found: re.Match[str]) -> str:
    """Who cares for somebody comes, and her kin do not; "parents of under 5s" are kin who do."""
    return " @ " if found["caring"] or _DIGIT.search(found.group()) else found.group()


def _decades(found: re.Match[str]) -> str:
    low, high = int(found["low"]), int(found["high"] or found["low"])
    if found["more"]:
        return f" over {low}0s "
    return f" ages {low}0 to {high}9 " if low <= high else " ~ "


def _in_words(words: str) -> Ages | None:
    """Where no figure says it: adults, or the children of a primary school from reception to year 6."""
    if _for_adults(words):
        return Ages(18.0)
    if phrases.PENSIONERS.search(words):
        return Ages(PENSION_AGE)
    if phrases.OF_WORKING_AGE.search(words):
        return Ages(SCHOOL_ENDS, PENSION_AGE)
    if phrases.TEENAGERS.search(words) and not phrases.PARENTS.search(words):
        return Ages(13.0, 19.0)
    return Ages(4.0, 11.0) if phrases.PRIMARY.search(words) and not phrases.PARENTS.search(words) else None


def _found(words: str) -> list[Ages] | None:
    """Every age that is said; None when one of them is a condition or a child's, so that nothing is sure."""
    ages: list[Ages] = []
    taken: list[range] = []
    for pattern, read in (
        (phrases.RANGE, _range),
        (phrases.MINIMUM, _minimum),
        (phrases.MAXIMUM, _maximum),
        (phrases.FROM_WEEKS, _from_weeks),
    ):
        for match in pattern.finditer(words):
            if any(match.start() in span or match.end() - 1 in span for span in taken):
                continue
            if phrases.EXPERIENCE.match(words, match.end()):
                continue
            age = read(match, words)
            if age is None:
                continue
            if _conditional(age, match, words):
                if _of_the_young_among(age, ages):
                    continue
                return None
            taken.append(range(match.start(), match.end()))
            ages.append(age)
            if len(ages) > _MOST_AGES:
                return None
    return ages


def _of_the_young_among(age: Ages, ages: list[Ages]) -> bool:
    """Whether it only tells the conditions of some who may come: "12+ (under 16s with an adult)"."""
    most = age.maximum
    return most is not None and any(other.minimum is not None and other.minimum <= most for other in ages)


def _conditional(age: Ages, match: re.Match[str], words: str) -> bool:
    """Whether the age is only half of a condition: "60+ or disabled", "under 16s with an adult"."""
    after = re.split(r"[.;\n]", words[match.end() : match.end() + 60])[0]
    if re.match(r",? or younger if\b", after):
        return True
    if re.match(r"[ (]{1,2}or (?!(?:over|above|older|more|under|younger|below)\b(?! \d))\w", after):
        return True
    child = age.maximum is not None and age.maximum < 18
    if child and phrases.PARENTS.search(_around(match, words) if (age.minimum or 0) >= ALONE else words):
        return True
    if age.minimum is None or (
        age.maximum is None
        and re.match(
            r"[^\w,~£]*(?:free|half|£|~|accompan|pays? |(?:do(?:n't| not)|needn't) (?:have to )?pay|go(?:es)? free)",
            after,
        )
    ):
        return (
            phrases.CONDITION.search(after) is not None or re.match(r",? and (?:anyone|their|those)", after) is not None
        )
    return False


def _around(match: re.Match[str], words: str) -> str:
    """The sentence in which it stands: "Girls aged 12 to 17. Mums wait in the café." are girls'."""
    begins = max(words.rfind(mark, 0, match.start()) for mark in ".!?;\n") + 1
    ends = re.search(r"[.!?;\n]", words[match.end() :])
    return words[begins : match.end() + ends.start() if ends else len(words)]


def _range(match: re.Match[str], words: str) -> Ages | None:
    low, high = _low(match), _years(match["high"], match["high_unit"])
    months_to_nothing = match["low_unit"] and not (match["high_unit"] or match["high_years"])
    if not low < high <= phrases.OLDEST or months_to_nothing or phrases.COUNTED.match(words, match.end()):
        return None
    if _is_only_two_numbers(match) or (match["high_unit"] and not _is_of_small_children(low, words)):
        return None
    whole = Ages(low, high if high < ANY_AGE else None)
    return whole if _is_said_to_be_age(match) or _alone(match, words) else None


def _low(match: re.Match[str]) -> float:
    """In "6-18 months" the unit at the end is that of both."""
    if match["low"] in {"birth", "newborn"}:
        return 0.0
    return _years(match["low"], match["low_unit"] or (None if match["low_years"] else match["high_unit"]))


def _is_only_two_numbers(match: re.Match[str]) -> bool:
    """ "5 and 7" is a range after "between" and "ages" alone."""
    joined_by_and = re.search(r"\d ?\w* ?(?:and|&) ?\d", match.group()) is not None
    return joined_by_and and not (match["lead"] or "").startswith(("between", "age", "if you"))


def _is_of_small_children(low: float, words: str) -> bool:
    """Months are an age where somebody speaks of children or ages; else a course lasts so long."""
    in_field = low == 0 and len(words) <= phrases.SHORT
    return phrases.CHILDREN.search(words) is not None or _says_age(words) or in_field


def _is_said_to_be_age(match: re.Match[str]) -> bool:
    said = match["high_years"] or match["plural"] or match["high_unit"] or match["low"] == "birth"
    return bool(said or "age" in (match["lead"] or "") or (match["lead"] or "").startswith("if"))


def _says_age(words: str) -> bool:
    return re.search(r"\bage[sd]?\b|\bold\b|birth|newborn|crawl|pre-?school|nursery", words) is not None


def _alone(match: re.Match[str], words: str) -> bool:
    """A bare range is an age in a short text, at the beginning of a part of it."""
    before = words[: match.start()].rstrip()
    begins = not before or before[-1] in ",;:(\n/" or phrases.BEFORE_BARE_AGES.search(before)
    return (
        len(_around(match, words)) <= phrases.SHORT
        and bool(begins or _ends_name(match, words))
        and "~" not in words[match.end() : match.end() + 6]
    )


def _ends_name(match: re.Match[str], words: str) -> bool:
    """ "Drop-in 14-18": at the end of a short text, and no hours of a day."""
    low, high = int(match["low"]), int(match["high"])
    at_end = not words[match.end() :].strip(" .)") and re.search(r"[a-z)] $", words[: match.start()])
    in_years = high > HOURS_OF_A_DAY or (low > PRIMARY_ENDS and low + 3 <= high <= TEENS_END)
    return bool(at_end) and in_years and len(words) <= phrases.SHORT


def _minimum(match: re.Match[str], words: str) -> Ages | None:
    age = int(match["a"] or match["b"] or match["c"])
    more = match["a_more"] or match["a_years"] or match["b_more"] or match["c_more"]
    if phrases.COUNTED.match(words, match.end()) or not 1 <= age < 100:
        return None
    if match["b"] and not more and not _ends_well(words, match.end()):
        return None
    if match["c"] and "age" not in match.group() and not more and re.match(r"(?:at least|above)", match.group()):
        return None
    return Ages(float(age))


def _maximum(match: re.Match[str], words: str) -> Ages | None:
    if phrases.COUNTED.match(words, match.end()):
        return None
    if match["below"]:
        well = match["below_more"] or "age" in match.group() or _ends_well(words, match.end())
        short_time = re.search(r"\b(?:years?|yrs?)$", match.group()) and not _ends_well(words, match.end())
        return (
            Ages(None, float(int(match["below"]) - 1)) if well and not short_time and int(match["below"]) > 0 else None
        )
    if match["upto"]:
        return Ages(None, float(match["upto"]))
    said = (
        match["aged"]
        or match["most_more"]
        or match["included"]
        or phrases.THOSE.search(words, max(0, match.start() - 20), match.start())
        or re.match(r" (?:with|if) ", words[match.end() :])
    )
    return Ages(None, float(match["most"])) if said else None


def _from_weeks(match: re.Match[str], words: str) -> Ages | None:
    return (
        Ages(_years(match["low"], match["unit"]))
        if phrases.CHILDREN.search(words) or _says_age(words) or len(words) < 20
        else None
    )


def _ends_well(words: str, end: int) -> bool:
    """Whether the number is followed by nothing that it could be counting."""
    return (
        re.match(
            r"\W*$|[,;.)(\n?!]| (?:and|&|or|who|with|living|only|in|women|men|ladies|adults|residents)\b", words[end:]
        )
        is not None
    )


def _years(number: str, unit: str | None) -> float:
    if unit and unit.startswith("w"):
        return round(int(number) / 52, 2)
    if unit and unit.startswith("m"):
        return round(int(number) / 12, 2)
    return float(number)


def _for_adults(words: str) -> bool:
    if phrases.ADULTS.search(words) is None or phrases.ADULTS_FOR_A_WHILE.search(words):
        return False
    return not phrases.CHILDREN.search(phrases.NO_CHILDREN.sub(" ", words))


def _together(ages: list[Ages]) -> Ages | None:
    """One pair of limits out of all that is said; None when they do not fit together."""
    if len(ages) == 1:
        return ages[0]
    whole = [(age.minimum, age.maximum) for age in ages if age.minimum is not None and age.maximum is not None]
    if len(whole) == len(ages):
        return _joined(sorted(whole))
    lows = {age.minimum for age in ages if age.minimum is not None}
    highs = {age.maximum for age in ages if age.maximum is not None}
    if len(lows) == len(highs) == 1 and not whole:
        low, high = lows.pop(), highs.pop()
        return Ages(low, high) if low is not None and high is not None and low < high else None
    return None


def _joined(spans: list[tuple[float, float]]) -> Ages | None:
    """Neighbouring groups ("5-7, 8-11") make one span; a gap between them makes none."""
    low, high = spans[0]
    for begins, ends in spans[1:]:
        if begins > high + 1:
            return None
        high = max(high, ends)
    return Ages(low, high)
