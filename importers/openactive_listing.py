"""An OpenActive opportunity with its sessions to a listing. Source: the Modelling Opportunity Data specification."""

import json
from collections.abc import Sequence
from typing import Any

from directory.clock import today
from directory.hsds.values import Object, day, inner, objects, text
from directory.kinds import HowToStart
from directory.listing import Listing, Slot
from importers.incoming import RowRefused
from importers.joining_links import without_joining_links
from importers.normalise import NO_NAME
from importers.schema_org import (
    email_of,
    organization_of,
    phones_of,
    prose,
    types_of,
    url_of,
    venues_of,
    word,
    words,
)
from importers.schema_terms import ages_of, attending_of, costs_of, gender_of
from importers.schema_times import (
    contradicts,
    is_cancelled,
    last_day,
    slots_of_events,
    slots_of_opening_hours,
    slots_of_schedules,
)
from importers.sectors import sector_of

DEEPEST = 4
PARENTS = ("superEvent", "instanceOf", "facilityUse", "aggregateFacilityUse")
"""Whence a session takes what it does not say itself."""
KNOWN = frozenset(
    "@context @type @id id type identifier name description activity facilityType category ageRange level location "
    "genderRestriction offers isAccessibleForFree organizer provider url eventSchedule subEvent superEvent startDate "
    "endDate duration eventAttendanceMode eventStatus accessibilitySupport accessibilityInformation meetingPoint "
    "openingHoursSpecification hoursAvailable schedulingNote instanceOf facilityUse aggregateFacilityUse".split()
)
NOT_FOR_ALL = frozenset(
    "leader contributor attendee attendeeInstructions virtualLocation beta:virtualLocation customer beta:sportsActivityLocation".split()
)
"""People, and joining links."""
LONGEST_KEPT = 2_000
_STARTS = {"Required": HowToStart.BOOK, "Unavailable": HowToStart.DROP_IN}
_OF_ONE_COURSE = frozenset(("Course", "CourseInstance"))
MOST_NAMED = 12


def inherited(data: Object, depth: int = 0) -> dict[str, Any]:
    """The data with what it takes from what it belongs to."""
    found: dict[str, Any] = {}
    if depth < DEEPEST:
        for name in PARENTS:
            for parent in objects(data.get(name)):
                found |= inherited(parent, depth + 1)
    dates = ("startDate", "endDate", "duration", "eventStatus") if found else ()
    own = {key: value for key, value in data.items() if value not in (None, "", [], {})}
    return {key: value for key, value in found.items() if key not in dates} | own


def listing_from_data(data: Object, sessions: Sequence[Object]) -> Listing | None:
    """The listing; None where it is cancelled, or its last day has been. RowRefused without a name."""
    slots = _slots(data, sessions)
    ends = last_day(data, slots) if slots or not sessions else today()
    if is_cancelled(data) or (ends and ends < today()) or (sessions and not slots):
        return None
    name = text(data.get("name"))
    if not name:
        raise RowRefused(NO_NAME, field="name")
    host = inner(next(objects(data.get("organizer") or data.get("provider")), None))
    organization = organization_of(data.get("organizer") or data.get("provider"))
    low, high = ages_of(data)
    venues = venues_of(data.get("location"))
    if venues and (meeting := text(data.get("meetingPoint"))):
        venues = (venues[0].model_copy(update={"getting_there": meeting}), *venues[1:])
    return Listing(
        name=name,
        organization=organization and organization.model_copy(update={"sector": sector_of(organization.name)}),
        description=without_joining_links(prose(data) or "") or None,
        url=url_of(data),
        email=email_of(data, host),
        alert=_alert(data),
        categories=_categories(data),
        attending=attending_of(data),
        venues=venues,
        times=slots,
        times_text=_times_text(data),
        costs=costs_of(data, "course" if _OF_ONE_COURSE & set(types_of(data)) else "session"),
        minimum_age=low,
        maximum_age=high,
        gender=gender_of(data),
        eligibility_text=_levels(data),
        access_text=_access_text(data),
        how_to_start=next(
            (
                _STARTS[said]
                for one in objects(data.get("offers"))
                if (said := word(one.get("advanceBooking"))) in _STARTS
            ),
            None,
        ),
        phones=phones_of(data, host),
    )


def kept(data: Object) -> dict[str, str]:
    """What the listing has no field for, as it came, without people and joining links."""
    left = {key: value for key, value in data.items() if key not in KNOWN | NOT_FOR_ALL and not key.startswith("@")}
    return {
        key: (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))[:LONGEST_KEPT]
        for key, value in left.items()
    }


def _slots(data: Object, sessions: Sequence[Object]) -> tuple[Slot, ...]:
    """By its schedule; else the dates of its sessions; else its own; for a facility its opening hours."""
    if slots := slots_of_schedules(data.get("eventSchedule")):
        return slots
    if dated := slots_of_events([*sessions, *objects(data.get("subEvent"))]):
        return tuple(slot for slot in dated if slot.valid_to and slot.valid_to >= today())
    if hours := slots_of_opening_hours(data) or slots_of_opening_hours(inner(data.get("location"))):
        return hours if "FacilityUse" in " ".join(types_of(data)) else ()
    return () if sessions or data.get("eventSchedule") else slots_of_events([data])


def _alert(data: Object) -> str | None:
    if not contradicts(data.get("eventSchedule")):
        return None
    return "Ask whether this still runs: the dates that the organiser gives contradict one another."


def _times_text(data: Object) -> str | None:
    """What a timetable cannot hold: notes, and the days on which it is left out."""
    said = [text(data.get("schedulingNote"))]
    for one in objects(data.get("eventSchedule")):
        left_out = one.get("exceptDate")
        dates = sorted(filter(None, map(day, left_out if isinstance(left_out, list) else [left_out])))
        coming = [f"{date:%A} {date.day} {date:%B %Y}" for date in dates if date >= today()]
        said += [f"Not on {', '.join(coming[:MOST_NAMED])}"] if coming else []
    return "\n".join(dict.fromkeys(one for one in said if one)) or None


def _categories(data: Object) -> tuple[str, ...]:
    said = (*words(data.get("activity")), *words(data.get("facilityType")), *words(data.get("category")))
    return tuple(dict.fromkeys(one for one in said if one.lower() != "general"))


def _levels(data: Object) -> str | None:
    levels = words(data.get("level"))
    return f"Level: {', '.join(levels)}" if levels else None


def _access_text(data: Object) -> str | None:
    supports = words(data.get("accessibilitySupport"))
    said = (text(data.get("accessibilityInformation")), f"Support with: {', '.join(supports)}" if supports else None)
    return "\n".join(one for one in said if one) or None
