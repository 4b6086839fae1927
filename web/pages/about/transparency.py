"""What the running configuration says of how suggestions are made: nothing on that page is written down twice."""

from dataclasses import dataclass

from directory.search import ranking as search_ranking
from recommender.needs import vocabulary

FIELD_NAMES = {
    "name": "its name",
    "organization": "who runs it",
    "needs": "what it helps with",
    "categories": "what it is listed under",
    "places": "where it is",
    "description": "its description",
}


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One signal: what it looks at, its family, and its share of a score in per cent."""

    meaning: str
    family: str
    share: float


def list_signals() -> list[SignalRow]:
    """Every signal of the recommender with its weight, heaviest first."""
    from recommender.signals import list_signals as registered  # this page alone needs the recommender loaded

    rows = [SignalRow(one.meaning.rstrip("."), one.family, round(one.weight * 100, 1)) for one in registered()]
    return sorted(rows, key=lambda row: (-row.share, row.meaning))


def list_rules() -> list[tuple[str, str]]:
    """(name, meaning) of every hard rule, in the order in which they are asked."""
    from recommender.eligibility import RULES

    return [(_words(rule.__name__), (rule.__doc__ or "").strip().partition("\n")[0]) for rule in RULES]


def list_fields() -> list[tuple[str, float]]:
    """(part of a listing, how much a word found there counts) of the search, heaviest first."""
    known = [(FIELD_NAMES.get(name, name), weight) for name, (weight, _) in search_ranking.FIELDS.items()]
    return sorted(known, key=lambda field: -field[1])


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def vocabulary_version() -> str:
    """The version of the vocabulary of needs that is in use."""
    return vocabulary().version
