"""A generated record as others want it: a row of a plain CSV of assets, or the listing that is meant."""

import csv
from collections.abc import Iterator
from pathlib import Path

from bench.generated.places import Somewhere
from bench.generated.records import ACCESS, Generated, records
from directory.kinds import Attending, Known, Precision
from directory.listing import Cost, Listing, NeedLink, Organization, Phone, Venue

COLUMNS = (
    "id name organisation description categories address postcode latitude longitude phone email url cost eligibility "
    "min_age max_age days times accessibility languages online sector last_verified"
).split()


def write_csv(file: Path, count: int, seed: int = 1) -> None:
    """The first `count` records as a plain CSV of assets."""
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(map(row, records(count, seed)))


def row(made: Generated) -> dict[str, str]:
    """The record in the columns of a plain CSV; what is not said is left out."""
    said = {
        "id": made.id,
        "name": made.name,
        "organisation": made.runner.name,
        "description": made.description,
        "categories": "; ".join((*made.topic.needs, made.topic.activity)),
        "address": made.place.address if made.place else None,
        "postcode": made.place.postcode if made.place else None,
        "phone": made.phone,
        "email": made.email,
        "url": f"https://{made.runner.site}" if made.number % 3 else None,
        "cost": made.price.text,
        "eligibility": f"{made.minimum_age} and over" if made.minimum_age else None,
        "days": made.timetable.days,
        "times": made.timetable.times,
        "accessibility": "; ".join(made.access),
        "languages": "; ".join(made.languages),
        "online": "no" if made.place else "yes",
        "sector": made.runner.sector.value,
        "last_verified": made.checked.isoformat() if made.checked else None,
    }
    return {column: text for column, text in said.items() if text}


def listings(count: int, seed: int = 1) -> Iterator[Listing]:
    """What the first `count` records mean: for benchmarks of what comes after reading."""
    return map(listing, records(count, seed))


def listing(made: Generated) -> Listing:
    """What the record means."""
    runner = made.runner
    return Listing(
        name=made.name,
        organization=Organization(name=runner.name, sector=runner.sector),
        description=made.description,
        url=f"https://{runner.site}" if made.number % 3 else None,
        email=made.email,
        needs=tuple(NeedLink(id=need) for need in made.topic.needs),
        categories=(made.topic.activity,),
        attending=(Attending.IN_PERSON if made.place else Attending.ONLINE,),
        venues=(_venue(made.place, made.access),) if made.place else (),
        times=made.timetable.slots,
        times_text=made.timetable.text,
        costs=() if made.price.amount is None else (Cost(amount=made.price.amount),),
        cost_text=made.price.text or None,
        minimum_age=made.minimum_age,
        eligibility_text=f"{made.minimum_age} and over" if made.minimum_age else None,
        languages=made.languages,
        phones=(Phone(number=made.phone),) if made.phone else (),
        assured_date=made.checked,
        assured_by="bench" if made.checked else None,
    )


def _venue(place: Somewhere, access: tuple[str, ...]) -> Venue:
    return Venue(
        address=place.street,
        town=place.town,
        postcode=place.postcode,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=Precision.POSTCODE,
        local_authority=place.authority,
        access=tuple((ACCESS[feature], Known.YES) for feature in access),
    )
