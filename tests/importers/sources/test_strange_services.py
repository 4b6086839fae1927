"""Services with any value in any place, in each of the shapes in which they come: a listing or a refusal, no crash."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.reading import SAMPLES
from tests.importers.sources.test_strange_records import STRANGE, places, put, read_through

FILES = (
    "hsds-uk/page.json",
    "hsds-uk/one_service.json",
    "oruk1/page.json",
    "hsds-tables/tabular.json",
    "charity-register/publicextract.charity.json",
)


@pytest.mark.parametrize("name", FILES)
def test_any_value_in_any_place(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    whole = json.loads((SAMPLES / name).read_text(encoding="utf-8-sig"))
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
