"""Records of every format with any value in any place, and files of any bytes: a sentence or a record, and nothing else."""

import copy
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.geography import Gazetteer
from importers.completing import Completer
from importers.fingerprints import fingerprint
from importers.incoming import Found, SourceFailed
from importers.needs_of import NeedReader
from importers.origin import Origin
from importers.sources import get_format, guess_format, list_formats
from importers.understanding import Reader
from tests.importers.bad_input.records import WRITERS, Said
from tests.importers.bad_input.taking_in import is_plain
from tests.importers.reading import SAMPLES
from tests.importers.sources.test_strange_records import STRANGE, places, put

TREES = (
    "hsds-uk/page.json",
    "oruk1/page.json",
    "hsds-tables/tabular.json",
    "charity-register/publicextract.charity.json",
)
LIKELY = st.sampled_from(
    "Mon 10-12|£3.50|18+|L3 4AA|0151 496 0000|a@example.org|www.example.org|every 2nd Tuesday|31 February|24:00-25:00|"
    "1/1/0000|£1e9|-1|ages 99-1|Mon-Mon-Mon|10am-10am|\x85|\u2028|\ud83d|<b>|&#x0;|=1+1|٣|½ past ten|１０時".split("|")
)
WORDS = st.lists(LIKELY | st.text(max_size=12), max_size=6).map(" ".join)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_through(path: Path, format: str) -> None:
    """As a run would, up to the database."""
    reader = Reader(format, "s", Completer(Gazetteer(), NeedReader(())))
    sentence = "It was read to its end."
    try:
        origin = Origin.at(path)
        with suppress(SourceFailed):
            guess_format(origin)
        for found in get_format(format).find(origin, None):
            if isinstance(found, Found):
                fingerprint(found)
                reader.read(found)
    except SourceFailed as failure:
        sentence = failure.message
    assert is_plain(sentence), sentence


@pytest.mark.parametrize("name", TREES)
def test_any_value_in_any_place(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    whole = json.loads((SAMPLES / name).read_text("utf-8-sig"))
    paths = list(places(whole))
    file = tmp_path_factory.mktemp("strange") / Path(name).name

    @QUICK
    @given(st.lists(st.tuples(st.sampled_from(paths), STRANGE | WORDS), min_size=1, max_size=3))
    def try_it(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
        document = copy.deepcopy(whole)
        for path, value in changes:
            with suppress(KeyError, IndexError, TypeError):
                put(document, path, copy.deepcopy(value))
        file.write_text(json.dumps(document))
        read_through(file, name.partition("/")[0])

    try_it()


@pytest.mark.parametrize("format", [format for format in WRITERS if format != "xlsx"])
def test_any_words_where_words_belong(tmp_path_factory: pytest.TempPathFactory, format: str) -> None:
    folder = tmp_path_factory.mktemp("words")

    @QUICK
    @given(st.builds(Said, name=WORDS, description=WORDS, day=WORDS, latitude=WORDS, longitude=WORDS, postcode=WORDS))
    def try_it(said: Said) -> None:
        read_through(WRITERS[format](folder, [said]), format)

    try_it()


@pytest.mark.parametrize("format", list_formats())
def test_any_bytes_at_all(tmp_path_factory: pytest.TempPathFactory, format: str) -> None:
    file = tmp_path_factory.mktemp("bytes") / next(iter(sorted((SAMPLES / format).iterdir()))).name
    begins = st.sampled_from(
        [b"", b"{", b"[", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xff\xfe", b"BEGIN:VCALENDAR\n", b"name,"]
    )

    @settings(max_examples=8 if format == "xlsx" else 40, deadline=None)
    @given(begins, st.binary(max_size=300))
    def try_it(beginning: bytes, rest: bytes) -> None:
        file.write_bytes(beginning + rest)
        read_through(file, format)

    try_it()
