"""What the running configuration says of how suggestions are made: nothing on that page is written down twice."""

from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path

import structlog

from directory.circumstances import PEOPLE
from directory.schedule_words.moments import list_words
from directory.search import ranking as search_ranking
from recommender.needs import vocabulary

log = structlog.get_logger()

FIELD_NAMES = {
    "name": "its name",
    "organization": "who runs it",
    "needs": "what it helps with",
    "categories": "what it is listed under",
    "places": "where it is",
    "description": "its description",
}

WAYS = {
    "walk": "On foot",
    "wheel": "In a wheelchair or on a scooter",
    "bus": "By bus",
    "car": "By car",
    None: "Not known",
}


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One signal: what it looks at, its family, and its share of a score in per cent."""

    meaning: str
    family: str
    share: float


def list_signals(data_dir: Path) -> tuple[list[SignalRow], bool]:
    """Every signal of the recommender with the weight that stands, heaviest first; whether weights were learnt."""
    from recommender.learnt import load_learnt  # this page alone needs the recommender loaded
    from recommender.signals import list_signals as registered

    weights = load_learnt(data_dir, log.warning).weights
    rows = [SignalRow(one.meaning.rstrip("."), one.family, round(one.weight * 100, 1)) for one in registered(weights)]
    return sorted(rows, key=lambda row: (-row.share, row.meaning)), bool(weights)


def list_rules() -> list[tuple[str, str]]:
    """(name, meaning) of every hard rule, in the order in which they are asked."""
    from recommender.eligibility import RULES

    return [(_words(rule.__name__), _first_paragraph(rule.__doc__ or "")) for rule in RULES]


def list_reaches() -> list[tuple[str, float, float]]:
    """(way of getting about, miles at which half the value of being near is gone, miles beyond which nothing is shown)."""
    from recommender.reach import FARTHEST, HALF_AT

    return [(words, HALF_AT[way], FARTHEST[way]) for way, words in WAYS.items()]


def list_peculiar() -> list[tuple[str, str]]:
    """(need, the people whom it is of): what serves it is hardly for anybody else."""
    from recommender.peculiar import PECULIAR

    return [
        (vocabulary().get_need(need).name, list_words([PEOPLE.get(one, one) for one in people], "or"))
        for need, people in PECULIAR.items()
    ]


def taught_by() -> tuple[int, int]:
    """How many listings, and how many sentences of people in need, the models learnt from."""
    from recommender.needs_model import list_sentences
    from recommender.serving import list_listings

    return len(list_listings()), len(list_sentences())


def least_fit() -> float:
    """How well (0 to 1) a place must serve a need to be suggested for it."""
    from recommender.ranking import FLOOR

    return FLOOR


def list_fields() -> list[tuple[str, float]]:
    """(part of a listing, how much a word found there counts) of the search, heaviest first."""
    known = [(FIELD_NAMES.get(name, name), weight) for name, (weight, _) in search_ranking.FIELDS.items()]
    return sorted(known, key=lambda field: -field[1])


def _first_paragraph(text: str) -> str:
    return " ".join(cleandoc(text).partition("\n\n")[0].split())


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def vocabulary_version() -> str:
    """The version of the vocabulary of needs that is in use."""
    return vocabulary().version
