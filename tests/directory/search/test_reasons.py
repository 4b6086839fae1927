"""Why an asset is among the answers: each thing once, and as it stands there."""

from datetime import UTC, datetime

import pytest

from directory.asset import Asset
from directory.search.query import Hit, Query
from directory.search.reading import Meanings
from directory.search.reasons import why

FOODBANK = Asset(
    id="f1", name="Kirkdale Foodbank", categories=("Food bank",), last_modified=datetime(2026, 11, 1, tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("matched", "said"),
    [
        (("foodbank", "food bank"), ["“foodbank” is in its name"]),
        (("food bank",), ["“food bank” is what it is listed under"]),
        (("bank", "food"), ["“bank” is what it is listed under", "“food” is in its name"]),
        (("bank food",), []),
    ],
)
def test_words_are_said_once_and_where_they_stand(matched: tuple[str, ...], said: list[str]) -> None:
    reasons = why(FOODBANK, Hit("f1", 1.0, matched=matched), Query("foodbank"), Meanings(()))
    assert [reason for reason in reasons if reason.startswith("“")] == said
