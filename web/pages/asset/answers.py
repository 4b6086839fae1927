"""What a person wants to know before she goes, answered from what the listing says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from directory.asset import Asset, Source
from directory.clock import LONDON, local_now, today
from directory.freshness import say_how_long_ago
from directory.kinds import Access, Known
from directory.listing import Listing, Phone
from directory.phrases import ACCESS, describe_audience, describe_cost, quote_eligibility
from directory.schedule_words import describe_doubt, describe_times, say_time
from directory.schedule_words.moments import say_short_date
from directory.schedules import Occurrence, occurrences

EVERYONE = ("everyone", "anyone", "everybody", "anybody", "all", "all welcome", "everyone welcome", "open to all")
THIS_WEEK = timedelta(days=7)
MOST_DATES = 7
OPENSTREETMAP = "openstreetmap"
A_PARTNER = "a partner"


@dataclass(frozen=True, slots=True)
class Date:
    """One time this week: "Tue 2 Dec, 10am to 12 noon", where it is if that varies, and what makes it doubtful."""

    words: str
    where: str | None
    doubt: str | None


def dates_of(asset: Asset) -> list[Date]:
    """The next seven days, at most seven times."""
    now = local_now()
    coming = occurrences(asset, now, now + THIS_WEEK)[:MOST_DATES]
    return [_date(one, asset) for one in coming]


def audience_of(listing: Listing) -> list[str]:
    """Whom it is for, in short lines, what else is asked in its words, and then as it was written if that says more."""
    lines = [*describe_audience(listing), *quote_eligibility(listing)]
    written = listing.eligibility_text or ""
    if not lines and written.strip(". ").lower() in EVERYONE:
        return ["Everyone is welcome"]
    repeats = written.strip(". ").lower() in " ".join(lines).lower()
    return lines if repeats else [*lines, written[:1].upper() + written[1:]]


def credits_of(asset: Asset) -> list[str]:
    """Where it is from, a line a source: "From Sefton CVS (Open Government Licence), read 3 weeks ago"."""
    return list(dict.fromkeys(_credit(source) for source in asset.sources))


def is_from_openstreetmap(asset: Asset) -> bool:
    """Whether any of it is, and its contributors must be named."""
    return any(OPENSTREETMAP in f"{source.name} {source.licence or ''}".lower() for source in asset.sources)


def _credit(source: Source) -> str:
    # A source is named by whoever imports it, and that may be the address of somebody's letter box.
    name = A_PARTNER if "@" in source.name else source.name
    licence = f" ({source.licence})" if source.licence else ""
    read = source.retrieved_at
    when = f", read {say_how_long_ago(read.astimezone(LONDON).date(), today())}" if read else ""
    return f"From {name}{licence}{when}"


def own_words(asset: Asset) -> dict[str, str]:
    """Times, cost and access as they were written, where that says more than what was understood of it."""
    written = {
        "times": (asset.times_text, describe_times(asset)),
        "cost": (asset.cost_text, [describe_cost(asset)]),
        "access": (asset.access_text, [ACCESS[feature] for feature, _ in _known(asset)]),
    }
    return {name: text for name, (text, said) in written.items() if text and not _repeats(text, said)}


def _known(asset: Asset) -> Iterator[tuple[Access, Known]]:
    yield from asset.access
    for venue in asset.venues:
        yield from venue.access


def _repeats(text: str, said: list[str]) -> bool:
    """Whether every part of a text is among what was said, but for commas and capitals."""
    known = _letters("".join(said))
    return all(_letters(part) in known for part in re.split(r"[;\n]", text))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum()).removesuffix("access")


def tel(phone: Phone) -> str:
    """What a telephone dials."""
    return "tel:" + "".join(letter for letter in phone.number if letter.isdigit() or letter == "+")


def website(url: str | None) -> str | None:
    """An address that a browser may follow: never `javascript:`, and with its scheme."""
    if not url:
        return None
    if url.lower().startswith(("http://", "https://")):
        return url
    return None if ":" in url.split("/")[0] else f"https://{url}"


def _date(one: Occurrence, asset: Asset) -> Date:
    words = say_short_date(one.starts.date())
    if one.has_time:
        ends = f" to {say_time(one.ends.time())}" if one.ends else ""
        words += f", {say_time(one.starts.time())}{ends}"
    several = len(asset.venues) > 1 and one.venue_index is not None
    where = asset.venues[one.venue_index or 0].name if several else None
    return Date(words, where, describe_doubt(one))
