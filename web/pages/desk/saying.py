"""Who says what of a listing, and how sure the reading of its needs is, in words for a curator."""

from collections.abc import Mapping, Sequence

from directory.asset import Asset
from directory.provenance import Said, who_says
from directory.taxonomies import list_terms
from web.database import session
from web.formatting import short_date

PARTS = {
    "Name": ("name", "alternate_name"),
    "Organisation": ("organization",),
    "What it is": ("description",),
    "Whether it runs": ("status", "alert"),
    "Needs": ("needs",),
    "Categories": ("categories",),
    "When": ("times", "times_text"),
    "Where": ("venues",),
    "Cost": ("costs", "cost_text"),
    "Who it is for": (
        "minimum_age",
        "maximum_age",
        "gender",
        "audiences",
        "residents_of",
        "eligibility_text",
        "eligibility",
    ),
    "Access": ("access", "access_text"),
    "Languages": ("languages",),
    "How to take part": ("attending", "how_to_start", "how_to_start_text", "room", "room_until"),
    "Phone": ("phones",),
    "Email": ("email",),
    "Website": ("url",),
    "Whom to ask for": ("contacts",),
    "Accreditation": ("accreditations",),
    "Checked": ("assured_date", "assured_by"),
}
"""The parts of a page, and the fields of a listing that make up each."""
SURE = ((1.0, "sure"), (0.85, "fairly sure"), (0.7, "probably"), (0.0, "perhaps"))
"""From this confidence on, how sure the reading is."""


def list_sayers(asset: Asset) -> list[tuple[str, str]]:
    """(part, who says it) of all that the listing says, in the order of the page."""
    said = who_says(session, asset.id)
    found = ((part, _sayers(said, fields)) for part, fields in PARTS.items())
    return [(part, "; ".join(sayers)) for part, sayers in found if sayers]


def list_needs(asset: Asset) -> list[tuple[str, str]]:
    """(need, how sure it is) of each need of the listing."""
    names = {term.code: term.name for term in list_terms(session)}
    return [(names.get(need.id, need.id), say_sure(need.confidence)) for need in asset.needs]


def say_sure(confidence: float) -> str:
    """How sure somebody, or the reading of the listing's words, is."""
    return next(words for least, words in SURE if confidence >= least)


def _sayers(said: Mapping[str, Sequence[Said]], fields: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_sayer(one) for field in fields for one in said.get(field, ())))


def _sayer(said: Said) -> str:
    when = short_date(said.at)
    if said.source is None:
        return f"{said.by}, {when}"
    return f"{said.source} ({said.licence or 'licence not stated'}), read {when}"
