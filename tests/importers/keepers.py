"""Keepers of records in Harbourside, what they say of one choir, and what curators do about it."""

from collections.abc import Sequence
from dataclasses import replace

from directory.assets import change_asset, each_asset, get_asset
from directory.catalogue import Catalogue
from directory.duplicates.pairs import list_decided_pairs, list_waiting_pairs
from directory.kinds import Attending
from directory.listing import Listing
from directory.models import DuplicatePair
from importers.incoming import Gone, Incoming
from importers.report import Report
from importers.run import Row, Terms, import_rows
from importers.undo import Undone, undo_run
from tests.harbourside import LISTINGS

COUNCIL = Terms(source="council", format="csv", origin="council.csv", actor="council", licence="OGL 3.0")
HUB = Terms(source="hub", format="csv", origin="hub.csv", actor="hub", licence="CC BY 4.0")
OSM = Terms(source="osm", format="osm", origin="osm.json", actor="osm", licence="ODbL 1.0", precedence=30)
MAUREEN = "maureen@example.org"

NOT_TOLD = {
    "description": None,
    "needs": (),
    "attending": (),
    "times": (),
    "costs": (),
    "cost_text": None,
    "minimum_age": None,
    "assured_date": None,
}
CHOIR = LISTINGS["choir"].model_copy(update=NOT_TOLD)
"""Who, where and on which number: as much as any keeper says."""
OTHERS = ("debt", "sheds")


def record(source_id: str, listing: Listing = CHOIR, row: int = 2, **said: object) -> Incoming:
    """A record of one keeper: the choir, where nothing else is said."""
    return Incoming(row, source_id, Listing.model_validate({**listing.model_dump(), **said}))


def other(source_id: str, key: str, row: int = 9, **said: object) -> Incoming:
    """A record of something else in the town."""
    return record(source_id, LISTINGS[key], row, **said)


def taken(catalogue: Catalogue, terms: Terms, *rows: Row, dry_run: bool = False, **changed: object) -> Report:
    """Import these rows; the sum of the report holds, and the index has heard of everything."""
    if changed:
        terms = replace(terms, **changed)  # type: ignore[arg-type]  # the names are those of Terms
    numbered = [replace(row, row=number) for number, row in enumerate(rows, 2)]
    report = import_rows(catalogue, numbered, terms, dry_run=dry_run)
    assert report.message is None
    assert report.read == len(rows) == sum_of(report)
    return report


def sum_of(report: Report) -> int:
    """What the contract says that `read` is."""
    return report.added + report.changed + report.unchanged + report.duplicates_merged + report.rejected


def undone(catalogue: Catalogue, report: Report) -> Undone:
    """A curator takes the run back."""
    assert report.run
    with catalogue.writing() as session:
        return undo_run(session, report.run, actor=MAUREEN)


def listings(catalogue: Catalogue) -> dict[str, Listing]:
    """All that the catalogue says, for staff, by id."""
    with catalogue.reading() as session:
        return {asset.id: asset.listing for asset in each_asset(session, staff=True)}


def only(catalogue: Catalogue) -> Listing:
    """The one listing there is."""
    (listing,) = listings(catalogue).values()
    return listing


def only_id(catalogue: Catalogue) -> str:
    """Its id."""
    (asset_id,) = listings(catalogue)
    return asset_id


def sources_of(catalogue: Catalogue, asset_id: str) -> list[tuple[str, str]]:
    """The records that stand behind it."""
    with catalogue.reading() as session:
        return sorted((source.name, source.source_id) for source in get_asset(session, asset_id, staff=True).sources)


def edited(catalogue: Catalogue, asset_id: str, **said: object) -> None:
    """Maureen, a curator, changes a listing."""
    with catalogue.writing() as session:
        listing = get_asset(session, asset_id, staff=True).listing
        change_asset(session, asset_id, listing.model_copy(update=said), actor=MAUREEN)


def waiting(catalogue: Catalogue) -> list[DuplicatePair]:
    """The pairs that wait for a curator."""
    with catalogue.reading() as session:
        return list_waiting_pairs(session)


def decided(catalogue: Catalogue) -> list[DuplicatePair]:
    """The pairs about which it was decided."""
    with catalogue.reading() as session:
        return list_decided_pairs(session)


def gone(source_id: str) -> Gone:
    """A tombstone."""
    return Gone(2, source_id)


def choirs(count: int, **said: object) -> Sequence[Incoming]:
    """Records that nobody takes for each other: each of an organization, a number and a name of its own."""
    return [
        Incoming(
            number + 1,
            f"group{number}",
            Listing.model_validate(
                {
                    "name": f"{LETTERS[number % 26]}{number} {LETTERS[number // 26 % 26]}quay circle",
                    "attending": (Attending.ONLINE,),
                    **said,
                }
            ),
        )
        for number in range(1, count + 1)
    ]


LETTERS = (
    "Amber Birch Coral Dahlia Ember Fennel Ginger Hazel Iris Juniper Kestrel Larch Maple Nettle Olive Poppy Quince "
    "Rowan Sorrel Teasel Umber Violet Willow Xylo Yarrow Zinnia"
).split()
