"""What of OpenStreetMap is an asset, and in which words: a library, a gurdwara, a community fridge. Rules as data.

Left out with a reason: what nobody is sent to by a link worker (shops, car parks, public toilets), what people reach
through their doctor, what is private or disused, and what has neither a name nor a use without one.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from directory.kinds import Sector
from importers.incoming import RowRefused

Tags = Mapping[str, str]
HEALTH = frozenset("doctors clinic dentist hospital pharmacy doctor midwife nurse blood_donation".split())
SHELTERED = frozenset("abused abused_women woman women victim victims domestic_violence".split())
"""Whom a shelter is for whose address must not be found."""


def kinds_of(tags: Tags) -> tuple[str, ...]:
    """What it is, as "key=value", first the plainest. RowRefused where it is nothing to be sent to."""
    found = tuple(_listed("kinds", tags))
    if not found and is_changing_places(tags):
        found = ("changing_table=adult",)
    if not found:
        raise RowRefused(_why_not(tags))
    if tags.get("access") in ("private", "no"):
        raise RowRefused(f"It is not open to everybody: access={tags['access']}", field="access")
    if any(tags.get(key) == "yes" for key in ("disused", "abandoned", "demolished", "ruins")):
        raise RowRefused("It is marked on the map as no longer in use")
    return found


def name_of(tags: Tags, kinds: tuple[str, ...]) -> str:
    """Its name; without one what it is and where, if that is of use. RowRefused if not."""
    if name := tags.get("name") or tags.get("name:en") or tags.get("official_name"):
        return name
    kind = words_for(kinds[-1] if kinds[-1].startswith("social_facility=") else kinds[0], tags)
    kind = kind[:1].upper() + kind[1:]
    where = tags.get("addr:street") or tags.get("addr:place") or tags.get("addr:suburb")
    if not any(_listed("nameless", tags)) or not (where or tags.get("operator")):
        raise RowRefused(f"This has no name on the map ({kind[:1].lower() + kind[1:]})", field="name")
    return f"{kind}, {where}" if where else f"{kind} of {tags['operator']}"


def categories_of(tags: Tags, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The words for what it is: of the map's values, in those that people use."""
    said = [words_for(kind, tags) for kind in kinds]
    if tags.get("garden:type") == "community":
        said.append("community garden")
    said += [_plain(sport) for sport in values(tags, "sport") if sport not in ("multi", "yes")]
    said += [_rules()["denomination"].get(one, _plain(one).title()) for one in values(tags, "denomination")]
    return tuple(dict.fromkeys(word for word in said if word != "social facility"))


def words_for(kind: str, tags: Tags) -> str:
    """ "amenity=place_of_worship" with religion=sikh is a gurdwara."""
    if kind == "amenity=place_of_worship":
        return str(_rules()["religion"].get(tags.get("religion", ""), "place of worship"))
    return str(_rules()["words"].get(kind) or _plain(kind.partition("=")[2] if kind[-4:] != "=yes" else kind[:-4]))


def audience_of(tags: Tags) -> str | None:
    """Whom a social facility is for, in words."""
    return ", ".join(_rules()["for"].get(one, _plain(one)) for one in values(tags, "social_facility:for")) or None


def sector_of(tags: Tags, kinds: tuple[str, ...]) -> Sector | None:
    """By who runs it, else by what it is."""
    named = _rules()["operator"].get(tags.get("operator:type", "").lower().replace(" ", "_"))
    by_kind = (_rules()["sector"][kind] for kind in kinds if kind in _rules()["sector"])
    if found := named or _by_name(tags.get("operator", "")) or next(by_kind, None):
        return Sector(found)
    return None


def is_itself(tags: Tags) -> bool:
    """Whether the place and who runs it are one: a church, a club, the office of a charity."""
    return any(_listed("itself", tags))


def is_changing_places(tags: Tags) -> bool:
    """A toilet with a hoist and a bench for grown people: what decides for some whether they can go out."""
    adult = tags.get("changing_table") == "adult" or tags.get("changing_places") == "yes"
    return tags.get("amenity") == "toilets" and adult


def is_secret(tags: Tags) -> bool:
    """A shelter from abuse, which the map should not show and we do not."""
    shelter = tags.get("social_facility") in ("shelter", "group_home", "safe_house")
    return shelter and not SHELTERED.isdisjoint(values(tags, "social_facility:for"))


def values(tags: Tags, key: str) -> list[str]:
    """The values of a key, which the map separates by semicolons."""
    return [value.strip() for value in tags.get(key, "").split(";") if value.strip()]


def _listed(table: str, tags: Tags) -> Iterator[str]:
    for key, wanted in _rules()[table].items():
        for value in values(tags, key):
            if value in wanted.split() or (wanted == "*" and value != "no"):
                yield f"{key}={value}"


def _why_not(tags: Tags) -> str:
    kind = next(
        (f"{key}={tags[key]}" for key in ("amenity", "shop", "healthcare", "office", "leisure") if key in tags), ""
    )
    if tags.get("amenity") == "toilets":
        return "A public toilet is no place to be sent to; only those with a hoist (Changing Places) are listed"
    if {tags.get("amenity"), tags.get("healthcare")} & HEALTH:
        return f"Health care that people reach by themselves or through a doctor is not listed ({kind})"
    return f"This is not a place that people are sent to ({kind})" if kind else "The map says of this no use for people"


def _by_name(operator: str) -> str | None:
    words = operator.lower().split()
    return "public" if {"council", "nhs", "borough", "university", "constabulary"} & set(words) else None


def _plain(value: str) -> str:
    return value.replace("_", " ")


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(files("importers").joinpath("osm_kinds.toml").read_text("utf-8"))
