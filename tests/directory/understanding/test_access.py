"""Access as partners write it. An answer is told as "lift:no"."""

import pytest

from directory.kinds import Access, Known
from directory.understanding.access import read_access

UNDERSTOOD = [
    ("no lift", "lift:no"),
    ("upstairs room, no lift", "step_free:no lift:no"),
    ("not wheelchair accessible", "wheelchair:no"),
    ("three steps at the door", "step_free:no"),
    ("fully accessible", "step_free:yes"),
    ("step free; hearing loop", "step_free:yes hearing_loop:yes"),
    ("ramp", "step_free:yes"),
    ("disabled toilet", "toilet:yes"),
    ("accessible loo", "toilet:yes"),
    ("BSL interpreter", "bsl:yes"),
    ("free parking", "parking:yes"),
    ("quiet room", "quiet:yes"),
    ("assistance dogs welcome", "assistance_dogs:yes"),
    ("Wheelchair accessible", "step_free:yes wheelchair:yes"),
    (
        "wheelchair access: yes; hearing loop: no; parking - No",
        "step_free:yes wheelchair:yes parking:no hearing_loop:no",
    ),
    ("Step-free access throughout, accessible toilet and hearing loop.", "step_free:yes toilet:yes hearing_loop:yes"),
    ("No step-free access", "step_free:no"),
    ("no steps", "step_free:yes"),
    ("level access", "step_free:yes"),
    ("There is one step at the entrance", "step_free:no"),
    ("Portable ramp available", "step_free:yes"),
    ("First floor with lift", "lift:yes"),
    ("Upstairs, lift available", "lift:yes"),
    ("Lift to all floors", "lift:yes"),
    ("Lift out of order", "lift:no"),
    ("Lift broken", "lift:no"),
    ("No parking", "parking:no"),
    ("no on-site parking", "parking:no"),
    ("Limited parking", "parking:yes"),
    ("Disabled parking bays", "parking:yes"),
    ("car park", "parking:yes"),
    ("British Sign Language interpreter on request", "bsl:yes"),
    ("no BSL", "bsl:no"),
    ("Changing Places toilet", "changing_places:yes"),
    ("Large print available", "large_print:yes"),
    ("Large print and BSL", "bsl:yes large_print:yes"),
    ("Guide dogs welcome", "assistance_dogs:yes"),
    ("No dogs except guide dogs", "assistance_dogs:yes"),
    ("Carers welcome", "carer_welcome:yes"),
    ("bring your carer", "carer_welcome:yes"),
    ("Carers go free", "carer_welcome:yes"),
    ("ground floor", "step_free:yes"),
    ("The hall is not accessible", "step_free:no"),
    ("Sorry, no disabled access", "step_free:no"),
    ("disabled access", "step_free:yes"),
    ("Accessible toilets, no lift", "toilet:yes lift:no"),
    ("No lift or accessible toilet", "toilet:no lift:no"),
    ("No accessible toilet", "toilet:no"),
    ("no toilets", "toilet:no"),
    (
        "We have a hearing loop, large print hymn books and a ramp at the side door",
        "step_free:yes hearing_loop:yes large_print:yes",
    ),
    ("Up a flight of stairs", "step_free:no"),
    ("access via stairs only", "step_free:no"),
    ("steep steps", "step_free:no"),
    ("Hearing loop not working", "hearing_loop:no"),
    ("there is no hearing loop", "hearing_loop:no"),
    ("Induction loop fitted", "hearing_loop:yes"),
    (
        "Accessible toilet facilities;Hearing loop;Car parking;Changing facilities;British sign language (bsl);Disabled car parking space;Building has lift;Wheelchair accessible entrance;Partial wheelchair access",
        "step_free:yes wheelchair:yes toilet:yes lift:yes parking:yes hearing_loop:yes bsl:yes",
    ),
    ("step_free;hearing_loop;toilet", "step_free:yes toilet:yes hearing_loop:yes"),
    ("quiet hour", "quiet:yes"),
    ("quiet sessions on Tuesdays", "quiet:yes"),
    ("Not suitable for wheelchairs", "wheelchair:no"),
    ("suitable for wheelchair users", "step_free:yes wheelchair:yes"),
    ("wheelchair users welcome", "step_free:yes wheelchair:yes"),
    ("flat", "step_free:yes"),
    ("level", "step_free:yes"),
    ("ramp at side gate", "step_free:yes"),
    ("no lift - upstairs room", "step_free:no lift:no"),
    ("Unfortunately the building has steps and no lift", "step_free:no lift:no"),
    ("Ground floor hall with ramp; kitchen upstairs", "step_free:yes"),
    ("wheelchair friendly", "step_free:yes wheelchair:yes"),
    ("Blue badge parking outside", "parking:yes"),
    ("Free on-street parking", "parking:yes"),
    ("pay and display car park", "parking:yes"),
    ("Step free, quiet space, BSL by request", "step_free:yes bsl:yes quiet:yes"),
    ("There's a lift", "lift:yes"),
    ("has a lift", "lift:yes"),
    ("no stairs", "step_free:yes"),
    ("isn't wheelchair accessible", "wheelchair:no"),
    ("We don't have a lift", "lift:no"),
    ("We do not have parking", "parking:no"),
    ("Parking is available", "parking:yes"),
    ("Parking: yes", "parking:yes"),
    ("Toilets: accessible", "toilet:yes"),
    ("Hearing loop available in main hall only", "hearing_loop:yes"),
    ("step free; gender neutral toilet", "step_free:yes"),
    ("wheelchair - yes, toilet - yes, parking - no", "step_free:yes wheelchair:yes toilet:yes parking:no"),
    ("step free entrance; toilets not accessible", "step_free:yes toilet:no"),
    ("There is a lift but it is currently out of order", "lift:no"),
    ("Inaccessible to wheelchairs", "wheelchair:no"),
    ("The hall has step-free access and an accessible toilet", "step_free:yes toilet:yes"),
    ("Stairs to first floor, stairlift; hearing loop", "hearing_loop:yes"),
    ("T loop, ramp", "step_free:yes hearing_loop:yes"),
    ("disabled parking & toilets", "toilet:yes parking:yes"),
    ("Sign language interpreter can be booked", "bsl:yes"),
    ("Toilets are up a flight of stairs, ramp at the door", "step_free:yes"),
]

NOTHING = [
    "Lifts laid on",
    "Quiet time with ponies",
    "We can give you a lift home",
    "stair lift",
    "First Steps group",
    "a few steps from the bus stop",
    "12 step programme",
    "No parking on site but street parking nearby",
    "Learn BSL",
    "BSL class",
    "baby changing",
    "partially wheelchair accessible",
    "limited wheelchair access",
    "some steps",
    "accessible by bus",
    "easily accessible from the town centre",
    "wheelchair basketball",
    "toilets available",
    "please ask about access",
    "one step, portable ramp",
    "yes",
    "no",
    "accessible information",
    "weight lifting",
    "minibus with lift",
    "no ramp",
    "no step free access but ramp available",
    "steps to the front door, ramp at the rear",
    "uneven ground",
    "tail lift",
    "buggy access",
    "hoist",
    "hearing loop (not always working)",
    "ramp (steep)",
    "No wheelchair access to the upper floor",
    "not suitable for large wheelchairs",
]


@pytest.mark.parametrize(("text", "answers"), UNDERSTOOD)
def test_access_is_read_with_yes_and_with_no(text: str, answers: str) -> None:
    assert " ".join(f"{feature.value}:{known.value}" for feature, known in read_access(text)) == answers


@pytest.mark.parametrize("text", NOTHING)
def test_vague_partial_and_contradictory_claims_give_nothing(text: str) -> None:
    assert read_access(text) == ()


@pytest.mark.parametrize("feature", list(Access))
def test_our_own_words_are_read_as_entries_of_a_list(feature: Access) -> None:
    assert (feature, Known.YES) in read_access(f"{feature.value}; somewhere to sit")


@pytest.mark.parametrize(
    "text",
    [
        "We've applied for a grant for a hearing loop",
        "Hearing loop - grant applied for",
        "hoping to have a ramp",
        "Ramp (hopefully by summer)",
        "we're raising money for a lift",
        "There are plans for a lift",
        "We have asked the council for a ramp",
        "ramp on order",
        "we would love a hearing loop",
        "Loop being installed in spring",
        "needs a ramp",
    ],
)
def test_what_is_asked_or_hoped_for_is_not_there(text: str) -> None:
    assert read_access(text) == ()


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Thanks to a grant we now have a hearing loop", "hearing_loop:yes"),
        ("Step free, lift to be fitted", "step_free:yes"),
        ("no loop yet", "hearing_loop:no"),
        ("no step free access yet, ramp on order", "step_free:no"),
        ("ramp on request", "step_free:yes"),
        ("spaces for blue badge holders", "parking:yes"),
        ("bays for disabled badge holders", "parking:yes"),
        ("2 disabled bays outside", "parking:yes"),
        ("Blue Badge holders can park at the front", "parking:yes"),
        ("Level, with a loop and an accessible loo", "step_free:yes toilet:yes hearing_loop:yes"),
    ],
)
def test_what_is_there_is_told_apart_from_it(text: str, answers: str) -> None:
    assert " ".join(f"{feature.value}:{known.value}" for feature, known in read_access(text)) == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Two steps at the front, level entrance round the back by the bins", "step_free:yes"),
        ("Steps to the main door; step free via the side door", "step_free:yes"),
        ("Three steps at front, back door is level", "step_free:yes"),
        ("Step at front door, level side entrance", "step_free:yes"),
        ("Steps to the front door, ramp at the rear", ""),
        ("Level access at the back but steps inside", ""),
        ("Steps at the front door. Level access at rear, then three steps to the hall", ""),
        ("Big print hymn sheets", "large_print:yes"),
        ("Loop, larger print menus", "hearing_loop:yes large_print:yes"),
        ("Parking is a nightmare", ""),
        ("Ramp; parking's a bit of a pain", "step_free:yes"),
        ("Parking is not a problem", "parking:yes"),
    ],
)
def test_another_way_in_big_print_and_parking_that_is_a_nightmare(text: str, answers: str) -> None:
    assert " ".join(f"{feature.value}:{known.value}" for feature, known in read_access(text)) == answers
