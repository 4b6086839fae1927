"""Whether it is for somebody like her: age, gender, council, circumstances, language."""

from collections.abc import Iterable

from directory.asset import Asset
from directory.circumstances import PEOPLE
from directory.kinds import Gender, HowToStart
from directory.phrases import describe_audience
from directory.understanding.languages import language_name
from recommender.rules.asked_for import HARDLY, groups_asked_for
from recommender.sought import Sought
from recommender.verdict import USUALLY, Verdict, ask, no

LEARNING_ENGLISH = "LEA4"
ADULT = 18
SIGNED = frozenset({"bfi", "bsl"})

USUAL = frozenset(
    "carer disabled long_term_condition mental_health migrant parent retired student tenant unemployed".split()
)
"""What many people are, and do not say: a group for them may well be for her."""
PERHAPS = 0.3
"""How likely somebody belongs to a group of people who do not say so."""


def right_age(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where it is for other ages, both ends included. What is for children may be for the person's own."""
    youngest, oldest = asset.minimum_age or 0, asset.maximum_age
    if youngest == 0 and oldest is None:
        return None
    rule = next(iter(describe_audience(_ages_only(asset))), "It is for certain ages")
    ages = sought.facts.ages
    if oldest is not None and oldest < ADULT:
        if any(youngest <= age < oldest + 1 for age in sought.facts.children_ages):
            return None
        if ages is None:
            return ask(f"{rule}: ask about ages", 0.6)
    elif ages is None:
        return ask(f"{rule}: ask about age", 0.7)
    if ages[1] < youngest or (oldest is not None and ages[0] >= oldest + 1):
        return no(rule)
    inside = youngest <= ages[0] and (oldest is None or ages[1] < oldest + 1)
    return None if inside else ask(f"{rule}: ask about age")


def right_gender(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where it is for one gender and the person is of another; where that is not known it is something to ask."""
    if asset.gender is None or asset.gender is sought.facts.gender:
        return None
    rule = "For women only" if asset.gender is Gender.WOMEN else "For men only"
    return ask(f"{rule}: ask first", 0.5) if sought.facts.gender is None else no(rule)


def lives_there(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where only residents of other councils may come; a place that two councils share is something to ask about."""
    if not asset.residents_of:
        return None
    rule = f"For residents of {' or '.join(asset.residents_of)} only"
    council = sought.home.local_authority if sought.home else None
    if council is None:
        return ask(f"{rule}: ask which council area home is in")
    return None if council in asset.residents_of else no(rule)


def is_welcome(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """A group for veterans, carers and so on is something to ask about, unless the person or her needs say she is one."""
    for group, words in groups_asked_for(asset):
        if not group & sought.circumstances:
            return ask(f"Meant for: {words or _named(group)}", PERHAPS if group & USUAL else HARDLY)
    return None


def _named(group: Iterable[str]) -> str:
    """A group in words: "veterans, carers"."""
    return ", ".join(PEOPLE.get(one, one.replace("_", " ")) for one in sorted(group))


def speaks_her_language(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where the languages spoken are stated and the person speaks none of them; English courses are for all."""
    if LEARNING_ENGLISH in asset.need_ids:
        return None
    hers = sought.facts.languages or {"en"}
    spoken = {code.split("-")[0].lower() for code in asset.languages}
    if spoken & hers or (not spoken and "en" in hers):
        return None
    named = ", ".join(language_name(code) for code in sorted(hers))
    if not spoken:
        return ask(f"Whether {named} is spoken is not stated")
    if "en" in hers:
        likely = USUALLY if spoken <= SIGNED else HARDLY
        return ask(f"It is held in {', '.join(language_name(code) for code in asset.languages)}", likely)
    return no(f"{named} is not among the languages spoken there")


def way_in(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """A referral that is asked for is something to ask about."""
    return ask("It needs a referral") if asset.how_to_start is HowToStart.REFERRAL else None


def _ages_only(asset: Asset) -> Asset:
    return asset.model_copy(update={"gender": None, "residents_of": (), "audiences": (), "eligibility": ()})
