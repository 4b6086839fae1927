"""How sure we are that a listing is still true, by when somebody last said so.

That a row was written yesterday says nothing: only `assured_date` counts.
"""

from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from directory.listing import Listing, Part

FRESH = relativedelta(months=6)
AGEING = relativedelta(months=18)
HALF_LIFE_DAYS = 365
"""A listing that nobody has checked for a year counts half: groups' times and phones change about yearly."""
UNKNOWN_SCORE = 0.25
"""As if checked two years ago."""

CHECKERS = {"organiser": "the organiser", "curator": "the directory team"}


class Band(StrEnum):
    FRESH = "fresh"
    AGEING = "ageing"
    STALE = "stale"
    UNKNOWN = "unknown"


class Freshness(Part):
    """`days` since it was checked, None when unknown; `score` from 1.0 (today) towards 0, for ranking.

    `caution` is what to do about a listing that is stale or was never checked.
    """

    band: Band
    sentence: str
    days: int | None
    score: float
    caution: str | None = None


def how_fresh(listing: Listing, today: date) -> Freshness:
    """Fresh up to six months, ageing up to eighteen, then stale. A date yet to come is a mistake: unknown."""
    checked = listing.assured_date
    if checked is None or checked > today:
        sentence = "Nobody has told us when this was last checked"
        return Freshness(
            band=Band.UNKNOWN, sentence=sentence, days=None, score=UNKNOWN_SCORE, caution=_caution(listing)
        )
    band, days = _band(checked, today), (today - checked).days
    return Freshness(
        band=band,
        sentence=f"Checked {say_how_long_ago(checked, today)}{say_checker(listing.assured_by)}",
        days=days,
        score=0.5 ** (days / HALF_LIFE_DAYS),
        caution=_caution(listing) if band is Band.STALE else None,
    )


def _band(checked: date, today: date) -> Band:
    if checked >= today - FRESH:
        return Band.FRESH
    return Band.AGEING if checked >= today - AGEING else Band.STALE


def _caution(listing: Listing) -> str:
    return "Ring before you go" if listing.phones else "Check before you go"


def say_checker(checker: str | None) -> str:
    """ " by the organiser": people check; of a source, ", according to Sefton CVS": it only says that somebody did."""
    if checker in CHECKERS:
        return f" by {CHECKERS[checker]}"
    return f", according to {checker}" if checker else ""


def say_how_long_ago(checked: date, today: date) -> str:
    """today, yesterday, 5 days ago, 3 weeks ago, over a year ago"""
    days, past = (today - checked).days, relativedelta(today, checked)
    if days < 2:
        return "yesterday" if days else "today"
    if days < 14:
        return f"{days} days ago"
    if days < 63:
        return f"{days // 7} weeks ago"
    if past.years < 1:
        return f"{past.months} months ago"
    over = "over " if past.months or past.days else ""
    return f"{over}{past.years} years ago" if past.years > 1 else f"{over}a year ago"
