"""From the words of a question to what is looked for: each as it is, mended, or as the beginning of others."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from directory.search.mending import look_up
from directory.search.postgres.vocabulary import Clause, Vocabulary
from directory.search.query import Meaning, Query
from directory.search.ranking import MEANING, SIDE_BY_SIDE, WORTH_SHOWING, rareness
from directory.search.wordings import MOST_WORDS, otherwise, words_asked
from directory.search.words import FAINT, Word, words_of


@dataclass(frozen=True)
class Meant:
    """Needs that words of the question mean, those words, and how rare it is to serve one of the needs.

    `alike` are other wordings, as good as the words.
    """

    needs: tuple[str, ...]
    clauses: Sequence[Clause]
    alike: Sequence[Clause]
    rareness: float
    count: int

    @property
    def least(self) -> float:
        """How rare it is at least in some asset."""
        return MEANING * self.rareness if self.count else 0.0


@dataclass(frozen=True)
class Asked:
    """What is looked for. `alone` are words that mean nothing but themselves; `pairs` have their stems and worth."""

    alone: Sequence[Clause]
    meant: Sequence[Meant]
    lifting: Sequence[Clause]
    pairs: Sequence[tuple[str, float]]
    corrected: str | None
    dead: bool
    """Whether postings have assets that were taken out."""

    @property
    def clauses(self) -> list[Clause]:
        """Everything of which it is said whether it was found."""
        meant = [*(each.clauses for each in self.meant), *(each.alike for each in self.meant)]
        return [*self.alone, *(clause for each in meant for clause in each), *self.lifting]

    def parted(self) -> tuple[list[Clause], list[Clause]]:
        """The words alone: those that find assets, and those that only count where others were found.

        What has none but the latter is not worth showing, however many of them it has.
        """
        finding = sorted((clause for clause in self.alone if clause.count), key=lambda one: -one.rareness)
        best = max([*(one.rareness for one in finding[:1]), *(one.least for one in self.meant)], default=0.0)
        known: list[Clause] = []
        while finding and sum(one.rareness for one in [*known, finding[-1]]) < WORTH_SHOWING * best:
            known.append(finding.pop())
        return finding, known


def read(query: Query, vocabulary: Vocabulary) -> Asked | None:
    """None when the question has no words that say anything."""
    asked = words_asked(query)
    if not asked and not query.meant:
        return None
    vocabulary.expect(asked)
    meant = otherwise(asked, query.meant, vocabulary)
    looked_up = look_up(query, asked, meant, vocabulary)
    served = dict(zip(meant, vocabulary.serving, strict=False))
    return Asked(
        alone=looked_up.alone,
        meant=[
            _meant(meaning, clauses, served.get(meaning, 0), vocabulary)
            for meaning, clauses in looked_up.within.items()
        ],
        lifting=[vocabulary.clause(word.written, word.stem) for word in words_of(query.lifting)[:MOST_WORDS]],
        pairs=_pairs(words_of(query.words)[:MOST_WORDS], vocabulary),
        corrected=looked_up.corrected,
        dead=bool(vocabulary.dead),
    )


def stems_of(query: Query) -> set[str]:
    """The stems that a question may ask of the index."""
    words = (*words_asked(query), *words_of(query.words)[:MOST_WORDS], *words_of(query.lifting)[:MOST_WORDS])
    return {word.stem for word in words}


def _meant(meaning: Meaning, clauses: Sequence[Clause], count: int, vocabulary: Vocabulary) -> Meant:
    found = [clause for clause in clauses if clause.count]
    alike = [clause for wording in meaning.alike if (clause := vocabulary.phrase(wording)).count]
    return Meant(meaning.needs, found, alike, rareness(vocabulary.total, count), count)


def _pairs(said: Sequence[Word], vocabulary: Vocabulary) -> list[tuple[str, float]]:
    """Words of telling alone make none; nor do words that nothing has."""
    every = dict.fromkeys(pairwise(said))
    pairs = []
    for one, other in every:
        if not FAINT.issuperset((one.written, other.written)):
            both = [vocabulary.clause(word.written, word.stem) for word in (one, other)]
            if all(clause.count for clause in both):
                worth = SIDE_BY_SIDE * sum(clause.rareness for clause in both)
                pairs.append((f"{one.stem} {other.stem}", worth))
    return pairs
