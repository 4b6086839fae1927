"""The next times as a calendar file (RFC 5545) that telephones and mail programs open."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from directory.asset import Asset
from directory.clock import local_now, now
from directory.geography import NO_BREAK
from directory.models.base import derived_id
from directory.phrases import describe_cost
from directory.schedule_words import describe_doubt
from directory.schedules import Occurrence, occurrences
from web.pages.shortlist.paper import address_of

AHEAD = timedelta(days=60)
MOST = 6
"""Times change: a calendar that is full of a group for ever would soon be wrong."""
LINE = 75
"""Octets, RFC 5545 section 3.1."""
LONDON = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def coming_times(asset: Asset) -> list[Occurrence]:
    """The next times that would go into a calendar: those of which the hour is known."""
    start = local_now()
    return [one for one in occurrences(asset, start, start + AHEAD) if one.has_time][:MOST]


def write_calendar(asset: Asset, times: Iterable[Occurrence], url: str) -> str:
    """The file. Doubtful times are marked as tentative, with the reason."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Waymark//Asset//EN", "METHOD:PUBLISH", *LONDON]
    for one in times:
        lines += _event(asset, one, url)
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in fold(line))


def escape(text: str) -> str:
    """As RFC 5545 section 3.3.11 wants text; what is no text (a bell, a null) is left out."""
    plain = text.replace("\r\n", "\n").replace(NO_BREAK, " ")
    kept = "".join(letter for letter in plain if letter.isprintable() or letter == "\n")
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> list[str]:
    """A long line in pieces of at most 75 octets, never through a letter; those after the first begin with a space."""
    pieces, piece = [], ""
    for letter in line:
        if len(f"{piece}{letter}".encode()) > LINE:
            pieces.append(piece)
            piece = " "
        piece += letter
    return [*pieces, piece]


def _event(asset: Asset, one: Occurrence, url: str) -> list[str]:
    doubt = describe_doubt(one)
    said = [f"Check first: {doubt}"] if doubt else []
    said += [asset.description or "", f"Cost: {describe_cost(asset)}", *(phone.number for phone in asset.phones), url]
    place = _place(asset, one)
    return [
        "BEGIN:VEVENT",
        f"UID:{derived_id(asset.id, one.starts.isoformat(), place)}@waymark",
        f"DTSTAMP:{now():%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID=Europe/London:{_moment(one.starts)}",
        f"DTEND;TZID=Europe/London:{_moment(one.over_by)}",
        f"SUMMARY:{escape(asset.name)}",
        f"DESCRIPTION:{escape(chr(10).join(filter(None, said)))}",
        *([f"LOCATION:{escape(place)}"] if place else []),
        f"URL:{url}",
        f"STATUS:{'TENTATIVE' if doubt else 'CONFIRMED'}",
        "END:VEVENT",
    ]


def _place(asset: Asset, one: Occurrence) -> str:
    if not asset.venues:
        return ""
    only = one.venue_index is not None or len(asset.venues) == 1
    return address_of(asset.venues[one.venue_index or 0]) if only else ""


def _moment(when: datetime) -> str:
    return f"{when:%Y%m%dT%H%M%S}"
