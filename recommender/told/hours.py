"""The hours that a clause names: "evenings", "between 10 and 2", "after half six", "I finish at 5"."""

import re
from collections.abc import Sequence

from directory.understanding.spoken_numbers import NUMBER_WORDS
from recommender.told.week import AFTERNOON, DAYTIME, DINNER, EVENING, MORNING, WHOLE, Span, joined

PARTS: dict[str, Span] = {
    **dict.fromkeys(("morning", "mornings"), MORNING),
    **dict.fromkeys(("afternoon", "afternoons"), AFTERNOON),
    **dict.fromkeys(("evening", "evenings", "eves", "nights", "night"), EVENING),
    **dict.fromkeys(("daytime", "daytimes"), DAYTIME),
    **dict.fromkeys(("dinnertime", "dinnertimes", "lunchtime", "lunchtimes"), DINNER),
}
PARTS_OF_TWO = {
    "day time": DAYTIME,
    "the day": DAYTIME,
    "lunch time": DINNER,
    "the dark": EVENING,
    "after dark": EVENING,
}
OTHER_NIGHTS = frozenset(["last", "every", "all", "one", "quiz", "good"])
""" "Every night" and "quiz night" name no evening that she is free."""

_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d\d))?(am|pm)?")
_PAIR = re.compile(r"\b(\w[\w.:]*)(?:- ?| (?:to|till?|until|and) )(?=(\w[\w.:]*))")
_NO_CLOCK = re.compile(r"\w[\w.:]* (?:miles|quid|pounds|minutes|mins|weeks|kids|years|days)")
_ABOUT = r"(?:about |around |at least |half )?(\w[\w.:]*)"
_OWN_FROM = re.compile(rf"\bno time\b.*\b(?:till?|until) (?:after )?{_ABOUT}")
_WORKS_UNTIL = re.compile(rf"\b(?:finish(?: work)?(?: at| till| until)?|till?|until|before) {_ABOUT}")
_FROM = re.compile(rf"\b(?:after|from|past|before i can|finish(?: work)?(?: at)?|finish by) (?:work at )?{_ABOUT}")
_UNTIL = re.compile(rf"\b(?:before|by|back for|home for|until|till|til|up to) {_ABOUT}")
_WORK = re.compile(r"\b(?:finish|work|dont finish|cant|working)\b")


def hours_in(words: Sequence[str], text: str) -> list[Span]:
    """The stretches of a day that a clause names; its clock times, or else its parts of the day."""
    clocked = clock_in(text)
    if clocked is not None:
        return [clocked]
    spans = [PARTS[word] for place, word in enumerate(words) if word in PARTS and not _is_other_night(words, place)]
    spans.extend(span for said, span in PARTS_OF_TWO.items() if re.search(rf"\b{said}\b", text))
    return joined(spans)


def clock_in(text: str) -> Span | None:
    """The stretch between two clock times, or from or until one; figures as `clock_figures` leaves them."""
    paired = _paired(text)
    if paired is not None:
        return paired
    if own := _OWN_FROM.search(text):
        return _since(own[1])
    if "after work" in text:
        return EVENING
    if _WORK.search(text) and (until := _WORKS_UNTIL.search(text)) and _afternoon(until[1]) is not None:
        return _while_working(text, until[1])
    if (begins := _FROM.search(text)) and (since := _since(begins[1])):
        return since
    if (ends := _UNTIL.search(text)) and (minutes := _afternoon(ends[1])) is not None:
        return (WHOLE[0], minutes)
    return None


def _is_other_night(words: Sequence[str], place: int) -> bool:
    return words[place] == "night" and place > 0 and words[place - 1] in OTHER_NIGHTS


def _paired(text: str) -> Span | None:
    """ "9 to 5", "10-2"; "10 and 2" only behind "between"."""
    for pair in _PAIR.finditer(text):
        opens, closes = _minutes(pair[1]), _minutes(pair[2])
        if opens is None or closes is None or _NO_CLOCK.match(text[pair.end() :]):
            continue
        if " and " in pair[0] and not text[: pair.start()].endswith("between "):
            continue
        opens, closes = _in_order(opens, closes, pair[1], pair[2])
        if opens < closes:
            return (opens, closes)
    return None


def _since(word: str) -> Span | None:
    minutes = _afternoon(word)
    return (minutes, WHOLE[1]) if minutes is not None else None


def _while_working(text: str, until: str) -> Span:
    """ "I work till 3" and "can't before 11" name what is blocked; "college finish 4" what is free."""
    minutes = _afternoon(until) or WHOLE[1]
    if "finish" in text and not re.search(r"\b(?:work|dont|not)\b", text):
        return (minutes, WHOLE[1])
    morning = _minutes(until) or 0
    return (WHOLE[0], morning if re.search(r"\bbefore\b", text) and morning >= 7 * 60 else minutes)


def _minutes(word: str) -> int | None:
    """A time of day in minutes, as it is said: "9", "9.30", "4pm", "nine"."""
    word = word.rstrip(".:")
    if NUMBER_WORDS.get(word, 13) <= 12:
        return NUMBER_WORDS[word] * 60
    if word in {"noon", "midday", "dinnertime", "lunchtime"}:
        return 12 * 60
    found = _CLOCK.fullmatch(word)
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    hour = int(found[1]) % 12 + 12 if found[3] == "pm" else int(found[1])
    return hour * 60 + int(found[2] or 0)


def _afternoon(word: str) -> int | None:
    """One time alone: an hour before eight is of the afternoon, unless "am" says that it is not."""
    minutes = _minutes(word)
    if not minutes:
        return None
    return minutes + 12 * 60 if minutes < 8 * 60 and not word.rstrip(".").endswith("am") else minutes


def _in_order(opens: int, closes: int, first: str, last: str) -> Span:
    if last.endswith("pm") and not first.endswith(("am", "pm")) and opens + 720 < closes:
        opens += 720
    if opens < 7 * 60 and not first.endswith("am"):
        opens += 720
    if closes <= opens and not last.endswith("am"):
        closes += 720
    return opens, min(closes, WHOLE[1])
