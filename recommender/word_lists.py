"""Word lists kept as files: which words are small, how dialect and text-speak are spelt in full, what sets no alarm off.

Two files, `wording.csv` for every reader of words and `urgent/wording.csv` for urgent ones, with
the columns `list`, `said` and, where it stands for something else, `meant`.
"""

from functools import cache

from recommender.shipped import shipped_rows


@cache
def list_words(file: str, name: str) -> frozenset[str]:
    """The words of one list in a file."""
    return frozenset(said for said, _ in _rows(file, name))


@cache
def meanings(file: str, name: str) -> dict[str, str]:
    """What the words of one list stand for."""
    return dict(_rows(file, name))


def pairs(file: str, name: str) -> dict[tuple[str, str], str]:
    """The one word that two words in a row stand for ("do not": "dont")."""
    return {(said.split()[0], said.split()[1]): meant for said, meant in _rows(file, name)}


@cache
def _rows(file: str, name: str) -> tuple[tuple[str, str], ...]:
    return tuple((row["said"], row["meant"]) for row in shipped_rows(file) if row["list"] == name)
