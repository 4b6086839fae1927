"""A written address to a venue: what is its name, what the street, what the town, and what must not be shown."""

import re
from functools import cache, lru_cache

from directory.geography import Gazetteer, read_postcode
from directory.kinds import Precision
from directory.listing import Venue
from directory.postcodes.place_names import place_names
from directory.understanding.contacts import find_postcode

CONFIDENTIAL = re.compile(
    r"\b(?:confidential|undisclosed|not disclosed|not published|secret|withheld|not (?:made )?public|not shown|"
    r"(?:address|location|venue|details) (?:is )?(?:given|shared|available|provided|on request|on booking|after)|"
    r"safe house)\b",
    re.I,
)
"""Words with which people say that an address is not for everybody."""
_NO_PLACE = re.compile(
    r"\W*(?:n/?a|none|tbc|various(?: (?:venues|locations|places))?|"
    r"(?:online|virtual|zoom|via zoom|online via zoom)(?: only)?|by (?:tele)?phone|phone|telephone|mobile|"
    r"peripatetic|city centre|town centre|at home|in your (?:own )?home|home visits?|nationwide|national|remote|"
    r"virtual)\W*",
    re.I,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.I)
_DISTRICT = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?", re.I)
_STREET = re.compile(r"\d|.*\b(?:street|st|road|rd|lane|ln|avenue|ave|drive|close|way|place|terrace|square)\.?$", re.I)
_BUILDING = re.compile(
    r".*\b(?:library|cent(?:re|er)|hall|church|chapel|club|school|academy|rooms?|hub|museum|mission|house|hospital|"
    r"mosque|synagogue|temple|gurdwara|pub|arms|inn|cafe|café|theatre|gallery|park|gardens?|pavilion|baths|gym|college|"
    r"clinic|surgery|wharf|works|mill|market)$",
    re.I,
)


def read_venue(address: str, postcode: str, latitude: float | None, longitude: float | None) -> Venue | None:
    """The venue that these cells describe, before anybody looked for it on the map; None when they name none."""
    secret = CONFIDENTIAL.search(address) is not None
    known = postcode_in(postcode) or find_postcode(address)
    parts = [] if names_no_place(address) else _parts(address)
    if secret:
        # The words that keep it secret are no address; the town may be known, and is shown as its authority alone.
        parts = [part for part in parts if is_town(part)][-1:]
    if not (parts or known or secret or (latitude is not None and longitude is not None)):
        return None
    name, street, town = (None, None, parts[0] if parts else None) if secret else _named(parts)
    return Venue(
        name=name,
        address=street,
        town=town,
        postcode=known,
        latitude=latitude,
        longitude=longitude,
        confidential=secret,
    )


def names_no_place(text: str) -> bool:
    """Whether it says "online", "nationwide", "various venues" where others give an address."""
    return _NO_PLACE.fullmatch(text) is not None


def postcode_in(text: str) -> str | None:
    """A postcode written properly, or a district as it stands ("L9"); None for anything else."""
    text = text.strip()
    return read_postcode(text) or find_postcode(text) or (text.upper() if _DISTRICT.fullmatch(text) else None)


def _parts(address: str) -> list[str]:
    without = _POSTCODE.sub("", address) if find_postcode(address) else address
    parts = (" ".join(part.split()).strip(" .") for part in re.split(r"[,\n;]", without))
    return [part for part in parts if part and not _DISTRICT.fullmatch(part)]


def _named(parts: list[str]) -> tuple[str | None, str | None, str | None]:
    """(name, street, town) of the parts of an address, in the order in which they are written here."""
    town = parts.pop() if len(parts) > 1 and is_town(parts[-1]) else None
    begins = next((place for place, part in enumerate(parts) if part[0].isdigit()), None)
    if begins is None and len(parts) > 1 and not _STREET.match(parts[0]):
        begins = 1
    if begins is None and len(parts) == 1 and _BUILDING.match(parts[0]):
        begins = 1
    cut = begins or 0
    return _joined(parts[:cut]), _joined(parts[cut:]), town


def _joined(parts: list[str]) -> str | None:
    return ", ".join(parts) or None


@lru_cache(maxsize=4096)
def is_town(part: str) -> bool:
    """Whether this is a town or a part of one, by its very name: "Bootle", not "Bootle Library" or "Rope Lane"."""
    called = part.lower(), f"{part.lower()} city centre"
    if _labels().isdisjoint(called) or any(sign.isdigit() for sign in part):
        return False
    place = Gazetteer().find_place(part)
    return place is not None and place.precision is Precision.PLACE and place.label.lower() in called


@cache
def _labels() -> frozenset[str]:
    """What places are called: few words are, and that is told at once."""
    return frozenset(place.label.lower() for place in place_names().by_name.values())
