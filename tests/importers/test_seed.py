"""The demonstration data comes in whole, and what it means is understood."""

from pathlib import Path

import pytest

from directory.asset import Asset
from directory.assets import each_asset
from directory.catalogue import Catalogue
from directory.kinds import Attending, Sector, Status
from importers.read import import_from
from recommender.needs import vocabulary

SEED = Path(__file__).parent.parent.parent / "seed_assets.csv"


@pytest.fixture
def assets(catalogue: Catalogue) -> list[Asset]:
    report = import_from(catalogue, SEED, source="demonstration", actor="tests")
    assert (report.rejects, report.message) == ([], None)
    assert report.added == report.read >= 500
    with catalogue.reading() as session:
        return list(each_asset(session, staff=True))


def test_the_demonstration_serves_everybody(assets: list[Asset]) -> None:
    served = [need for asset in assets for need in asset.need_ids]
    for need in vocabulary().list_needs():
        assert served.count(need.id) >= 3, f"{need.id} is served by {served.count(need.id)}"
    sectors = {asset.organization.sector for asset in assets if asset.organization}
    assert sectors >= set(Sector)
    assert {way for asset in assets for way in asset.attending} == set(Attending)
    assert Status.PAUSED in {asset.status for asset in assets}


def test_most_of_it_is_understood(assets: list[Asset]) -> None:
    def share(wanted: list[object]) -> float:
        return len([asset for asset in wanted if asset]) / len(assets)

    assert share([asset.needs for asset in assets]) > 0.95
    assert share([asset.times for asset in assets]) > 0.75
    assert share([asset.costs for asset in assets]) > 0.85
    assert share([asset.attending for asset in assets]) > 0.9
    placed = [venue for asset in assets for venue in asset.venues if venue.latitude]
    assert len(placed) > 0.9 * sum(len(asset.venues) for asset in assets)


def test_no_refuge_can_be_found(assets: list[Asset]) -> None:
    refuges = [asset for asset in assets if "SAF1" in asset.need_ids and "refuge" in asset.name.lower()]
    assert refuges
    assert all(venue.confidential for asset in refuges for venue in asset.venues)
