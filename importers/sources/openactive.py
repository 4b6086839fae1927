"""OpenActive: RPDE feeds of sessions, courses and facilities, as a page, a folder of pages or the feed's address.

Sessions that belong to a series become dates of the series, and bookable slots belong to their facility: one asset.
What was cancelled, deleted or is over is gone. A feed is read to its end; the next reading goes on from there.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from directory.hsds.values import Object, inner, objects
from importers.incoming import Found, Gone, Incoming, Rejected, RowRefused, SourceFailed
from importers.json_shape import TOO_DEEP, is_deep
from importers.last_words import Item, LastWords
from importers.mapping import Mapping
from importers.normalise import LONGEST, refused
from importers.openactive_listing import PARENTS, inherited, kept, listing_from_data
from importers.origin import Origin
from importers.rpde import Pages, looks_like_rpde
from importers.schema_org import types_of
from importers.visits import keep_cursor

FORMAT = "openactive"
LICENCE = "CC BY 4.0"
PRECEDENCE = 60
INCREMENTAL = True

CHILDREN = frozenset(
    ("ScheduledSession", "Slot", "IndividualFacilityUse", "FacilityUse/Slot", "IndividualFacilityUseSlot")
)
"""Kinds that are a part of something: a date of a series, an hour of a court, one court of many."""
SLOTS = frozenset(("Slot", "FacilityUse/Slot", "IndividualFacilityUseSlot"))
_OF_A_SESSION = ("startDate", "endDate", "duration", "eventStatus")


def recognises(origin: Origin) -> float:
    """Pages with `next` and `items`; of a folder, its files."""
    return 0.97 if any(looks_like_rpde(file) for file in origin.files(".json")) else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """What the feed last said of each opportunity, once. A feed that breaks off gives what it told before."""
    pages, failure = Pages(origin), None
    with LastWords() as kept_words:
        try:
            for row, said in enumerate(pages.items(), start=1):
                if isinstance(problem := _keep(kept_words, row, said), Rejected):
                    yield problem
        except SourceFailed as failed:
            failure = failed
        yield from _told(kept_words)
        # The dates of a series are known from all its sessions alone: such a feed is read from its beginning.
        resumes_at = None if kept_words.has_parts else pages.resumes_at
    if failure:
        raise failure
    if resumes_at:
        keep_cursor(resumes_at)


def understand(found: Found) -> Incoming | Gone:
    """What it is and when; gone where nothing of it is left."""
    data = found.said["data"]
    if data is None:
        return Gone(found.row, found.said["id"])
    whole = _readable(data)
    try:
        listing = listing_from_data(whole, found.said["sessions"])
    except ValidationError as error:
        raise refused(error) from error
    if listing is None:
        return Gone(found.row, found.said["id"])
    return Incoming(found.row, found.said["id"], listing, raw=kept(whole), cells=found.as_cells())


def _keep(kept_words: LastWords, row: int, said: Any) -> Rejected | None:
    """Put an item with the others; a reject where it is none."""
    item, data = inner(said), inner(said).get("data")
    cells = {key: str(item[key])[:1000] for key in ("id", "kind", "state", "modified") if key in item}
    if isinstance(item.get("id"), bool) or not isinstance(item.get("id"), str | int):
        return Rejected(row, "id", "This item of the feed has no id", cells)
    if item.get("state") not in ("updated", "deleted"):
        return Rejected(row, "state", f"An item is updated or deleted, not “{item.get('state')}”", cells)
    if item["state"] == "updated" and not isinstance(data, dict):
        return Rejected(row, "data", "This item of the feed has no data", cells)
    if is_deep(data):
        return Rejected(row, "data", TOO_DEEP, cells)
    current = data if item["state"] == "updated" else None
    kind = str(item.get("kind") or next(iter(types_of(current or {})), "item"))
    if current is None and kind in SLOTS:
        # A slot was never more than an hour of its facility.
        return None
    one = Item(row, str(item["id"]), kind, current)
    parent = _parent(current) if current and CHILDREN & {kind, *types_of(current)} else None
    kept_words.put(one, item.get("modified"), parent, (one.key, *_names(current)))
    return None


def _told(kept_words: LastWords) -> Iterator[Found | Rejected]:
    for item, sessions in kept_words.each():
        yield _found(item.key, item, item.data, sessions)
    for parent, first, sessions in kept_words.each_orphan():
        whole = next((one for name in PARENTS for one in objects(inner(first.data).get(name))), None)
        if whole is not None:
            yield _found(f"{first.kind}/{parent}", first, whole, sessions)
        else:
            message = f"It belongs to {parent}, of which this feed tells nothing. Read the feed of series beside it."
            yield Rejected(first.row, "superEvent", message, {"id": first.id, "kind": first.kind})


def _found(identity: str, item: Item, data: Object | None, sessions: list[Object]) -> Found:
    brief = [
        {key: one[key] for key in _OF_A_SESSION if key in one} for one in sessions if not SLOTS & set(types_of(one))
    ]
    cells = {"id": item.id, "kind": item.kind, "name": str(inner(data).get("name", ""))[:1000]}
    return Found(item.row, {"id": identity, "data": data, "sessions": brief}, cells)


def _parent(data: Object) -> str | None:
    """The name of what it belongs to: an address, or the thing itself."""
    for name in PARENTS:
        value = data.get(name)
        if isinstance(value, str) and value:
            return value
        for one in objects(value):
            return next(iter(_names(one)), None)
    return None


def _names(data: Object | None) -> tuple[str, ...]:
    """By what others may call it."""
    said = (inner(data).get(key) for key in ("@id", "id", "identifier"))
    return tuple(str(one) for one in said if isinstance(one, str | int) and one != "")


def _readable(data: Object) -> dict[str, Any]:
    whole = inherited(data)
    for key, value in whole.items():
        if isinstance(value, str) and len(value) > LONGEST:
            raise RowRefused(f"The {key} is longer than {LONGEST:,} characters", field=key)
    return whole
