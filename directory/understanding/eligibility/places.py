"""Places by name in a listing's words: councils around here, towns and neighbourhoods, postcode districts."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from directory.postcodes.authorities import authority_name
from directory.postcodes.place_names import place_names, plain
from directory.postcodes.storage import shipped_table

DISTRICT = r"(?:L|CH|WA|PR|WN|M|OL|SK|BL|CW)\d{1,2}"
_NAME = r"(?:St\.? |Saint )?[A-Z][\w'-]*(?: (?:Green|Park|Hill|Town|Bridge|Vale|Lane|Edge|Heath|Village|Road|End|[A-Z][\w'-]+|(?:on|in|le|upon|and)(?= [A-Z](?!\d))(?<!and)))*"
_ONE = rf"(?:(?:the )?(?:(?i:(?:metropolitan )?borough|city|town) of )?(?:(?i:{DISTRICT})\b|{_NAME}))"
_AFTER = r"(?: (?:metropolitan )?(?:borough|boro\b|council area|council|area|postcodes?|city|district|region|town|estate|village|ward))?"
PLACES = rf"(?:{_ONE}{_AFTER}(?:(?:,? (?:and|or|&|to) |, ?|/| - |-| ){_ONE}{_AFTER}){{0,9}})"
"""A list of what may be places, to be looked up."""
_SPLIT = re.compile(r",? (?:and|or|&) |, ?|/| - ")
_RANGE = re.compile(r"\b(L|CH|WA|PR|WN)(\d{1,2}) ?(?:-|to) ?(?:\1)?(\d{1,2})\b", re.IGNORECASE)
_DRESS = re.compile(
    r"^(?:the |all of |in |(?:metropolitan )?borough of |city of |town of )+|"
    r"(?: (?:metropolitan )?(?:borough|boro|council area|council|area|postcodes?|city|district|region|town|estate|village|ward|only))+$",
    re.IGNORECASE,
)
_SMALL_DISTRICT = re.compile(rf"\b{DISTRICT}\b", re.IGNORECASE)
_ALIASES = {
    "l'pool": "liverpool",
    "lpool": "liverpool",
    "skem": "skelmersdale",
    "b'head": "birkenhead",
    "scouseland": "liverpool",
}
_SAID_FOR_ONE = frozenset({"pool", "lpool", "skem", "borough", "city"})
_REGION = re.compile(r"\b(?:city region|merseyside)\b", re.IGNORECASE)
"""A place of that size keeps nobody out who looks here."""
_MOST = 12


@lru_cache(maxsize=4_096)
def places_in(words: str) -> tuple[str, ...]:
    """The places of a list, in order, as they are called here; empty unless each part of it is one."""
    words = _RANGE.sub(_spelt_out, words)
    found: list[str] = []
    if _REGION.search(words):
        return ()
    for part in _SPLIT.split(words):
        named = _DRESS.sub("", part.strip(" .'")).strip()
        if not named:
            continue
        known = _several(named)
        if not known:
            return ()
        found += known
    return tuple(dict.fromkeys(found))[:_MOST]


def is_council(place: str) -> bool:
    """Whether it is a council around here."""
    return place in councils().values()


def names_place(terms: frozenset[str]) -> bool:
    """Whether any of these words could be, or begin, the name of a place: told in a glance, for few are."""
    return not _first_words().isdisjoint(terms)


@cache
def _first_words() -> frozenset[str]:
    called = {plain(place.label) for place in place_names().by_name.values()} | set(councils())
    return frozenset(name.split()[0] for name in called) | _SAID_FOR_ONE | _district_terms()


def _district_terms() -> frozenset[str]:
    """Every first half of a postcode around here, in small letters: one look-up tells whether any stands there."""
    areas = ("l", "ch", "wa", "pr", "wn", "m", "ol", "sk", "bl", "cw")
    figures = {str(number) for number in range(100)} | {f"0{number}" for number in range(10)}
    return frozenset(area + figure for area in areas for figure in figures)


def is_district(place: str) -> bool:
    """Whether it is the first half of a postcode."""
    return re.fullmatch(DISTRICT, place) is not None


_LISTED = re.compile(
    rf"(?<![\w-])(?i:{DISTRICT})(?:(?: ?(?:,|/|-|&|\+) ?(?:and |or )?| (?:and|or|to) | )(?i:{DISTRICT})\b(?! \d[A-Za-z]{{2}}\b)){{1,15}}"
)


def listed_districts(words: str) -> tuple[str, ...]:
    """The postcode districts of all bare lists of two or more ("L4 L5 L6", "L17 to L19, L24"), in order."""
    found = dict.fromkeys(
        part.upper()
        for one in _LISTED.finditer(words)
        for part in _SMALL_DISTRICT.findall(_RANGE.sub(_spelt_out, one.group()))
    )
    return tuple(found)[:_MOST]


@cache
def _small_names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, councils()), key=len, reverse=True))})\b")


def with_capitals(words: str) -> str:
    """The words of somebody who writes everything small, with the capitals of councils and postcodes."""
    if not words.islower():
        return words
    words = _small_names().sub(lambda found: councils()[found.group()], words)
    return _SMALL_DISTRICT.sub(lambda found: found.group().upper(), words)


_CAPITAL_NAME = re.compile(
    r"(?<![\w'-])(?:St\.? |Saint |West )?[A-Z][\w']+(?! (?i:road|street|lane|avenue|park|fc|baths|library))"
)


def councils_in(words: str) -> tuple[str, ...]:
    """The councils that a name or a text names, in order."""
    found = (_place(one.group().strip(".")) for one in _CAPITAL_NAME.finditer(words))
    return tuple(dict.fromkeys(place for place in found if place and is_council(place)))


@cache
def councils() -> dict[str, str]:
    """By plain names, the councils around here. Not all of Britain's: "Reading" and "Bath" are words as well."""
    named = {authority_name(code) for code in shipped_table().authorities}
    return {plain(name): name for name in named if name}


def _several(named: str) -> list[str]:
    """One place, or districts with nothing but blanks between ("L12 L13 L14")."""
    if re.fullmatch(rf"(?i:{DISTRICT})(?: (?i:{DISTRICT}))+", named):
        return [part.upper() for part in named.split()]
    place = _place(named)
    return [place] if place else []


def _place(named: str) -> str | None:
    if re.fullmatch(DISTRICT, named, re.IGNORECASE):
        return named.upper()
    called = plain(_ALIASES.get(named.lower(), named))
    if called in councils():
        return councils()[called]
    place = place_names().by_name.get(called)
    return place.label if place and plain(place.label) == called else None


def _spelt_out(found: re.Match[str]) -> str:
    area, low, high = found[1].upper(), int(found[2]), int(found[3])
    if not low < high <= low + _MOST:
        return found.group()
    return ", ".join(f"{area}{number}" for number in range(low, high + 1))


def each_list(pattern: re.Pattern[str], words: str) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """Where a pattern with a group `places` finds a list that holds places and nothing else; longer lists are cut back."""
    for found in pattern.finditer(words):
        if places := _longest(found["places"]):
            yield found, places


def _longest(words: str) -> tuple[str, ...]:
    """The places with which a list begins: "Knowsley and Bring your letters" begins with one."""
    parts = re.split(r"((?:,? (?:and|or|&) |, ?|/| - | ))", words)
    if _REGION.search(words):
        return ()
    for end in range(len(parts), 0, -2):
        if places := places_in("".join(parts[:end])):
            return places
    return ()
