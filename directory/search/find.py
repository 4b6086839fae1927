"""Finding assets: a person's question in, answers with reasons out, and never a dead end."""

from collections.abc import Sequence
from datetime import datetime
from itertools import chain

from sqlmodel import Session

from directory.asset import Asset
from directory.assets import list_assets
from directory.clock import local_now
from directory.schedules import next_occurrence
from directory.schedules.occurrence import utc
from directory.search.indexing import mend
from directory.search.port import SearchIndex
from directory.search.query import Found, Hit, Hits, Query, Results, Sort
from directory.search.reading import Meanings, meanings
from directory.search.reasons import why
from directory.search.relaxing import singly, together

SOONEST_OF = 200
"""How many of the best answers are put in the order of their next session."""


def find_assets(session: Session, index: SearchIndex, query: Query, *, relax: bool = True) -> Results:
    """The answers to this question as the public may see them, each with its reasons.

    The words are read for what they mean, and mended where nothing has them (`corrected`). When nothing is
    found one limit after the other is let go and `relaxed` says which, unless `relax` is False.
    """
    mend(session, index)
    vocabulary = meanings(session)
    asked, hits = _search(index, query.but(meant=vocabulary.read(query.words)), vocabulary)
    relaxed = None
    if relax and not hits.total:
        asked, hits, relaxed = _widen(index, asked, hits, vocabulary)
    return Results(
        query=query,
        total=hits.total,
        found=tuple(_found(session, asked, hits, vocabulary)),
        facets=hits.facets,
        anywhere=hits.anywhere,
        corrected=_corrected(query, asked, hits),
        relaxed=relaxed,
    )


def _search(index: SearchIndex, query: Query, vocabulary: Meanings) -> tuple[Query, Hits]:
    """Ask, and ask again when the mended words mean something that the misspelt ones did not."""
    engine_query = query.but(sort=Sort.BEST, offset=0, limit=SOONEST_OF) if query.sort is Sort.NEXT else query
    hits = index.search(engine_query)
    if hits.corrected:
        meant = vocabulary.read(hits.corrected)
        if meant != query.meant:
            mended = {"words": hits.corrected, "meant": meant}
            return query.but(**mended), index.search(engine_query.but(**mended))
    return query, hits


def _widen(index: SearchIndex, query: Query, hits: Hits, vocabulary: Meanings) -> tuple[Query, Hits, str | None]:
    for relaxed in chain(singly(query, vocabulary), together(query, vocabulary)):
        asked, wider = _search(index, relaxed.query, vocabulary)
        if wider.total:
            return asked, wider, relaxed.sentence
    return query, hits, None


def _found(session: Session, query: Query, hits: Hits, vocabulary: Meanings) -> list[Found]:
    by_id = {hit.asset_id: hit for hit in hits.hits}
    assets = list_assets(session, list(by_id))
    if query.sort is Sort.NEXT:
        assets = _soonest(assets, local_now())[query.offset : query.offset + query.limit]
    return [_one(asset, by_id[asset.id], query, vocabulary) for asset in assets]


def _one(asset: Asset, hit: Hit, query: Query, vocabulary: Meanings) -> Found:
    return Found(asset, hit.score, hit.distance_miles, why(asset, hit, query, vocabulary))


def _soonest(assets: Sequence[Asset], moment: datetime) -> list[Asset]:
    """Those that are on or come next first; those of which no time is known in their order after them."""
    coming = {asset.id: next_occurrence(asset, moment) for asset in assets}
    dated = [(utc(when.starts), position) for position, a in enumerate(assets) if (when := coming[a.id])]
    return [assets[position] for _, position in sorted(dated)] + [a for a in assets if coming[a.id] is None]


def _corrected(query: Query, asked: Query, hits: Hits) -> str | None:
    """The words that were looked for, when they are not hers."""
    words = (hits.corrected or asked.words) if asked.words else query.words
    return words if words != query.words else None
