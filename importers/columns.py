"""The columns of a spreadsheet of assets: ours, and what other people call them."""

import re
from collections.abc import Iterable

OURS = [
    "id",
    "name",
    "organisation",
    "description",
    "categories",
    "address",
    "postcode",
    "latitude",
    "longitude",
    "phone",
    "email",
    "url",
    "cost",
    "eligibility",
    "min_age",
    "max_age",
    "days",
    "times",
    "days_times",
    "accessibility",
    "languages",
    "online",
    "sector",
    "last_verified",
]
"""The columns that a plain spreadsheet may have. All others are kept as they came."""

BY_MAPPING = [
    "alternate_name",
    "venue",
    "town",
    "getting_there",
    "alert",
    "status",
    "how_to_start",
    "waiting",
    "contact_name",
    "contact_title",
    "gender",
    "free",
    "accreditations",
    "organisation_url",
    "charity_number",
]
"""More that a mapping may lead to. A plain spreadsheet's own column of that name is not taken for them."""

OTHER_NAMES = {
    "id": "identifier, service id, record id, reference, ref, unique id",
    "name": "service name, name of service, service, title, activity, activity name, group name, name of group, "
    "project name, asset, asset name",
    "organisation": "organization, organisation name, organization name, name of organisation, provider, "
    "provider name, run by, host organisation",
    "description": "service description, about, details, what we do, what it is, summary, what happens",
    "categories": "category, type, service type, tags, keywords, taxonomies, themes",
    "address": "full address, street address, venue address, location, where, venue, address line 1",
    "postcode": "post code, postal code, postal_code, zip, pcode",
    "latitude": "lat, y",
    "longitude": "lon, lng, long, x",
    "phone": "telephone, tel, phone number, telephone number, contact number, contact phone, mobile",
    "email": "e-mail, email address, e-mail address, contact email",
    "url": "website, web site, web, web address, link, website address",
    "cost": "price, fee, fees, charge, charges, how much, cost to attend",
    "eligibility": "who is it for, who for, who can come, who can attend, target group, criteria, audience, open to",
    "min_age": "minimum age, age from, from age",
    "max_age": "maximum age, age to, to age",
    "days": "day, days open, day of the week, weekday",
    "times": "time, time of day, hours",
    "days_times": "days and times, day and time, days & times, opening times, opening hours, when, timetable, sessions",
    "accessibility": "access, accessible, disabled access, access information",
    "languages": "language, languages spoken",
    "online": "is it online, online or in person, delivery, online?",
    "sector": "organisation type, type of organisation",
    "last_verified": "verified, last checked, checked, date checked, last updated, updated, last reviewed",
}
"""What people call our columns, as read by `plain`."""


def plain(heading: str) -> str:
    """A heading without case, marks and doubled spaces."""
    return re.sub(r"[^a-z0-9&]+", " ", heading.lower().replace("'", "")).strip()


_OWN = {plain(ours): ours for ours in OURS}
_OTHERS = {plain(other): ours for ours, others in OTHER_NAMES.items() for other in others.split(",")}


def guess_columns(headings: Iterable[str]) -> dict[str, str]:
    """From each heading that we know to our column; each column is taken once, by its own name if that is there."""
    every = list(headings)
    guessed: dict[str, str] = {}
    for names in (_OWN, _OTHERS):
        for heading in every:
            ours = names.get(plain(heading))
            if ours and heading not in guessed and ours not in guessed.values():
                guessed[heading] = ours
    return guessed
