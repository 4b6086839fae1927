"""iCalendar (.ics): events of a calendar, as a file, a folder of them or an address. Recurring ones are one asset.

What is cancelled or over is gone, what is marked as private is refused, and links to join a meeting are left out.
"""

from collections import defaultdict
from collections.abc import Iterator

from pydantic import ValidationError

from directory.clock import today
from directory.listing import Slot
from importers.ical_blocks import Block, each_event
from importers.ical_event import read_event, text_of, times_of
from importers.ical_listing import kept, listing_from_event
from importers.incoming import Found, Gone, Incoming, Rejected, RowRefused
from importers.mapping import Mapping
from importers.normalise import NO_NAME, refused
from importers.origin import Origin
from importers.text_encoding import open_text, read_lines

FORMAT = "icalendar"
PRECEDENCE = 60

MOST_CHANGES = 200

_PRIVATE = ("PRIVATE", "CONFIDENTIAL")


def recognises(origin: Origin) -> float:
    """By how it begins; of a folder, its files."""
    return 0.95 if any(_looks(file) for file in origin.files(".ics")) else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each event, with what was changed of single dates of it."""
    row = 0
    for file in filter(_looks, origin.files(".ics")):
        changes = _changes(file)
        for block in _blocks(file):
            if block.value("RECURRENCE-ID") and not block.is_too_long:
                continue
            row += 1
            if block.is_too_long:
                yield Rejected(row, None, "This event is too long to be read", block.cells)
            else:
                yield _found(row, [block, *changes.pop(block.value("UID"), ())])
        # Single dates of an event that the calendar does not hold as a whole.
        for blocks in changes.values():
            row += 1
            yield _found(row, blocks)


def understand(found: Found) -> Incoming | Gone:
    """What the event says and when it is."""
    event = read_event(found.said["event"])
    identity = text_of(event, "UID") or ""
    name = text_of(event, "SUMMARY")
    if str(event.get("CLASS", "")).upper() in _PRIVATE:
        raise RowRefused("This event is marked as private in the calendar", field="CLASS")
    if not identity:
        raise RowRefused("This event has no UID, so nobody could find it again", field="UID")
    if not name:
        raise RowRefused(NO_NAME, field="name")
    slots, left_out = times_of(event, [read_event(one) for one in found.said["changes"]])
    if str(event.get("STATUS", "")).upper() == "CANCELLED" or _is_over(slots):
        return Gone(found.row, identity)
    try:
        listing = listing_from_event(event, name, slots, left_out)
    except ValidationError as error:
        raise refused(error) from error
    return Incoming(found.row, identity, listing, raw=kept(event), cells=found.as_cells())


def _looks(origin: Origin) -> bool:
    return origin.head.lstrip(b"\xef\xbb\xbf \r\n\t")[:15].upper() == b"BEGIN:VCALENDAR"


def _changes(file: Origin) -> dict[str, list[Block]]:
    """What was changed of single dates, by the UID of their event."""
    found: dict[str, list[Block]] = defaultdict(list)
    for block in _blocks(file, whole=False):
        if block.value("RECURRENCE-ID") and not block.is_too_long and len(found[block.value("UID")]) < MOST_CHANGES:
            found[block.value("UID")].append(block)
    return found


def _found(row: int, blocks: list[Block]) -> Found:
    first, *others = blocks
    return Found(row, {"event": first.text, "changes": [one.text for one in others]}, first.cells)


def _blocks(file: Origin, *, whole: bool = True) -> Iterator[Block]:
    """The events; the first time round a file that breaks off is no matter."""
    with file.open() as opened, open_text(opened) as written:
        lines = read_lines(written)
        yield from each_event(lines if whole else _closed(lines))


def _closed(lines: Iterator[str]) -> Iterator[str]:
    yield from lines
    yield "END:VCALENDAR\r\n"


def _is_over(slots: tuple[Slot, ...]) -> bool:
    return bool(slots) and all(slot.valid_to is not None and slot.valid_to < today() for slot in slots)
