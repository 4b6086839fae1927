"""Whether it is for somebody like her: age, gender, council, circumstances, language."""

from directory.asset import Asset
from directory.kinds import Gender, HowToStart
from directory.phrases import describe_audience
from directory.understanding.languages import language_name
from recommender.sought import Sought
from recommender.verdict import Verdict, ask, no

LEARNING_ENGLISH = "LEA4"

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


def right_age(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where it is for other ages, both ends included. What is for children may be for the person's own."""
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
    """Left out where it is for one gender and the person is of another; where that is not known it is something to ask."""
    if asset.gender is None or asset.gender is sought.gender:
        return None
    rule = "For women only" if asset.gender is Gender.WOMEN else "For men only"
    return ask(f"{rule}: ask first") if sought.gender is None else no(rule)


def lives_there(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where only residents of other councils may come; a place that two councils share is something to ask about."""
    if not asset.residents_of:
        return None
    rule = f"For residents of {' or '.join(asset.residents_of)} only"
    council = sought.home.local_authority if sought.home else None
    if council is None:
        return ask(f"{rule}: ask which council area home is in")
    return None if council in asset.residents_of else no(rule)


def is_for_her(sought: Sought, asset: Asset) -> bool | None:
    """Whether a group for veterans, carers, … is known to be for her; None when it is for no one in particular."""
    if not asset.audiences:
        return None
    wanted = {need.id for need in sought.needs}
    implied = any(wanted & IMPLIED.get(audience, set()) for audience in asset.audiences)
    return implied or bool(set(asset.audiences) & set(sought.seeker.circumstances))


def is_welcome(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """A group for veterans, carers and so on is something to ask about, unless the person said she is one or her needs do."""
    if is_for_her(sought, asset) is not False:
        return None
    who = ", ".join(audience.replace("_", " ") for audience in asset.audiences)
    return ask(f"Meant for: {who}")


def speaks_her_language(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where the languages spoken are stated and the person speaks none of them; English courses are for all."""
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


def way_in(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """A referral that is asked for is something to ask about."""
    return ask("It needs a referral") if asset.how_to_start is HowToStart.REFERRAL else None


def _ages_only(asset: Asset) -> Asset:
    return asset.model_copy(update={"gender": None, "residents_of": (), "audiences": ()})
