"""What is known of a member, as facts in words; what is not known is not there."""

from decimal import Decimal

from casework.members import age_of
from casework.models import Member
from directory.clock import today
from directory.phrases import say_pounds
from web.formatting import short_date
from web.pages.members import choices

Fact = tuple[str, str | list[str]]


def member_facts(member: Member) -> list[Fact]:
    """(what, words or lines) of everything that was said."""
    facts = {
        "Called": " ".join(filter(None, (member.preferred_name, f"({member.pronouns})" if member.pronouns else ""))),
        "Phone": member.phone,
        "Email": member.email,
        "Safe contact": member.safe_contact,
        "Where": member.postcode,
        "Gets about": choices.said(choices.TRAVEL, member.travel),
        "How far": _miles(member.max_distance_miles),
        "Can spend": _spend(member.max_cost),
        "Online or by phone": choices.said(choices.ONLINE, member.online),
        "Needs to get in and take part": choices.said(choices.ACCESS_NEEDS, member.access_needs),
        "What else helps": member.access_text,
        "Languages": choices.said(choices.LANGUAGES, member.languages),
        "Born": _born(member),
        "Shown as well": choices.said(choices.GENDER, member.gender),
        "Groups may be for": choices.said(choices.CIRCUMSTANCES, member.circumstances),
        "What makes it hard": choices.said(choices.barriers(), member.barriers),
    }
    return [(what, words) for what, words in facts.items() if words]


def _miles(miles: float | None) -> str | None:
    return None if miles is None else f"Up to {miles:g}\u00a0mile{'' if miles == 1 else 's'}"


def _spend(pounds: float | None) -> str | None:
    if pounds is None:
        return None
    return f"Up to {say_pounds(Decimal(str(pounds)))} each time" if pounds else "Free things only"


def _born(member: Member) -> str | None:
    if member.birth_date is None:
        return None
    return f"{short_date(member.birth_date)} (aged {age_of(member, today())})"
