"""From the words of a question to scores: which assets have them, or serve what they mean, and are worth showing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from directory.search.embedded.clauses import Clause, Vocabulary
from directory.search.embedded.part import Assets, Part, has_bit
from directory.search.embedded.ragged import among
from directory.search.embedded.tally import Evidence, Values, tally
from directory.search.mending import look_up
from directory.search.query import Meaning, Query
from directory.search.ranking import MEANING, SATURATION, SIDE_BY_SIDE, TOGETHER, WORTH_SHOWING, rareness
from directory.search.wordings import MOST_WORDS, otherwise, words_asked
from directory.search.words import FAINT, Word, words_of


@dataclass(frozen=True)
class Pair:
    """Two words of the question that follow one another, and what that counts in a text in which they do too."""

    stems: tuple[str, str]
    worth: float


@dataclass(frozen=True)
class Matched:
    """In each part the assets that are worth showing and their text scores; the clauses; the words as mended."""

    found: Sequence[tuple[Assets, Values]]
    clauses: Sequence[Clause]
    corrected: str | None
    pairs: Sequence[Pair] = ()

    def words_in(self, part: int, assets: Assets) -> list[tuple[str, ...]]:
        """The words that were found in each of these assets of a part, as they are asked (after mending)."""
        has = [(clause.written, among(clause.found[part][0], assets)[0].tolist()) for clause in self.clauses]
        return [tuple(written for written, having in has if having[at]) for at in range(len(assets))]


def match(query: Query, vocabulary: Vocabulary) -> Matched | None:
    """None when the question has no words that say anything."""
    asked = words_asked(query)
    if not asked and not query.meant:
        return None
    meant = otherwise(asked, query.meant, vocabulary)
    looked_up = look_up(query, asked, meant, vocabulary)
    sources: list[_Source] = [_Words(clause) for clause in looked_up.alone if clause.count]
    alike = {meaning: [vocabulary.phrase(wording) for wording in meaning.alike] for meaning in meant}
    sources += [_meaning(meaning, clauses, alike[meaning], vocabulary) for meaning, clauses in looked_up.within.items()]
    meaning_something = (*looked_up.within.values(), *alike.values())
    clauses = [*looked_up.alone, *(clause for each in meaning_something for clause in each)]
    lifting = [vocabulary.clause(word.written, word.stem) for word in words_of(query.lifting)]
    found = [_lifted(*each, lifting, part) for part, each in enumerate(_worth_showing(sources, vocabulary.parts))]
    return Matched(found, [*clauses, *lifting], looked_up.corrected, _pairs(query, vocabulary))


def _pairs(query: Query, vocabulary: Vocabulary) -> list[Pair]:
    """Words of telling alone make none."""
    every = dict.fromkeys(pairwise(words_of(query.words)[:MOST_WORDS]))
    return [_pair(*both, vocabulary) for both in every if not FAINT.issuperset(word.written for word in both)]


def _pair(one: Word, other: Word, vocabulary: Vocabulary) -> Pair:
    rare = sum(vocabulary.clause(word.written, word.stem).rareness for word in (one, other))
    return Pair((one.stem, other.stem), SIDE_BY_SIDE * rare)


class _Source:
    """What some words, or what they mean, count: `most` is the rarest that an asset can have of it."""

    most: float

    def of(self, part: int) -> tuple[Assets, Values, Values | float]:
        """In a part: the assets, what it counts, and how rare that is."""
        raise NotImplementedError


class _Words(_Source):
    def __init__(self, clause: Clause) -> None:
        self._clause, self.most = clause, clause.rareness

    def of(self, part: int) -> tuple[Assets, Values, Values | float]:
        assets, impacts = self._clause.found[part]
        return assets, impacts * np.float32(self.most), self.most


class _Meaning(_Source):
    def __init__(self, found: Sequence[Evidence]) -> None:
        self._found, self.most = found, max((each.most_share for each in found), default=0.0)

    def of(self, part: int) -> tuple[Assets, Values, Values | float]:
        found = self._found[part]
        return found.assets, found.text, found.share


def _meaning(meaning: Meaning, clauses: Sequence[Clause], alike: Sequence[Clause], vocabulary: Vocabulary) -> _Meaning:
    """Words, other wordings and what they mean are one thing said: the best of them counts.

    Who says "lonely" does not ask for the word: however rare it is, what serves the need is half as good.
    """
    parts, flags = vocabulary.parts, [f"need:{need}" for need in meaning.needs]
    words: list[_Source] = [_Words(clause) for clause in clauses]
    said = [_sum(words, part, number, all_of_them=True) for number, part in enumerate(parts)]
    rare = rareness(vocabulary.total, sum(_count(part, flags) for part in parts))
    text = MEANING * max([rare * (SATURATION + 1), *(each.most_text for each in said)])
    share = MEANING * max([rare, *(each.most_share for each in said)])
    whole = max([each.most_share for each in said] + [clause.rareness for clause in alike if clause.count], default=0.0)
    found = []
    for number, (part, evidence) in enumerate(zip(parts, said, strict=True)):
        with tally(part) as counting:
            counting.add(evidence.assets, evidence.text, evidence.share)
            for flag in flags:
                counting.at_least(part.flagged(flag), text, share)
            for assets, impacts in (clause.found[number] for clause in alike):
                counting.at_least(assets, impacts * np.float32(whole), whole)
            found.append(counting.taken())
    return _Meaning(found)


def _worth_showing(sources: Sequence[_Source], parts: Sequence[Part]) -> list[tuple[Assets, Values]]:
    every = [_sum(sources, part, number) for number, part in enumerate(parts)]
    # Measured against the best answer there is, before any limit: a limit can only take answers away.
    best = max((each.most_share for each in every), default=0.0)
    return [_worth(each, best) for each in every]


def _lifted(assets: Assets, text: Values, lifting: Sequence[Clause], part: int) -> tuple[Assets, Values]:
    """What further words count in assets that are worth showing without them."""
    for clause in lifting:
        having, impacts = clause.found[part]
        has, places = among(having, assets)
        text[has] += impacts[places[has]] * np.float32(clause.rareness)
    return assets, text


def _worth(found: Evidence, best: float) -> tuple[Assets, Values]:
    if not len(found.assets):
        return found.assets, found.text
    part = found.share / np.float32(best)
    text = found.text * (np.float32(1 - TOGETHER) + np.float32(TOGETHER) * part)
    if (worth := part >= np.float32(WORTH_SHOWING)).all():
        return found.assets, text
    return found.assets[worth], text[worth]


def _sum(sources: Sequence[_Source], part: Part, number: int, *, all_of_them: bool = False) -> Evidence:
    """All sources together, of the assets that may be worth showing, or of all that have any."""
    if len(sources) == 1:
        assets, text, share = sources[0].of(number)
        return _here(Evidence(assets, text, share if not isinstance(share, float) else np.full_like(text, share)), part)
    ordered = sorted(sources, key=lambda source: -source.most)
    rest = sum(source.most for source in ordered)
    with tally(part) as counting:
        for source in ordered:
            # What has nothing but this word and those that follow, less rare, is not worth showing.
            known = not all_of_them and rest < WORTH_SHOWING * counting.most_share()
            counting.add(*source.of(number), known=known)
            rest -= source.most
        return counting.taken()


def _here(found: Evidence, part: Part) -> Evidence:
    if part.here is None:
        return found
    left = has_bit(part.here, found.assets)
    return Evidence(found.assets[left], found.text[left], found.share[left])


def _count(part: Part, flags: Sequence[str]) -> int:
    """The assets that have one of these flags and are there."""
    row = part.row(flags)
    return int(np.bitwise_count(row if part.here is None else row & part.here).sum())
