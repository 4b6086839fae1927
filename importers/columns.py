"""The columns of a spreadsheet of assets: ours, and what other people call them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.fuzz import ratio, token_sort_ratio
from rapidfuzz.process import extractOne

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
    "id": "identifier, service id, record id, reference, ref, unique id, reference number, asset id, ref no, reference no, id number",
    "name": "service name, name of service, service, title, activity, activity name, group name, name of group, "
    "project name, asset, asset name, name of activity, name of project, project, group, club, club name, class, "
    "class name, course, course name, session, session name, event, event name, name of group or activity, "
    "group or activity, activity or group, activity title, title of activity, group title, project title, service title, event title, name of club, support group, what is it called",
    "organisation": "organization, organisation name, organization name, name of organisation, provider, "
    "provider name, run by, host organisation, who runs it, organised by, delivered by, delivery partner, lead organisation, lead partner, lead provider, "
    "name of organization, org, org name, agency, organiser, charity name, service provider, provided by",
    "description": "service description, about, details, what we do, what it is, summary, what happens, "
    "description of service, description of activity, activity description, brief description, short description, "
    "what do you do, what we offer, about us, about the service, about the group, about the activity, further details, more information, "
    "what happens there, what does it offer, blurb, overview, aims",
    "categories": "category, type, service type, tags, keywords, taxonomies, themes, theme, type of service, "
    "type of activity, activity type, type of support, area of support, subject, topic, topics",
    "address": "full address, street address, venue address, location, where, venue, address line 1, "
    "where is it, where is it held, where we meet, meeting place, place, address of venue, location address, premises",
    "postcode": "post code, postal code, postal_code, zip, pcode, venue postcode, postcode of venue, p code",
    "latitude": "lat, y",
    "longitude": "lon, lng, long, x",
    "phone": "telephone, tel, phone number, telephone number, contact number, contact phone, mobile, tel no, "
    "telephone no, phone no, contact tel, contact telephone, tel number, mobile number, contact telephone number, contact tel no, contact mobile, contact no, "
    "number to call, landline, phone numbers, tel number s",
    "email": "e-mail, email address, e-mail address, contact email, contact e-mail, e mail, enquiries email, "
    "contact email address",
    "url": "website, web web, web address, link, website address, webpage, web page, homepage, site, "
    "website link, web link, website or facebook, website facebook, more info link, website url, online link",
    "cost": "price, fee, fees, charge, charges, how much, cost to attend, costs, price per session, "
    "how much does it cost, cost per session, is there a charge, is there a cost, cost or free, prices, admission, entry fee, cost to participant",
    "eligibility": "who is it for, who for, who can come, who can attend, target group, criteria, audience, open to, "
    "who its for, for whom, target audience, eligibility criteria, suitable for, client group, who can use it, who can join, "
    "who is this for, who is eligible, beneficiaries, aimed at, age group, age range, ages, referral criteria",
    "min_age": "minimum age, age from, from age, age min, min age years, youngest age, lowest age",
    "max_age": "maximum age, age to, to age, age max, max age years, oldest age, highest age, upper age",
    "days": "day, days open, day of the week, weekday, which days, day s, days of the week, day of week, which day",
    "times": "time, time of day, hours, what time, time s, session time, session times",
    "days_times": "days and times, day and time, days & times, opening times, opening hours, when, timetable, sessions, "
    "when is it, when is it on, when we meet, when does it meet, meeting times, day time, days times, schedule, dates and times, "
    "when is it held, when do you meet, day & time, times and days, days hours, opening days and times",
    "accessibility": "access, accessible, disabled access, access information, accessibility information, "
    "wheelchair access, wheelchair accessible, access needs, accessibility info, access info, accessibility details, "
    "accessibility notes, is it accessible, disability access, accessibility features",
    "languages": "language, languages spoken, languages offered, which languages",
    "online": "is it online, online or in person, delivery, online?, in person or online, delivery method, mode of delivery, "
    "face to face or online, how is it delivered",
    "sector": "organisation type, type of organisation, type of organization, organization type",
    "last_verified": "verified, last checked, checked, date checked, last updated, updated, last reviewed, "
    "date updated, date of last update, date last checked, correct as of, date verified, information correct as of",
}
"""What people call our columns, as read by `plain`."""
BY_MAPPING_NAMES = {
    "alternate_name": "also known as, other name, alternative name",
    "venue": "venue name, name of venue, building",
    "town": "town, city, town or city, locality",
    "getting_there": "getting there, travel, transport, directions, how to get there, public transport, parking and transport",
    "how_to_start": "how to start, how to join, how to access, how to refer, referral route, referral process, how to book, booking, "
    "referral, referrals, how do people join, how to get involved, access route, booking information",
    "contact_name": "contact name, contact, contact person, name of contact, key contact, main contact, who to contact",
    "contact_title": "job title, contact title, contact role, role",
    "charity_number": "charity number, registered charity number, charity no, charity registration number, reg charity number",
    "waiting": "waiting time, waiting list, wait time, waiting times",
    "gender": "gender, sex, men or women",
}
"""The same for columns to which only a mapping leads."""
LONGEST_HEADING = 200
SURE_OF_SLIPS = 90.0
NEAR = 84.0
LONG_ENOUGH = 5
_SMALL = frozenset("of the a an your our please if any s and or is it its for to this do you we".split())
_ALONE = frozenset(
    "postcode email telephone phone website cost price latitude longitude days eligibility accessibility languages "
    "description category categories address".split()
)
"""Words that make a heading likely to mean their column, whatever stands beside them."""


def plain(heading: str) -> str:
    """A heading without case, marks and doubled spaces. What is longer than headings are is none, and not looked at."""
    return re.sub(r"[^a-z0-9&]+", " ", heading[:LONGEST_HEADING].lower().replace("'", "")).strip()


_OWN = {plain(ours): ours for ours in OURS}
_OTHERS = {plain(other): ours for ours, others in OTHER_NAMES.items() for other in others.split(",")}
_BY_MAPPING = {plain(other): ours for ours, others in BY_MAPPING_NAMES.items() for other in others.split(",")}


def _core(heading: str) -> str:
    """A plain heading without its small words: "name of the group" and "group name" say the same in another order."""
    return " ".join(sorted(word for word in heading.split() if word not in _SMALL))


_CORES = {core: ours for other, ours in reversed(_OTHERS.items()) if " " in (core := _core(other))}
_LONG = [name for name in (*_OWN, *_OTHERS) if len(name) >= LONG_ENOUGH]


def _loosely(heading: str) -> str | None:
    """By its words without their order and the small ones."""
    return _CORES.get(_core(heading))


@lru_cache(maxsize=4096)
def _with_a_slip(heading: str) -> str | None:
    """By a name that was written with a slip of the pen: "Telephone"."""
    if len(heading) < LONG_ENOUGH:
        return None
    found = extractOne(heading, _LONG, scorer=ratio, score_cutoff=SURE_OF_SLIPS)
    if found is None or re.sub(r"\D", "", found[0]) != re.sub(r"\D", "", heading):
        return None
    return _OWN.get(found[0]) or _OTHERS[found[0]]


def known_names(heading: str) -> dict[str, float]:
    """The column that a heading surely means by its name, as {column: how sure}; empty when none is known."""
    name = plain(heading)
    for names, sure in ((_OWN, 1.0), (_OTHERS, 0.95), (_BY_MAPPING, 0.95)):
        if name in names:
            return {names[name]: sure}
    found = _loosely(name) or _with_a_slip(name)
    return {found: 0.9} if found else {}


def near_names(heading: str) -> dict[str, float]:
    """The columns that a heading may mean: {column: how near its name is, 0 to 1}."""
    name = plain(heading)
    near: dict[str, float] = {}
    for other, ours in {**_OTHERS, **_BY_MAPPING}.items():
        score = token_sort_ratio(name, other) if len(other) >= LONG_ENOUGH else 0.0
        if score >= NEAR:
            near[ours] = max(near.get(ours, 0.0), (score - NEAR) / (100 - NEAR))
    for word in _ALONE.intersection(name.split()):
        ours = _OWN.get(word) or _OTHERS[word]
        near[ours] = max(near.get(ours, 0.0), 0.4)
    return near


def guess_columns(headings: Iterable[str]) -> dict[str, str]:
    """From each heading that we know to our column; each column is taken once, by its own name if that is there."""
    every = list(headings)
    guessed: dict[str, str] = {}
    for find in (_OWN.get, _OTHERS.get, _loosely, _with_a_slip):
        for heading in every:
            ours = find(plain(heading))
            if ours and heading not in guessed and ours not in guessed.values():
                guessed[heading] = ours
    return guessed
