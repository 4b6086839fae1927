"""Why an asset is among the answers, in words that a person can check."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from directory.asset import Asset
from directory.clock import today
from directory.freshness import how_fresh
from directory.geography import describe_distance
from directory.listing import Listing
from directory.phrases import ACCESS, ATTENDING, describe_audience
from directory.schedules import days_of, parts_of_day
from directory.search.query import Hit, Query
from directory.search.reading import Meanings
from directory.search.times import NAMES, say_when
from directory.search.words import Word, words_of

MOST = 6
"""More reasons than these nobody reads."""

MOST_WORDS = 3

OPEN_NOW = "Open now"


def why(asset: Asset, hit: Hit, query: Query, meanings: Meanings) -> tuple[str, ...]:
    """At least one reason, the most telling first."""
    found = dict.fromkeys(_reasons(asset, hit, query, meanings))
    return tuple(found)[:MOST] or (how_fresh(asset, today()).sentence,)


def _reasons(asset: Asset, hit: Hit, query: Query, meanings: Meanings) -> Iterator[str]:
    yield from _words(asset, hit)
    yield from _needs(asset, query, meanings)
    if hit.distance_miles is not None:
        yield f"{describe_distance(hit.distance_miles)} away"
    if asset.is_free:
        yield "Free"
    if query.open_now:
        yield OPEN_NOW
    yield from _times(asset, query)
    yield from (ATTENDING[way].capitalize() for way in query.attending if way in asset.attending)
    yield from (_capital(ACCESS[feature]) for feature in query.access)
    if query.gender or query.audiences:
        yield from describe_audience(asset)


def _words(asset: Asset, hit: Hit) -> Iterator[str]:
    places = " ".join(
        filter(None, (part for venue in asset.venues for part in (venue.name, venue.address, venue.town)))
    )
    texts = (
        ("is in its name", f"{asset.name} {asset.alternate_name or ''}"),
        ("is in the name of who runs it", asset.organization.name if asset.organization else ""),
        ("is what it is listed under", " ".join(asset.categories)),
        ("is in its description", asset.description or ""),
        ("is in its address", places),
    )
    # Most words stand in the name: the description is seldom looked at.
    known = [(said, _Text(text)) for said, text in texts]
    for asked in _once(hit.matched)[:MOST_WORDS]:
        wanted = words_of(asked)
        if said := next((said for said, text in known if _stands_in(wanted, text.words)), None):
            yield f"“{asked}” {said}"


class _Text:
    """Its words, once somebody asks for them."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def words(self) -> list[Word]:
        return words_of(self._text)


def _once(matched: Sequence[str]) -> list[str]:
    """Without other wordings of what was found as it was asked: "food bank" beside "foodbank"."""
    asked = {"".join(words) for size in (1, 2) for words in zip(*(matched[at:] for at in range(size)), strict=False)}
    return [one for one in matched if " " not in one or one.replace(" ", "") not in asked]


def _stands_in(asked: Sequence[Word], words: Sequence[Word]) -> bool:
    """One word, perhaps not typed to its end, or several side by side."""
    if len(asked) == 1:
        return any(asked[0].stem == one.stem or one.written.startswith(asked[0].written) for one in words)
    stems = [one.stem for one in words]
    wanted = [one.stem for one in asked]
    return any(stems[start : start + len(wanted)] == wanted for start in range(len(stems)) if wanted)


def _needs(asset: Asset, query: Query, meanings: Meanings) -> Iterator[str]:
    """The needs that were asked for or meant and that it serves; a domain by the needs in it that it
    serves.
    """
    wanted = {*query.needs, *(need for meaning in query.meant for need in meaning.needs)}
    served = [meanings.terms[code] for code in asset.need_ids if code in meanings.terms]
    for term in [term for term in served if term.code in wanted or term.parent_code in wanted][:2]:
        yield f"Helps with: {term.name}"


def _times(asset: Asset, query: Query) -> Iterator[str]:
    if not (query.days or query.times_of_day):
        return
    slots = [*asset.times, *(slot for venue in asset.venues for slot in venue.times)]
    alone = [Listing(name=asset.name, times=(slot,)) for slot in slots]
    pairs = {(day, part) for one in alone for day in days_of(one) for part in parts_of_day(one)}
    asked = [pair for pair in pairs if _fits(pair[0], query.days) and _fits(pair[1], query.times_of_day)]
    if asked:
        yield say_when(asked[:3] if len(asked) < 4 else sorted(asked, key=lambda pair: list(NAMES).index(pair[0]))[:3])
    else:
        yield from (f"On {NAMES[day]}s" for day in query.days if any(day in days_of(one) for one in alone))


def _fits(value: str, wanted: tuple[str, ...]) -> bool:
    return not wanted or value in wanted


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
