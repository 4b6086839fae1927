"""The heading of the results: how many, for what, and where."""

from directory.geography import NO_BREAK, Place
from directory.kinds import Precision
from directory.schedule_words.moments import list_words
from directory.search.find import ALWAYS
from directory.search.query import Results
from directory.search.question.said import Understood
from directory.search.relaxing import YOUR_WORDS
from recommender.needs import Vocabulary
from web.formatting import counted
from web.pages.results.asked import Asked
from web.pages.results.filters import say_miles

LONGEST = 60


def say_heading(asked: Asked, results: Results, place: Place | None, needs: Vocabulary) -> str:
    """ "12 results for “debt” within 5 miles of L4 3TH"."""
    if YOUR_WORDS in results.let_go:
        return f"Nothing found{_for(asked, results, needs)}{_where(place)}"
    if results.relaxed:
        return f"{counted(results.total, 'close match', 'close matches')}{_where(place)}"
    if not results.total:
        return f"Nothing found{_for(asked, results, needs)}{_where(place, asked.within)}"
    least = "At least " if results.at_least else ""
    return f"{least}{counted(results.total, 'result')}{_for(asked, results, needs)}{_where(place, asked.within)}"


def say_beyond(understood: Understood) -> str:
    """What stands above those that fit less: "These fit “choir”, but not all of this: Tuesday evenings, Free"."""
    limits = [one.words for one in understood.said if one.kind not in ALWAYS and one.changes]
    return f"These fit “{_short(understood.words)}”, but not {'all of this' * (len(limits) > 1) or 'this'}: {', '.join(limits)}"


def place_name(place: Place) -> str:
    """What a sentence calls it: "L4 3" for "near L4 3"."""
    return place.label.removeprefix("near ").replace(" ", NO_BREAK)


def say_precision(place: Place | None) -> str | None:
    """That distances are rough, when we know only the part of town of a whole postcode."""
    if place and place.label.startswith("near ") and place.precision in (Precision.SECTOR, Precision.DISTRICT):
        return f"We do not have that exact postcode, so distances are from the middle of {place_name(place)}."
    return None


def _for(asked: Asked, results: Results, needs: Vocabulary) -> str:
    # What else the words say stands below as limits that can be taken off; as they are mended stands there too.
    words = asked.q if results.corrected else results.understood.words
    if words:
        return f" for “{_short(words)}”"
    if asked.q:
        return ""
    names = [needs.get_need(one).name for one in asked.need]
    return f" for {list_words(names, 'or')}" if 0 < len(names) < 3 else ""


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]}…"


def _where(place: Place | None, miles: float | None = None) -> str:
    if place is None:
        return ""
    name = place_name(place)
    return f" within {say_miles(miles)} of {name}" if miles else f" near {name}"
