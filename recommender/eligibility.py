"""The hard rules: whether she can use it. Yes, no, or ask; one function each, and *unknown is not no*.

A rule takes what is sought and an asset, and says nothing (None), NO or ASK with itself quoted in plain words.
`judge` asks them in order; the first NO ends it.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from directory.asset import Asset
from directory.geography import describe_distance
from directory.kinds import Access, Attending, Gender, HowToStart, Known, Room, Status
from directory.listing import Cost
from directory.phrases import describe_access, describe_audience, say_pounds
from directory.schedules import fits_free_times
from directory.understanding.languages import language_name
from recommender.recommendation import Eligible
from recommender.sought import Sought
from recommender.verdict import Verdict, ask, no
from recommender.wording import stems

TOO_FAR = 25.0
"""Miles beyond which nothing that must be gone to is of use, when she has not said how far she goes."""

FROM_HOME = frozenset({Attending.ONLINE, Attending.PHONE, Attending.HOME_VISIT})

LEARNING_ENGLISH = "LEA4"

SESSIONS = {"month": 4, "year": 40, "course": 6, "term": 12}
"""How many sessions a longer price is taken to cover."""

IMPLIED = {
    "carer": {"FAM1"},
    "parent": {"FAM2", "FAM4"},
    "bereaved": {"MIN3"},
    "refugee": {"CON5", "SAF3"},
    "asylum_seeker": {"CON5", "SAF3"},
    "ex_offender": {"SAF5"},
    "deaf": {"IND4"},
    "autistic": {"IND5"},
    "disabled": {"IND3", "IND6", "IND5"},
}
"""Needs that say by themselves that a group is for her."""

AVOIDED_AS = {
    "church": "church chapel parish mission worship prayer faith",
    "noisy": "noisy loud lively disco band",
    "crowd": "crowded busy",
    "alcohol": "pub bar alcohol",
    "pub": "pub bar",
}
"""What else a word of avoidance stands for; keys are stems."""


def judge(sought: Sought, asset: Asset, miles: float | None) -> tuple[Eligible, tuple[str, ...]]:
    """Whether she can use it, and the rules that say no (the first) or that have to be asked about (all)."""
    unknowns = []
    for rule in RULES:
        verdict = rule(sought, asset, miles)
        if verdict is None:
            continue
        if verdict.eligible is Eligible.NO:
            return Eligible.NO, (verdict.rule,)
        unknowns.append(verdict.rule)
    return (Eligible.ASK if unknowns else Eligible.YES), tuple(unknowns)


def is_for_her(sought: Sought, asset: Asset) -> bool | None:
    """Whether a group for veterans, carers, … is known to be for her; None when it is for no one in particular."""
    if not asset.audiences:
        return None
    wanted = {need.id for need in sought.needs}
    implied = any(wanted & IMPLIED.get(audience, set()) for audience in asset.audiences)
    return implied or bool(set(asset.audiences) & set(sought.seeker.circumstances))


def needs_going(asset: Asset) -> bool:
    """Whether one has to go there: it cannot be had from home, as far as is known."""
    return not FROM_HOME.intersection(asset.attending)


def not_been(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Been, tried or declined."""
    ids = {asset.id, *(source.source_id for source in asset.sources)}
    return no("Already been, tried or declined") if ids.intersection(sought.seeker.already) else None


def not_avoided(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """What she wants to avoid, by the words of its name, place and description."""
    for avoided in sought.seeker.avoid:
        if _avoided_stems(avoided) & _stems_of(asset):
            return no(f"To be avoided: {avoided}")
    return None


def is_running(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    return no("It is closed for now") if asset.status is not Status.ACTIVE else None


def has_room(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """A claim of no room ends by itself on its date."""
    if asset.room is None or (asset.room_until and asset.room_until < sought.today):
        return None
    if asset.room is Room.FULL:
        return no("It is full")
    return ask("It has a waiting list: ask how long") if asset.room is Room.WAITING_LIST else None


def right_age(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Ages are inclusive. What is for children may be for hers."""
    youngest, oldest = asset.minimum_age or 0, asset.maximum_age
    if youngest == 0 and oldest is None:
        return None
    rule = next(iter(describe_audience(_ages_only(asset))), "It is for certain ages")
    if oldest is not None and oldest < 18:
        ages = [*sought.seeker.children_ages, *([sought.seeker.age] if sought.seeker.age is not None else [])]
        if any(youngest <= age < oldest + 1 for age in ages):
            return None
        return no(rule) if sought.seeker.age is not None else ask(f"{rule}: ask about ages")
    if sought.seeker.age is None:
        return ask(f"{rule}: ask about age")
    inside = youngest <= sought.seeker.age and (oldest is None or sought.seeker.age < oldest + 1)
    return None if inside else no(rule)


def right_gender(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    if asset.gender is None or asset.gender is sought.gender:
        return None
    rule = "For women only" if asset.gender is Gender.WOMEN else "For men only"
    return ask(f"{rule}: ask first") if sought.gender is None else no(rule)


def lives_there(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    if not asset.residents_of:
        return None
    rule = f"For residents of {' or '.join(asset.residents_of)} only"
    council = sought.home.local_authority if sought.home else None
    if council is None:
        return ask(f"{rule}: ask which council area home is in")
    return None if council in asset.residents_of else no(rule)


def is_welcome(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """A group for veterans, carers, … : her circumstances or her needs say so, or it has to be asked."""
    if is_for_her(sought, asset) is not False:
        return None
    who = ", ".join(audience.replace("_", " ") for audience in asset.audiences)
    return ask(f"Meant for: {who}")


def way_in(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    return ask("It needs a referral") if asset.how_to_start is HowToStart.REFERRAL else None


def speaks_her_language(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Absent means English on her side; on the asset's side nobody has said. English is taught to those without it."""
    if LEARNING_ENGLISH in asset.need_ids:
        return None
    hers = {code.split("-")[0].lower() for code in sought.seeker.languages} or {"en"}
    spoken = {code.split("-")[0].lower() for code in asset.languages}
    if spoken & hers or (not spoken and "en" in hers):
        return None
    named = ", ".join(language_name(code) for code in sorted(hers))
    if not spoken:
        return ask(f"Whether {named} is spoken is not stated")
    if "en" in hers:
        return ask(f"It is held in {', '.join(language_name(code) for code in asset.languages)}")
    return no(f"{named} is not among the languages spoken there")


def can_get_in(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Access needs known to be missing at every venue, unless she can take part from home."""
    if not needs_going(asset):
        return None
    unknown = []
    for need in sought.seeker.access_needs:
        known = known_access(asset, need)
        if known is Known.NO:
            return no(f"{_said(need)}: no")
        if known is Known.NOT_KNOWN:
            unknown.append(_said(need))
    return ask(f"Not stated: {', '.join(unknown)}") if unknown else None


def near_enough(sought: Sought, asset: Asset, miles: float | None) -> Verdict | None:
    """Beyond what she will travel; where she has not said, beyond what anybody would."""
    if not needs_going(asset):
        return None
    limit = sought.seeker.max_distance_miles
    if miles is None:
        return ask("How far it is is not known") if limit is not None and not _comes_to_her(asset) else None
    if miles > (TOO_FAR if limit is None else limit):
        far = describe_distance(miles)
        return no(f"It is {far} away" + ("" if limit is None else f", farther than {describe_distance(limit)}"))
    return None


def within_means(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """What anybody pays for a session against what she has; a lower price for some has to be asked about."""
    means = sought.seeker.max_cost
    if means is None:
        return None
    prices = [(cost, _a_session(cost)) for cost in asset.costs]
    known = [(cost, price) for cost, price in prices if price is not None]
    if not known:
        return ask("What it costs is not stated")
    everyone = [price for cost, price in known if cost.option is None]
    if everyone and min(everyone) <= Decimal(str(means)):
        return None
    for cost, price in known:
        if cost.option is not None and price <= Decimal(str(means)):
            return ask(f"{say_pounds(price)} only for: {cost.option}")
    return no(f"It costs {say_pounds(min(price for _, price in known))} a time")


def days_she_can(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    if not sought.free_times:
        return None
    fits = fits_free_times(asset, sought.free_times)
    if fits is None:
        return ask("When it meets is not stated")
    return None if fits else no("It does not meet at the times that are free")


def way_she_can_take_part(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    ways = set(asset.attending)
    if sought.seeker.online == "no" and ways == {Attending.ONLINE}:
        return no("It is online only")
    if sought.from_home and ways and not ways & FROM_HOME:
        return no("It cannot be done from home")
    if sought.from_home and not ways:
        return ask("Whether it can be done from home is not stated")
    return None


RULES: tuple[Callable[[Sought, Asset, float | None], Verdict | None], ...] = (
    not_been,
    is_running,
    has_room,
    right_age,
    right_gender,
    lives_there,
    speaks_her_language,
    can_get_in,
    way_she_can_take_part,
    near_enough,
    within_means,
    days_she_can,
    not_avoided,
    is_welcome,
    way_in,
)


def known_access(asset: Asset, need: str) -> Known:
    """Yes if the session or one venue has it, no if all are known to lack it. Step-free: no means no wheelchair."""
    facts = [dict(venue.access) | dict(asset.access) for venue in asset.venues] or [dict(asset.access)]
    answers = [_answer(known, need) for known in facts]
    if Known.YES in answers:
        return Known.YES
    return Known.NO if answers and all(answer is Known.NO for answer in answers) else Known.NOT_KNOWN


def _answer(known: dict[Access, Known], need: str) -> Known:
    if need not in set(Access):
        return Known.NOT_KNOWN
    answer = known.get(Access(need), Known.NOT_KNOWN)
    if need == Access.WHEELCHAIR and answer is Known.NOT_KNOWN and known.get(Access.STEP_FREE) is Known.NO:
        return Known.NO
    if need == Access.STEP_FREE and answer is Known.NOT_KNOWN and known.get(Access.WHEELCHAIR) is Known.YES:
        return Known.YES
    return answer


def _said(need: str) -> str:
    if need in set(Access):
        return describe_access(Access(need), Known.YES).split(":")[0]
    return need.replace("_", " ").capitalize()


def _comes_to_her(asset: Asset) -> bool:
    return any(venue.confidential for venue in asset.venues)


def _ages_only(asset: Asset) -> Asset:
    return asset.model_copy(update={"gender": None, "residents_of": (), "audiences": ()})


def _a_session(cost: Cost) -> Decimal | None:
    if cost.amount is None:
        return None
    return cost.amount / SESSIONS.get(cost.per or "", 1)


def _avoided_stems(avoided: str) -> set[str]:
    own = {stem for stem in stems(avoided) if len(stem) > 3} - {"place", "group", "thing", "anyth"}
    wider = {stem for key in own for stem in stems(AVOIDED_AS.get(key, ""))}
    for word in re.findall(r"[a-z]+", avoided.lower()):
        wider |= set(stems(AVOIDED_AS.get(word.rstrip("s"), "")))
    return own | wider


def _stems_of(asset: Asset) -> set[str]:
    places = [part for venue in asset.venues for part in (venue.name, venue.address) if part]
    return set(stems(" ".join([asset.name, asset.description or "", *asset.categories, *places])))
