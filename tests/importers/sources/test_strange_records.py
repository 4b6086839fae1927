"""Records with any value in any place: they become a listing, are refused with a sentence, or are gone. Never a crash."""

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.incoming import Found, RowRefused, SourceFailed
from importers.origin import Origin
from importers.sources import get_format
from tests.importers.reading import SAMPLES

FILES = (
    "osm/overpass.json",
    "osm/turbo.geojson",
    "openactive/sessions.json",
    "food-banks/foodbanks.json",
    "food-banks/locations.geojson",
    "json-ld/course.jsonld",
)
SIMPLE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)
STRANGE = (
    st.recursive(
        SIMPLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    )
    | st.sampled_from(
        ["2026-02-31", "9999-12-31T23:59:59Z", "0001-01-01", "PT99999999H", "P9W", "24/7", '"', "Mo[9] 10:00"]
    )
    | st.sampled_from([{"@id": None}, {"@type": []}, {"name": {"name": "x"}}, [[[]]]])
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value within."""
    if path:
        yield path
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield from places(value[key], (*path, key))


def put(document: Any, path: tuple[Any, ...], value: Any) -> None:
    for key in path[:-1]:
        document = document[key]
    document[path[-1]] = value


def read_through(path: Path, format: str) -> None:
    """As a run would: what is found must be plain JSON; nothing is raised but refusals, which have their sentences."""
    source = get_format(format)
    with suppress(SourceFailed):
        origin = Origin.at(path)
        source.recognises(origin)
        for found in source.find(origin, None):
            if isinstance(found, Found):
                json.dumps(found.said)
                with suppress(RowRefused):
                    source.understand(found)


@pytest.mark.parametrize("name", FILES)
def test_any_value_in_any_place(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    whole = json.loads((SAMPLES / name).read_text())
    paths = list(places(whole))
    file = tmp_path_factory.mktemp("strange") / Path(name).name

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(st.sampled_from(paths), STRANGE), min_size=1, max_size=3))
    def try_it(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
        document = copy.deepcopy(whole)
        for path, value in changes:
            try:
                put(document, path, copy.deepcopy(value))
            except (KeyError, IndexError, TypeError):
                continue
        file.write_text(json.dumps(document))
        read_through(file, name.partition("/")[0])

    try_it()


@pytest.mark.parametrize("name", ["icalendar/harbourside.ics", "json-ld/whats-on.html"])
def test_any_bytes_in_any_place(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    whole = (SAMPLES / name).read_bytes()
    file = tmp_path_factory.mktemp("strange") / Path(name).name

    @settings(max_examples=80, deadline=None)
    @given(
        st.integers(0, len(whole)),
        st.integers(0, 60),
        st.binary(max_size=20) | st.sampled_from([b"\nEND:VEVENT\n", b"</script>"]),
    )
    def try_it(at: int, gone: int, added: bytes) -> None:
        file.write_bytes(whole[:at] + added + whole[at + gone :])
        read_through(file, name.partition("/")[0])

    try_it()
