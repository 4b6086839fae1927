"""Feeds of sessions: read to their end, each item as it was last said, and never round in a circle."""

import json
from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from importers.incoming import Gone, Incoming, Rejected, SourceFailed
from importers.read import read
from importers.sources import defaults_of, get_format
from importers.understanding import Understood
from importers.visits import Visit, visiting
from tests.importers.sources.rpde_feed import Feed, Item, deleted, fed, updated


def rows_of(catalogue: Catalogue, location: str | Path) -> list[Understood]:
    return list(read(catalogue, location, source="active")[1])


def names(rows: list[Understood]) -> list[str]:
    return [row.listing.name for row in rows if isinstance(row, Incoming)]


def page(path: Path, *items: Item) -> Path:
    path.write_text(json.dumps({"next": "https://feed.example.org/?after=1", "items": items}))
    return path


def test_every_page_is_read_to_the_empty_one_at_the_end(catalogue: Catalogue) -> None:
    with fed(Feed([updated(at, f"Session {at}", at) for at in range(5)])) as feed:
        rows = rows_of(catalogue, feed.url)
    assert names(rows) == [f"Session {at}" for at in range(5)]
    assert feed.asked == [1, 2, 3, 3]


def test_a_later_word_takes_the_place_of_an_earlier_and_a_tombstone_of_all(catalogue: Catalogue) -> None:
    told = [updated("a", "Yoga", 1), updated("b", "Bowls", 2), updated("a", "Chair Yoga", 3), deleted("b", 4)]
    with fed(Feed(told)) as feed:
        rows = rows_of(catalogue, feed.url)
    assert [(type(row), row.row) for row in rows] == [(Incoming, 3), (Gone, 4)]
    assert names(rows) == ["Chair Yoga"]
    assert isinstance(rows[1], Gone)
    assert rows[1].source_id == "SessionSeries/b"


def test_what_was_deleted_may_come_back(catalogue: Catalogue, tmp_path: Path) -> None:
    told = updated("a", "Yoga", 1), deleted("a", 2), updated("a", "Yoga again", 3)
    assert names(rows_of(catalogue, page(tmp_path / "p.json", *told))) == ["Yoga again"]


@pytest.mark.parametrize(
    ("first", "second", "last"),
    [
        (7, 3, "first"),
        ("0x0F", "0x0A", "first"),
        ("9", "10", "second"),
        ("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "second"),
        (1_593_083_366, "AAAA", "second"),
        (7, 7, "second"),
        (None, None, "second"),
    ],
)
def test_the_order_of_changes_is_compared_and_never_understood(
    catalogue: Catalogue, tmp_path: Path, first: object, second: object, last: str
) -> None:
    told = updated("a", "first", first), updated("a", "second", second)
    assert names(rows_of(catalogue, page(tmp_path / "p.json", *told))) == [last]


def test_pages_in_a_folder_are_read_in_their_order(catalogue: Catalogue, tmp_path: Path) -> None:
    page(tmp_path / "page-10.json", deleted("a", 10))
    page(tmp_path / "page-2.json", updated("a", "Yoga", 2))
    (tmp_path / "SOURCES.md").write_text("notes")
    assert [type(row) for row in rows_of(catalogue, tmp_path)] == [Gone]


def test_the_last_page_alone_holds_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    assert rows_of(catalogue, page(tmp_path / "last.json")) == []


def test_the_next_reading_goes_on_where_this_one_ended(catalogue: Catalogue) -> None:
    feed = Feed([updated("a", "Yoga", 1), updated("b", "Bowls", 2), updated("c", "Choir", 3)])
    with fed(feed), visiting(Visit()) as visit:
        rows_of(catalogue, feed.url)
        assert visit.cursor == f"{feed.url}?after=3"
        feed.items.append(updated("a", "Chair Yoga", 4))
        assert names(rows_of(catalogue, visit.cursor)) == ["Chair Yoga"]
        assert visit.cursor == f"{feed.url}?after=4"


def test_a_feed_of_single_sessions_is_always_read_from_its_beginning(catalogue: Catalogue) -> None:
    session = {
        "@type": "ScheduledSession",
        "superEvent": "https://feed.example.org/series/a",
        "startDate": "2099-01-01",
    }
    told = [
        updated("a", "Yoga"),
        {"state": "updated", "kind": "ScheduledSession", "id": 1, "modified": 2, "data": session},
    ]
    with fed(Feed(told)) as feed, visiting(Visit()) as visit:
        assert names(rows_of(catalogue, feed.url)) == ["Yoga"]
    assert visit.cursor is None


@pytest.mark.parametrize(
    ("leads_to", "sentence"),
    [
        ("{url}?after=2", "Page 2 of the feed leads back to an earlier one. What came before was read."),
        (
            "https://elsewhere.example.org/",
            "Page 2 of the feed leads to elsewhere.example.org, which is somebody else's.",
        ),
        ("file:///etc/passwd", "Page 2 of the feed leads to file:///etc/passwd, which is somebody else's."),
    ],
)
def test_a_feed_that_leads_astray_is_noticed(catalogue: Catalogue, leads_to: str, sentence: str) -> None:
    with fed(Feed([updated(at, f"Session {at}", at) for at in range(6)])) as feed, visiting(Visit()) as visit:
        feed.leads_to[2] = leads_to.format(url=feed.url)
        rows: list[Understood] = []
        with pytest.raises(SourceFailed) as failed:
            rows.extend(read(catalogue, feed.url, source="active")[1])
    assert failed.value.message == sentence
    assert names(rows) == ["Session 0", "Session 1", "Session 2", "Session 3"]
    assert visit.cursor is None


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"<html>502 Bad Gateway", "answered with a web page instead of JSON"),
        (b'{"next": "x", "items": [{"sta', "answered with something cut short or damaged instead of JSON"),
        (b'{"next": "x"}', "Page 2 of the feed has no items or no next"),
        (b'{"items": []}', "Page 2 of the feed has no items or no next"),
        (b"[1, 2]", "Page 2 of the feed has no items or no next"),
    ],
)
def test_a_page_that_is_none_ends_the_feed_with_a_sentence(catalogue: Catalogue, answer: bytes, words: str) -> None:
    with fed(Feed([updated(at, f"Session {at}", at) for at in range(4)])) as feed:
        feed.broken[2] = answer
        rows: list[Understood] = []
        with pytest.raises(SourceFailed, match=words):
            rows.extend(read(catalogue, feed.url, source="active")[1])
    assert names(rows) == ["Session 0", "Session 1"]


def test_items_that_are_none(catalogue: Catalogue, tmp_path: Path) -> None:
    told = [{"state": "updated", "kind": "SessionSeries", "modified": 1}, {**updated("a", "Yoga"), "data": "<html>"}]
    path = page(tmp_path / "p.json", updated("b", "Bowls"), *told, {**updated("c", "Choir"), "state": "draft"})
    rejects = [row.sentence() for row in rows_of(catalogue, path) if isinstance(row, Rejected)]
    assert rejects == [
        "row 2: This item of the feed has no id",
        "row 3: This item of the feed has no data",
        "row 4: An item is updated or deleted, not “draft”",
    ]


def test_a_file_cut_short_keeps_what_came_before(catalogue: Catalogue, tmp_path: Path) -> None:
    path = page(tmp_path / "p.json", updated("a", "Yoga"), updated("b", "Bowls"))
    path.write_text(path.read_text()[:-60])
    rows: list[Understood] = []
    with pytest.raises(SourceFailed, match="The JSON is damaged, or the file was cut short"):
        rows.extend(read(catalogue, path, source="active")[1])
    assert names(rows) == ["Yoga"]


def test_silence_of_a_feed_says_nothing() -> None:
    defaults = defaults_of(get_format("openactive"))
    assert (defaults.incremental, defaults.licence) == (True, "CC BY 4.0")
