"""Words in the cells of a spreadsheet become structure in the listing, in whichever column they stand."""

import csv
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from directory.kinds import Access, Attending, Gender, Known
from directory.listing import Cost, Listing
from importers.incoming import Incoming
from importers.read import read
from tests.importers.reading import one_row
from tests.judged.understanding.sheet import KINDS, SHEETS, Case, read_sheet, score

PRECISION, RECALL = 0.98, 0.95


def listings(catalogue: Catalogue, cases: list[Case], folder: Path) -> list[tuple[Case, Listing]]:
    """Each case with the listing that its row becomes on the way of a plain CSV."""
    columns = sorted({column for case in cases for column in case.row} | {"id", "name"})
    with (folder / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({"id": place, "name": "Walton Hub"} | case.row for place, case in enumerate(cases))
    rows = list(read(catalogue, folder / "sheet.csv", source="the sheet")[1])
    return [(cases[int(row.source_id)], row.listing) for row in rows if isinstance(row, Incoming)]


def test_texts_of_all_kinds_are_read_as_a_careful_reader_reads_them(catalogue: Catalogue, tmp_path: Path) -> None:
    cases = [case for sheet in SHEETS for case in read_sheet(sheet)]
    read_cases = listings(catalogue, cases, tmp_path)
    assert len(read_cases) == len(cases)
    for kind, found in score(read_cases).items():
        assert found.precision >= PRECISION, (kind, found)
        assert found.recall >= RECALL, (kind, found)


def test_a_sheet_tells_what_is_missed_from_what_is_invented() -> None:
    case = Case({"eligibility": "over 50s"}, {"ages": ["50-"]})
    invented = score([(case, Listing(name="Walton Hub", minimum_age=55, gender=Gender.WOMEN))])
    assert (invented["ages"].precision, invented["ages"].recall) == (0, 0)
    assert (invented["gender"].wrong, invented["times"].wrong) == (1, 0)
    assert set(invented) == set(KINDS)


@pytest.mark.parametrize(
    ("cells", "minimum", "maximum"),
    [
        ({"name": "Over 50s Tea Dance"}, 50, None),
        ({"name": "Over 50s Tea Dance", "eligibility": "everyone"}, None, None),
        ({"name": "Over 50s Tea Dance", "eligibility": "18+"}, 18, None),
        ({"name": "Over 50s Tea Dance", "min_age": "60"}, 60, None),
        ({"description": "A youth club for young people aged 13 to 19."}, 13, 19),
        ({"description": "Our volunteers are aged 16 to 85."}, None, None),
        ({"description": "Running for over 30 years."}, None, None),
    ],
)
def test_ages_are_found_in_the_name_and_the_description_when_nobody_says_them_better(
    catalogue: Catalogue, tmp_path: Path, cells: dict[str, str], minimum: float | None, maximum: float | None
) -> None:
    listing = one_row(catalogue, tmp_path, **cells).listing
    assert (listing.minimum_age, listing.maximum_age) == (minimum, maximum)


@pytest.mark.parametrize(
    ("cells", "costs"),
    [
        ({"description": "Knitting and chat. £2 per session."}, (Cost(amount=Decimal(2), per="session"),)),
        ({"description": "Knitting and chat. £2 per session.", "cost": "Free"}, (Cost(amount=Decimal(0)),)),
        ({"days_times": "Mondays 1-3pm, £3 each"}, (Cost(amount=Decimal(3)),)),
        ({"description": "We raised £2,000 for the hospice."}, ()),
        ({"description": "Feel free to bring a friend."}, ()),
    ],
)
def test_a_price_is_found_where_no_column_says_what_it_costs(
    catalogue: Catalogue, tmp_path: Path, cells: dict[str, str], costs: tuple[Cost, ...]
) -> None:
    assert one_row(catalogue, tmp_path, **cells).listing.costs == costs


def test_days_and_hours_are_found_in_a_description_but_not_those_of_the_office(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    choir = one_row(catalogue, tmp_path, description="We sing every Thursday from 7.30pm to 9pm. Tea after.").listing
    (slot,) = choir.times
    assert (slot.days, slot.opens_at, slot.closes_at) == (("TH",), time(19, 30), time(21))
    office = one_row(catalogue, tmp_path, description="Our office is open Monday to Friday 9am to 5pm.").listing
    assert office.times == ()


def test_the_column_for_online_is_read_as_freely_as_it_is_written(catalogue: Catalogue, tmp_path: Path) -> None:
    def ways(online: str) -> tuple[Attending, ...]:
        return one_row(catalogue, tmp_path, online=online).listing.attending

    assert ways("yes - Teams") == (Attending.ONLINE,)
    assert ways("no (face-to-face only)") == (Attending.IN_PERSON,)
    assert ways("phone/video") == (Attending.ONLINE, Attending.PHONE)
    assert ways("Not online") == ways("Book online") == ()


def test_access_and_a_number_to_ring_are_found_in_a_description(catalogue: Catalogue, tmp_path: Path) -> None:
    said = "The hall has step-free access. Contact Bev on 0151 496 0222."
    listing = one_row(catalogue, tmp_path, description=said).listing
    assert dict(listing.access) == {Access.STEP_FREE: Known.YES}
    assert [phone.number for phone in listing.phones] == ["0151 496 0222"]
    helpline = one_row(catalogue, tmp_path, description="In need? Ring 999, or Samaritans on 116 123.").listing
    assert helpline.phones == ()
