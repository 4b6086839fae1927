"""What a listing asks of who may come (`Listing.eligibility`): to be somebody, to live somewhere, to be sent."""

import re

from directory.asset import Asset
from directory.geography import Place, distance_miles
from directory.kinds import Attending, Requires
from directory.listing import Requirement
from recommender.sought import Sought
from recommender.verdict import Verdict, ask, no

HARDLY = 0.1
"""How likely somebody belongs to a group, or to a body, that few people belong to."""
WITHIN, OUTSIDE = 1.0, 3.0
"""Miles from the middle of a place that is no council: nearer than the first is in it, farther than the second is not."""


def is_not_excluded(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where it says that it is not for people of whom the person is one."""
    for asked in _of(asset, Requires.EXCLUDES):
        if sought.facts.circumstances.intersection(asked.any_of):
            return no(_quoted(asked))
    return None


def lives_where_asked(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Left out where only people of other places may come; what cannot be told is something to ask about."""
    unknown = None
    for asked in _of(asset, Requires.LIVES_IN):
        lives = _lives_in(sought, asked)
        if lives is False:
            return no(_quoted(asked))
        if lives is None:
            unknown = unknown or ask(f"{_quoted(asked)}: ask whether home counts", 0.4)
    return unknown


def area_served(_sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """Where it comes to the home, or is rung, and does not say in which area, that is to be asked."""
    if not {Attending.HOME_VISIT, Attending.PHONE} & set(asset.attending) or Attending.ONLINE in asset.attending:
        return None
    if asset.residents_of or asset.venues or _of(asset, Requires.LIVES_IN):
        return None
    return ask("Which area it covers is not stated", 0.85)


def surgery_where_asked(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """A surgery in some place is something to ask about, unless the person lives nowhere near."""
    unknown = None
    for asked in _of(asset, Requires.SURGERY_IN):
        if _lives_in(sought, asked) is False:
            return no(_quoted(asked))
        unknown = unknown or ask(f"{_quoted(asked)}: ask about your doctor's surgery", 0.8)
    return unknown


def is_member(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """To be a tenant, member, patient or pupil of a body is something to ask about."""
    for asked in _of(asset, Requires.MEMBER_OF):
        if not _names_it(sought, asked):
            return ask(_quoted(asked), HARDLY)
    return None


def groups_asked_for(asset: Asset) -> list[tuple[frozenset[str], str]]:
    """Each set of circumstances of which one is asked for, with the words that say so."""
    asked = [(frozenset(one.any_of), _quoted(one)) for one in _of(asset, Requires.BELONGS)]
    return asked or ([(frozenset(asset.audiences), "")] if asset.audiences else [])


def _of(asset: Asset, kind: Requires) -> list[Requirement]:
    return [one for one in asset.eligibility if one.kind is kind]


def _lives_in(sought: Sought, asked: Requirement) -> bool | None:
    """Whether home is in one of these places: a council, a postcode district, or a town or neighbourhood."""
    if sought.home is None:
        return None
    answers = [_is_in(sought, sought.home, place) for place in asked.any_of]
    if True in answers:
        return True
    return False if answers and None not in answers else None


def _is_in(sought: Sought, home: Place, name: str) -> bool | None:
    if name.upper() == sought.district:
        return True
    if home.local_authority and name.lower() == home.local_authority.lower():
        return True
    place = sought.find_place(name)
    if _is_council(name, place) or _is_district(name):
        return False if (home.local_authority if _is_council(name, place) else sought.district) else None
    if place is None:
        return None
    miles = distance_miles(home, place)
    return True if miles <= WITHIN else False if miles > OUTSIDE else None


def _is_council(name: str, place: Place | None) -> bool:
    return place is not None and (place.local_authority or "").lower() == name.lower()


def _is_district(name: str) -> bool:
    return any(mark.isdigit() for mark in name)


def _names_it(sought: Sought, asked: Requirement) -> bool:
    names = "|".join(re.escape(name) for name in asked.any_of)
    return bool(re.search(rf"(?<!\w)(?:{names})(?!\w)", sought.words or "", re.IGNORECASE))


def _quoted(asked: Requirement) -> str:
    return f"“{asked.words}”"
