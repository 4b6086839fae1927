"""The sector of an organization by what it is called, where nothing else says it. What could be two is not known."""

import re

from directory.kinds import Sector

_PUBLIC = re.compile(
    r"\b(?:nhs|(?:city|county|borough|district|town|parish|metropolitan|unitary) council|council|"
    r"foundation trust|integrated care board|icb|hmp|ministry of|department (?:of|for)|police|fire and rescue|"
    r"london borough of|royal borough of|combined authority)\b",
    re.IGNORECASE,
)
_VOLUNTARY = re.compile(
    r"\b(?:charit(?:y|able)|hospice|mencap|mind|scope|age uk|age concern|barnardo'?s|ymca|ywca|samaritans|"
    r"british red cross|st john ambulance|salvation army|sue ryder|marie curie|macmillan|leonard cheshire|"
    r"(?:housing|benevolent|methodist|catholic|christian) (?:association|society|homes|care)|"
    r"community interest company|cic|c\.i\.c\.?|cio|community benefit society|almshouses?)\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:limited|ltd|llp|plc|holdings|partnership|& (?:partners|sons?|co)|inc)\b\.?|"
    r"^(?:mr|mrs|ms|miss|dr|drs|doctors)\b",
    re.IGNORECASE,
)


def sector_of(name: str) -> Sector | None:
    """A council or the NHS is public, a hospice or a housing association voluntary, another Ltd private."""
    if _PUBLIC.search(name):
        return Sector.PUBLIC
    if _VOLUNTARY.search(name):
        return Sector.VOLUNTARY
    return Sector.PRIVATE if _PRIVATE.search(name) else None
