"""What was ticked and cannot be had as it was asked for: said before the list, which would only leave it out."""

from dataclasses import replace

from directory.search.find import find_assets
from directory.search.query import Query
from recommender.needs import vocabulary
from web.database import catalogue, session
from web.near import Near
from web.pages.results.asked import read_asked


def list_unmet(near: Near) -> list[str]:
    """The names of the needs for which nothing fits all the answers in this address."""
    known = vocabulary()
    asked = read_asked(known)
    query = replace(asked.query(near.place), limit=1, counting=False)
    if near.place is None:
        query = replace(query, within_miles=None)
    return [known.get_need(need).name for need in asked.need if not _is_met(need, query)]


def _is_met(need: str, query: Query) -> bool:
    return bool(find_assets(session, catalogue.index, replace(query, needs=(need,)), relax=False).found)
