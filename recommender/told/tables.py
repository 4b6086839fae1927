"""The tables of this package: everyday phrases and what they surely tell. CSV that anybody can read and argue about.

A cell lists phrases separated by ";". Brackets list what may stand in one place, so that "(lost|buried) my (wife|mum)"
is four phrases; an empty choice may be left out. `whose` says when a phrase counts:

- `own`: of the person who is spoken of there ("in a wheelchair");
- `kin`: of the speaker, whoever the sentence is about ("my husband died");
- `child`: of the speaker, where she or a child of hers is spoken of ("the kids are in school");
- `trap`: never; it keeps a shorter phrase inside it from counting ("blind date").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from recommender.phrases import ANY_WORD, Phrase, PhraseBook
from recommender.shipped import listed, shipped_rows
from recommender.wording import FILLERS, Token, plain, tokens

OPENING = frozenset("has have had been was got is are be getting just me".split())
"""Small words that tell something where a phrase begins with them."""

OTHERS = frozenset("he she his her they their".split())
"""Small words that say of whom a phrase is: "since she went" is not "since I went"."""
HAVE = "have"
"""The stem of "I've", so that "I've cancer" and "have cancer" are one phrase."""
TABLES = ("circumstances", "access", "limits", "gender", "ages", "children", "avoid")
_CHOICE = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: what its phrases tell, when they count, and the phrases."""

    table: str
    id: str
    whose: str
    phrases: tuple[str, ...]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """The rows of one table, its phrases spelt out."""
    return tuple(
        Row(table, row["id"], row["whose"], tuple(one for cell in listed(row["words"]) for one in spelt_out(cell)))
        for row in shipped_rows(f"told/{table}.csv")
    )


@cache
def book(table: str) -> PhraseBook:
    """The phrases of one table, ready to be found; a meaning is the number of its row."""
    book = PhraseBook()
    for number, row in enumerate(rows(table)):
        for phrase in row.phrases:
            book.add(Phrase(str(number), phrase, every_stem(phrase) if row.whose == "trap" else telling_stems(phrase)))
    return book


def every_stem(text: str) -> tuple[str, ...]:
    """All stems of a phrase: a trap is meant word by word."""
    return tuple(_stem(token) for token in tokens(plain(text)))


def telling_stems(text: str) -> tuple[str, ...]:
    """The stems of a phrase without small words in its middle.

    Those at its ends stay, for "has to be quiet" is not "to quiet", nor "sit with her" "sit with".
    """
    if ANY_WORD in text:
        return every_stem(text)
    every = tokens(plain(text))
    last = len(every) - 1
    telling = [
        _stem(token)
        for place, token in enumerate(every)
        if token.word not in FILLERS or token.word in OTHERS or place == last or (place == 0 and token.word in OPENING)
    ]
    return tuple(telling) if len(telling) > 1 else every_stem(text)


def _stem(token: Token) -> str:
    return HAVE if token.word == "ive" else token.stem


def spelt_out(cell: str) -> Iterator[str]:
    """Every phrase that a cell with choices in brackets stands for."""
    parts = _CHOICE.split(cell)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())


@cache
def table_words() -> frozenset[str]:
    """Every word of these tables: none of them is misspelt."""
    cells = " ".join(row["words"] for table in TABLES for row in shipped_rows(f"told/{table}.csv"))
    return frozenset(re.findall(r"[a-z]+", cells.lower().replace("'", "")))
