"""Two records in every format: one that says what a test wants it to say, and a good one after it."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.importers.workbook import write_workbook

GOOD = "Walton Waterfront Choir"


@dataclass(frozen=True)
class Said:
    """What the first record says. Values go in as they are, so that they may be of any kind."""

    name: Any = "Harbourside Hub"
    description: Any = "Tea and chat"
    day: Any = "2026-03-01"
    latitude: Any = 53.4048
    longitude: Any = -2.9916
    postcode: Any = "L3 4AA"
    id: Any = "1"


NEXT = Said(name=GOOD, id="2")
Writer = Callable[[Path, Sequence[Said]], Path]


def _json(path: Path, document: Any) -> Path:
    path.write_text(json.dumps(document))
    return path


def _csv(path: Path, rows: Sequence[Sequence[Any]], above: str = "") -> Path:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_text(above + text.getvalue(), errors="surrogatepass")
    return path


def plain_csv(folder: Path, said: Sequence[Said]) -> Path:
    headings = "id name description last_verified latitude longitude postcode address".split()
    return _csv(folder / "groups.csv", [headings, *[_row(one) for one in said]])


def xlsx(folder: Path, said: Sequence[Said]) -> Path:
    headings = "id name description last_verified latitude longitude postcode address".split()
    rows = [headings, *[[*map(str, _row(one))] for one in said]]
    return write_workbook(folder / "groups.xlsx", {"Groups": rows})


def _row(one: Said) -> list[Any]:
    return [one.id, one.name, one.description, one.day, one.latitude, one.longitude, one.postcode, "1 Quay Street"]


def outpost(folder: Path, said: Sequence[Said]) -> Path:
    headings = (
        "import_id import_id_reference name description visible location_latitude location_longitude "
        "location_postcode location_visible mask_exact_address scheduled_weekday organisation"
    ).split()
    rows = [
        [
            at,
            "",
            one.name,
            one.description,
            "TRUE",
            one.latitude,
            one.longitude,
            one.postcode,
            "TRUE",
            "FALSE",
            one.day,
            "",
        ]
        for at, one in enumerate(said, 1)
    ]
    return _csv(folder / "upload.csv", [headings, *rows])


def cqc(folder: Path, said: Sequence[Said]) -> Path:
    headings = [
        *("Name", "Address", "Postcode", "Service types", "Date of latest check", "Specialisms/services"),
        *("Provider name", "Local authority", "CQC Location ID (for office use only)", "CQC Provider ID"),
    ]
    rows = [
        [
            one.name,
            "5 Quay Street,Liverpool",
            one.postcode,
            "Care home",
            one.day,
            one.description,
            "Quayside",
            "",
            one.id,
            "1",
        ]
        for one in said
    ]
    return _csv(folder / "directory.csv", [["CQC Locations data"], headings, *rows])


def charities(folder: Path, said: Sequence[Said]) -> Path:
    headings = (
        "organisation_number registered_charity_number linked_charity_number charity_name charity_registration_status "
        "date_of_registration charity_contact_postcode charity_activities"
    ).split()
    rows = [
        [f"999{one.id}", f"999{one.id}", 0, one.name, "Registered", one.day, one.postcode, one.description]
        for one in said
    ]
    return _csv(folder / "publicextract.charity.csv", [headings, *rows])


def nhs(folder: Path, said: Sequence[Said]) -> Path:
    rows = []
    for one in said:
        row = [
            f"N99{one.id:>03}",
            one.name,
            "Y62",
            "QYG",
            "1 QUAY STREET",
            one.description,
            "LIVERPOOL",
            "",
            "",
            one.postcode,
        ]
        rows.append(
            [*row, one.day, "", "A", "B", "01A", one.day, "", "0151 496 0101", *[""] * 3, "0", "", "99A", "", "4", ""]
        )
    return _csv(folder / "epraccur.csv", rows)


def hsds(folder: Path, said: Sequence[Said]) -> Path:
    services = [
        {
            "id": one.id,
            "name": one.name,
            "status": "active",
            "description": one.description,
            "assured_date": one.day,
            "schedules": [
                {"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "valid_from": one.day, "dtstart": one.day}
            ],
            "service_at_locations": [{"id": f"at-{one.id}", "location": _place(one)}],
        }
        for one in said
    ]
    return _json(folder / "services.json", services)


def _place(one: Said) -> dict[str, Any]:
    address = {"address_1": "1 Quay Street", "city": "Liverpool", "postal_code": one.postcode, "country": "GB"}
    return {
        "id": f"p-{one.id}",
        "name": "Hall",
        "latitude": one.latitude,
        "longitude": one.longitude,
        "addresses": [address],
    }


def oruk1(folder: Path, said: Sequence[Said]) -> Path:
    content = [
        {
            "id": one.id,
            "name": one.name,
            "description": one.description,
            "assured_date": one.day,
            "locations": [
                {
                    "id": 4,
                    "name": "Hall",
                    "address_1": "1 Quay Street",
                    "postal_code": one.postcode,
                    "geometry": {"type": "Point", "coordinates": [one.longitude, one.latitude]},
                }
            ],
            "regular_schedules": [
                {"weekday": "Monday", "opens_at": "18:00", "closes_at": "19:30", "valid_from": one.day}
            ],
        }
        for one in said
    ]
    return _json(folder / "page.json", {"number": 1, "totalPages": 1, "totalElements": len(said), "content": content})


def tables(folder: Path, said: Sequence[Said]) -> Path:
    document = {
        "services.csv": [
            {
                "id": one.id,
                "name": one.name,
                "description": one.description,
                "status": "active",
                "last_modified": one.day,
            }
            for one in said
        ],
        "locations.csv": [
            {"id": f"l{one.id}", "name": "Hall", "latitude": one.latitude, "longitude": one.longitude} for one in said
        ],
        "addresses.csv": [
            {"id": f"a{one.id}", "location_id": f"l{one.id}", "address_1": "1 Quay Street", "postal_code": one.postcode}
            for one in said
        ],
        "service_at_location.csv": [
            {"id": f"s{one.id}", "service_id": one.id, "location_id": f"l{one.id}"} for one in said
        ],
        "schedules.csv": [
            {"id": f"t{one.id}", "service_id": one.id, "freq": "WEEKLY", "byday": "TU", "valid_from": one.day}
            for one in said
        ],
    }
    return _json(folder / "tables.json", document)


def osm(folder: Path, said: Sequence[Said]) -> Path:
    elements = [
        {
            "type": "node",
            "id": at,
            "lat": one.latitude,
            "lon": one.longitude,
            "tags": {
                "amenity": "library",
                "name": one.name,
                "description": one.description,
                "check_date": one.day,
                "addr:postcode": one.postcode,
            },
        }
        for at, one in enumerate(said, 1)
    ]
    return _json(folder / "map.json", {"version": 0.6, "elements": elements})


def food_banks(folder: Path, said: Sequence[Said]) -> Path:
    banks = [
        {
            "id": one.id,
            "name": one.name,
            "slug": f"bank-{one.id}",
            "address": "1 Quay Street\nLiverpool",
            "postcode": one.postcode,
            "lat_lng": f"{one.latitude},{one.longitude}",
            "created": one.day,
            "network": one.description,
            "closed": False,
            "urls": {"self": "https://www.example.org/1", "homepage": "https://foodbank.example.org"},
        }
        for one in said
    ]
    return _json(folder / "foodbanks.json", banks)


def _schema_place(one: Said) -> dict[str, object]:
    return {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "streetAddress": "1 Quay Street", "postalCode": one.postcode},
        "geo": {"@type": "GeoCoordinates", "latitude": one.latitude, "longitude": one.longitude},
    }


def linked_data(folder: Path, said: Sequence[Said]) -> Path:
    events = [
        {
            "@context": "https://schema.org",
            "@type": "Event",
            "@id": f"https://events.example.org/{one.id}",
            "name": one.name,
            "description": one.description,
            "startDate": "2099-03-01T10:00",
            "endDate": one.day,
            "location": _schema_place(one),
        }
        for one in said
    ]
    return _json(folder / "events.jsonld", events)


def openactive(folder: Path, said: Sequence[Said]) -> Path:
    items = [
        {
            "state": "updated",
            "kind": "SessionSeries",
            "id": one.id,
            "modified": at,
            "data": {
                "@type": "SessionSeries",
                "@id": f"https://feed.example.org/series/{one.id}",
                "name": one.name,
                "description": one.description,
                "eventSchedule": [
                    {
                        "@type": "Schedule",
                        "byDay": ["https://schema.org/Monday"],
                        "startTime": "10:00",
                        "startDate": one.day,
                    }
                ],
                "location": _schema_place(one),
            },
        }
        for at, one in enumerate(said, 1)
    ]
    return _json(folder / "sessions.json", {"next": "https://feed.example.org/sessions?after=2", "items": items})


def calendar(folder: Path, said: Sequence[Said]) -> Path:
    events = [
        f"BEGIN:VEVENT\nUID:{one.id}\nSUMMARY:{one.name}\nDESCRIPTION:{one.description}\n"
        f"DTSTART:20990302T100000\nRRULE:FREQ=WEEKLY;BYDAY=MO\nDTSTAMP:{str(one.day).replace('-', '')}T000000Z\n"
        f"GEO:{one.latitude};{one.longitude}\nLOCATION:Hall\\, 1 Quay Street\\, {one.postcode}\nEND:VEVENT\n"
        for one in said
    ]
    path = folder / "events.ics"
    path.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(events)}END:VCALENDAR\n", errors="surrogatepass")
    return path


WRITERS: dict[str, Writer] = {
    "csv": plain_csv,
    "xlsx": xlsx,
    "outpost-csv": outpost,
    "cqc": cqc,
    "charity-register": charities,
    "nhs-ods": nhs,
    "hsds-uk": hsds,
    "oruk1": oruk1,
    "hsds-tables": tables,
    "osm": osm,
    "food-banks": food_banks,
    "json-ld": linked_data,
    "openactive": openactive,
    "icalendar": calendar,
}
