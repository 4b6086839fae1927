"""A whole search, from the words of a person to ten assets ready to show, against FTS5; and a page against an empty one."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from http import HTTPStatus
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bench.compared.asking import interleaved
from bench.indexing import Making
from bench.rivals.catalogue import Generated
from bench.rivals.fts5 import Fts5
from bench.rivals.question import MILES, Question
from directory.additions import Addition
from directory.assets import add_assets
from directory.catalogue import Catalogue
from directory.clock import now
from directory.search.find import find_assets
from directory.search.indexing import rebuild
from directory.search.suggestions import suggest
from recommender.urgent import read_urgent
from web.app import create_app
from web.catalogue import create_catalogue
from web.commands.opening import prepare
from web.settings import WebSettings

AT_ONCE = 1_000
A_WHILE = 50
"""Pages of one catalogue before the other's turn: a process keeps one vocabulary in mind, and reads it anew after a change."""
BEGUN = 3
"""Letters that somebody has typed when words are suggested."""


class Rows:
    """FTS5 with every asset beside it as JSON, the quickest way to have ten of them ready to show."""

    def __init__(self, folder: Path) -> None:
        self._words = Fts5(folder)
        self._connection = self._words.connection
        self._connection.execute("CREATE TABLE IF NOT EXISTS shown (id TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID")

    def fill(self, generated: Generated) -> None:
        """Keep these, and their words."""
        self._words.fill(generated)
        rows = ((one.document.id, json.dumps(asdict(one.document), default=str)) for one in generated)
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT OR REPLACE INTO shown VALUES (?, ?)", rows)
        self._connection.execute("COMMIT")

    def ask(self, question: Question) -> tuple[list[dict[str, Any]], dict[str, int]]:
        """Ten assets and all counts. The words are stemmed, and slips were mended for it; nothing else is read in them."""
        found = self._words.ask(replace(question))  # a copy, which has no stems yet
        marks = ", ".join("?" * len(found.ids))
        rows = dict(self._connection.execute(f"SELECT id, said FROM shown WHERE id IN ({marks})", found.ids))  # noqa: S608
        return [json.loads(rows[one]) for one in found.ids], found.counts


@contextmanager
def catalogue_of(folder: Path, size: int) -> Iterator[Catalogue]:
    """A database and an index that hold so many assets, made once and kept in the folder."""
    there = folder / f"catalogue-{size}"
    catalogue = create_catalogue(WebSettings(data_dir=there, database_url="", search_url=""))
    complete = there / "complete"
    if not complete.exists():
        shutil.rmtree(there, ignore_errors=True)
    # What was made by an earlier version is brought up to date, index too.
    prepare(catalogue)
    if not complete.exists():
        _fill(catalogue, size)
        complete.touch()
    catalogue.follow()
    try:
        yield catalogue
    finally:
        catalogue.close()


def searches(folder: Path, generated: Generated, questions: Sequence[Question]) -> dict[str, Any]:
    """Ours reads the words, mends them, finds what they mean and says why each answer is one; a session for each question."""
    with catalogue_of(folder, generated.size) as catalogue, tempfile.TemporaryDirectory() as fresh:
        rows = Rows(Path(fresh))
        rows.fill(generated)

        def ours(question: Question) -> object:
            with catalogue.reading() as session:
                find_place = catalogue.gazetteer.find_place
                return find_assets(session, catalogue.index, question.typed, find_place=find_place)

        def suggestions(question: Question) -> object:
            with catalogue.reading() as session:
                return suggest(session, catalogue.index, question.words[:BEGUN])

        return _beside({"Waymark": ours, "SQLite FTS5": rows.ask, "Suggestions while typing": suggestions}, questions)


def pages(folder: Path, generated: Generated, questions: Sequence[Question]) -> dict[str, Any]:
    """The page of results with its twenty cards, map and filters; and the same page of a directory that holds nothing."""
    with catalogue_of(folder, generated.size) as catalogue, catalogue_of(folder, 0) as empty:
        full, bare = (_visitor(one) for one in (catalogue, empty))
        asks: Mapping[str, Callable[[Question], object]] = {
            "Results": lambda question: _body(full.get(_address(question))),
            "An empty page": lambda _: _body(bare.get("/search")),
        }
        calm = [question for question in questions if not read_urgent(question.words)]
        return _beside(asks, calm, at_once=A_WHILE)


def _visitor(catalogue: Catalogue) -> FlaskClient:
    return create_app(WebSettings(data_dir=catalogue.settings.data_dir), catalogue).test_client()


def _beside(
    asks: Mapping[str, Callable[[Question], object]], questions: Sequence[Question], at_once: int = 1
) -> dict[str, Any]:
    """The first is ours."""
    asked = interleaved(asks, questions, at_once)
    ours = next(iter(asked.values()))
    return {name: one.measured(ours, here=True, questions=questions) for name, one in asked.items()}


def _body(answer: TestResponse) -> bytes:
    if answer.status_code != HTTPStatus.OK:
        raise AssertionError(f"{answer.request.path} answers {answer.status}")
    return answer.get_data()


def _address(question: Question) -> str:
    query = question.typed
    said: dict[str, Any] = {"q": query.words, "need": query.needs, "day": query.days}
    said |= {"free": "yes"} if query.free else {}
    said |= {"near": question.postcode, "within": MILES} if question.near else {}
    return f"/search?{urlencode(said, doseq=True)}"


def _fill(catalogue: Catalogue, size: int) -> None:
    dialect = catalogue.database.engine.dialect
    written = (Addition.of(asset.id, asset.listing, now(), dialect) for asset in Making.assets(size))
    while some := list(islice(written, AT_ONCE)):
        with catalogue.database.writing() as session:
            add_assets(session, some, actor="bench")
    rebuild(catalogue.database, catalogue.index)
