"""Whoosh as the quick start of its manual has it: its own scoring, in Python, posting by posting."""

import warnings
from collections.abc import Iterable
from math import cos, radians
from pathlib import Path

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than this Python and says so at import.
    warnings.simplefilter("ignore")
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
    from whoosh.index import create_in, exists_in, open_dir
    from whoosh.query import And, NumericRange, Or, Phrase, Term
    from whoosh.query import Query as Asked
    from whoosh.sorting import FieldFacet

from bench.rivals.catalogue import Stemmed
from bench.rivals.facts import DEGREE, counted
from bench.rivals.question import MILES, SHOWN, Question
from bench.rivals.rival import Answer, Rival
from directory.geography import Place
from directory.search.ranking import FIELDS


class PlainWhoosh(Rival):
    """Any of the words in any of the fields, or the phrase; counts are its own groups.

    Five miles are a box, and nearer counts no more than farther within it. It mends nothing.
    """

    name = "Whoosh, its own scoring"
    less = "a box for a circle; distance does not count; no spelling"
    most = 200_000

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._index = open_dir(folder) if exists_in(folder) else create_in(folder, _schema())
        self._searcher = self._index.searcher()

    def fill(self, every: Iterable[Stemmed]) -> None:
        new = not self._index.doc_count()
        writer = self._index.writer(limitmb=256)
        for one in every:
            texts = dict(zip(FIELDS, one.texts, strict=True))
            flags = " ".join(counted(one.document))
            there = (
                dict(zip(("latitude", "longitude"), *one.document.points[:1], strict=False))
                if one.document.points
                else {}
            )
            (writer.add_document if new else writer.update_document)(id=one.document.id, flag=flags, **texts, **there)
        writer.commit()
        self._searcher = self._searcher.refresh()

    def ask(self, question: Question) -> Answer:
        facet = FieldFacet("flag", allow_overlap=True)
        limits = [Term("flag", flag) for flag in question.flags]
        if question.near:
            limits += _around(question.near)
        found = self._searcher.search(
            _words(question), limit=SHOWN, filter=And(limits) if limits else None, groupedby={"flag": facet}
        )
        counts = {flag: len(assets) for flag, assets in found.groups("flag").items() if flag}
        return Answer(len(found), tuple(hit["id"] for hit in found), counts)

    def close(self) -> None:
        self._searcher.close()


def _schema() -> Schema:
    words = SpaceSeparatedTokenizer()
    texts = {field: TEXT(analyzer=words, field_boost=weight) for field, (weight, _) in FIELDS.items()}
    places = {name: NUMERIC(float) for name in ("latitude", "longitude")}
    return Schema(id=ID(unique=True, stored=True), flag=KEYWORD, **texts, **places)


def _words(question: Question) -> Asked:
    if question.phrase:
        return Or([Phrase(field, list(question.phrase_stems), boost=weight) for field, (weight, _) in FIELDS.items()])
    return Or([Term(field, stem) for stem in question.stems for field in FIELDS])


def _around(place: Place) -> list[Asked]:
    high = MILES / DEGREE
    wide = high / cos(radians(place.latitude))
    return [
        NumericRange("latitude", place.latitude - high, place.latitude + high),
        NumericRange("longitude", place.longitude - wide, place.longitude + wide),
    ]
