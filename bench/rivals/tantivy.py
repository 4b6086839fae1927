"""tantivy: what Lucene does, in Rust, called from Python."""

from collections.abc import Iterable
from math import cos, radians
from pathlib import Path

import numpy as np
import tantivy
from tantivy import FieldType, Occur

from bench.rivals.catalogue import Stemmed
from bench.rivals.facts import DEGREE, counted
from bench.rivals.question import HALVED, MILES, SHOWN, Question
from bench.rivals.rival import Answer, Ask, Rival
from directory.geography import Place, distances_miles
from directory.search.ranking import FIELDS

MEMORY = 200_000_000
RANKED = 1_000
"""Of so many with the best words the best by words and distance are found."""
COUNTS = {"flags": {"terms": {"field": "flag", "size": 1000}}}


class Tantivy(Rival):
    """Any of the words in any of the fields, each field by its weight; or the phrase in one of them.

    Five miles are a box, and distance counts only among the thousand best by words, for it knows no places. Nothing is
    multiplied by how sure an asset is, and nothing mended. Counting adds a pass over everything that matches; without
    counts it need not look at all of it, and does not say how many there are.
    """

    name = "tantivy"
    less = "a box for a circle; distance among 1,000; no spelling"

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._schema = _schema()
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._searcher = self._index.searcher()

    def fill(self, every: Iterable[Stemmed]) -> None:
        new = not self._searcher.num_docs
        writer = self._index.writer(heap_size=MEMORY, num_threads=1)
        for one in every:
            if not new:
                writer.delete_documents_by_term("id", one.document.id)
            writer.add_document(_document(one))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> Answer:
        query = self._query(question)
        found = self._searcher.search(query, RANKED if question.near else SHOWN, count=True)
        groups = self._searcher.aggregate(query, COUNTS)["flags"]["buckets"]
        return Answer(
            found.count or 0, self._ids(found.hits, question), {one["key"]: one["doc_count"] for one in groups}
        )

    def ways(self) -> dict[str, tuple[str, Ask]]:
        return {**super().ways(), "tantivy, without counts": ("no facets, no total", self._without_counts)}

    def _without_counts(self, question: Question) -> Answer:
        found = self._searcher.search(self._query(question), RANKED if question.near else SHOWN, count=False)
        return Answer(0, self._ids(found.hits, question), {})

    def _query(self, question: Question) -> tantivy.Query:
        if question.phrase:
            words = [self._in_field(field, list(question.phrase_stems)) for field in FIELDS]
        else:
            words = [self._in_field(field, stem) for stem in question.stems for field in FIELDS]
        asked = [(Occur.Must, tantivy.Query.boolean_query([(Occur.Should, word) for word in words]))]
        limits = [tantivy.Query.term_query(self._schema, "flag", flag) for flag in question.flags]
        if question.near:
            limits += self._around(question.near)
        asked += [(Occur.Must, tantivy.Query.const_score_query(limit, 0.0)) for limit in limits]
        return tantivy.Query.boolean_query(asked)

    def _in_field(self, field: str, words: str | list[str]) -> tantivy.Query:
        one = tantivy.Query.term_query if isinstance(words, str) else tantivy.Query.phrase_query
        return tantivy.Query.boost_query(one(self._schema, field, words), FIELDS[field][0])

    def _around(self, place: Place) -> list[tantivy.Query]:
        high = MILES / DEGREE
        wide = high / cos(radians(place.latitude))
        sides = (("latitude", place.latitude, high), ("longitude", place.longitude, wide))
        return [
            tantivy.Query.range_query(self._schema, name, FieldType.Float, middle - half, middle + half)
            for name, middle, half in sides
        ]

    def _ids(self, hits: list[tuple[float, tantivy.DocAddress]], question: Question) -> tuple[str, ...]:
        if question.near and hits:
            hits = self._nearer_first(hits, question.near)
        return tuple(self._searcher.doc(address)["id"][0] for _, address in hits[:SHOWN])

    def _nearer_first(
        self, hits: list[tuple[float, tantivy.DocAddress]], place: Place
    ) -> list[tuple[float, tantivy.DocAddress]]:
        addresses = [address for _, address in hits]
        there = [np.array(self._searcher.fast_field_values(name, addresses)) for name in ("latitude", "longitude")]
        miles = distances_miles(place, *there)
        scores = np.array([score for score, _ in hits]) / (1 + miles / HALVED)
        return [hits[at] for at in np.argsort(-scores, kind="stable")[:SHOWN].tolist() if miles[at] <= MILES]


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in FIELDS:
        builder.add_text_field(field, tokenizer_name="whitespace")
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("flag", fast=True, tokenizer_name="raw", index_option="basic")
    for name in ("latitude", "longitude"):
        builder.add_float_field(name, indexed=True, fast=True)
    return builder.build()


def _document(one: Stemmed) -> tantivy.Document:
    document = tantivy.Document(id=one.document.id, flag=list(counted(one.document)))
    for field, text in zip(FIELDS, one.texts, strict=True):
        document.add_text(field, text)
    for latitude, longitude in one.document.points[:1]:
        document.add_float("latitude", latitude)
        document.add_float("longitude", longitude)
    return document
