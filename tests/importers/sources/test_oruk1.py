"""The old shape of Open Referral UK: places that are none, and addresses written where they do not belong."""

import json
from pathlib import Path
from typing import Any

import pytest

from directory.listing import Venue
from tests.importers.sources.said import said_by


def venues_of(tmp_path: Path, **location: Any) -> tuple[Venue, ...]:
    """The venues of a service at this location."""
    service = {"id": 1, "name": "Walton Choir", "organisation": {"id": 2, "name": None}, "locations": [location]}
    (tmp_path / "s.json").write_text(json.dumps({"content": [service]}))
    return said_by(tmp_path / "s.json").records["1"].listing.venues


def test_a_place(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [-2.9618, 53.4391]}
    (venue,) = venues_of(
        tmp_path, name="Mission Hall", address_1="12 Church Row", city="Liverpool", postal_code="L4 3TH", geometry=point
    )
    assert (venue.name, venue.address, venue.town) == ("Mission Hall", "12 Church Row", "Liverpool")
    assert (venue.latitude, venue.longitude) == (53.4391, -2.9618)


@pytest.mark.parametrize("name", [None, "GOV.UK", "Our website"])
def test_nationwide_is_no_place_whatever_it_is_called(tmp_path: Path, name: str | None) -> None:
    nowhere = {"type": "Point", "coordinates": [0, 0]}
    assert venues_of(tmp_path, name=name, address_1=" ", city="Nationwide", geometry=nowhere) == ()


def test_an_address_written_where_the_name_belongs(tmp_path: Path) -> None:
    (venue,) = venues_of(tmp_path, name="12 Church Row, Walton, L4 3TH", address_1=" ", city="Nationwide")
    assert (venue.name, venue.address, venue.town, venue.postcode) == (None, "12 Church Row", "Walton", "L4 3TH")


def test_a_house_number_is_no_name(tmp_path: Path) -> None:
    (venue,) = venues_of(tmp_path, name="12-14", address_1="Church Row", city="Liverpool", postal_code="L4 3TH")
    assert (venue.name, venue.address) == (None, "12-14 Church Row")


def test_an_address_that_is_masked_is_confidential(tmp_path: Path) -> None:
    (venue,) = venues_of(tmp_path, name="Safe House", city="Liverpool", mask_exact_address=True)
    assert venue.confidential
