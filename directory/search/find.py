"""Finding assets: a person's question in, answers with reasons out, and never a dead end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain

from sqlmodel import Session

from directory.asset import Asset
from directory.assets import list_assets
from directory.clock import local_now, today
from directory.schedules import next_occurrence
from directory.schedules.occurrence import utc
from directory.search.indexing import mend
from directory.search.open_now import find_open
from directory.search.port import SearchIndex
from directory.search.query import Found, Hit, Hits, Meaning, Query, Results, Sort
from directory.search.question.places import FindPlace
from directory.search.question.read import asked_by, read_question
from directory.search.question.said import Understood
from directory.search.reading import meanings
from directory.search.reasons import why
from directory.search.relaxing import Relaxed, singly, together
from directory.search.venues import venue_asked

ALWAYS = ("place", "age", "without")
"""What words say (`Said.kind`) that holds of what fits less well too: what is for other ages is no answer."""

SOONEST_OF = 200
"""How many of the best answers are put in the order of their next session."""


def find_assets(
    session: Session,
    index: SearchIndex,
    query: Query,
    *,
    find_place: FindPlace | None = None,
    relax: bool = True,
    beyond: int = 0,
) -> Results:
    """The answers to this question as the public may see them, each with its reasons.

    The words are read for what they say and mean, and mended where nothing has them (`corrected`). `find_place` finds
    a place by its name or postcode where the words name one and none is given. When nothing is found one limit after
    the other is let go and `relaxed` says which, unless `relax` is False. A first page that is not full gets
    at most so many `beyond` that fit the words and what was chosen, but not all that the words say besides.
    """
    mend(session, index)
    return _Finding(session, index, query, find_place).results(relax=relax, beyond=beyond)


class _Finding:
    """One question on its way to its results."""

    def __init__(self, session: Session, index: SearchIndex, query: Query, find_place: FindPlace | None) -> None:
        self._session, self._index, self._query = session, index, query
        self._find_place = None if query.near else find_place
        self._vocabulary = meanings(session)
        self._now = local_now()

    def results(self, *, relax: bool, beyond: int) -> Results:
        """As `find_assets` says."""
        understood = self._read(self._query.words)
        asked, hits = self._ask(understood)
        corrected = None
        if hits.corrected:
            # Mended words may mean something that the misspelt ones did not.
            corrected = hits.corrected
            mended = self._read(_mended(understood, hits.corrected))
            if mended.question != understood.question:
                understood = mended
                asked, hits = self._ask(understood)
        meant = self._vocabulary.read(asked.words)
        relaxed: Relaxed | None = None
        if relax and not hits.total:
            asked, hits, relaxed = self._widen(asked, hits)
        found = self._found(asked, hits)
        more = self._beyond(understood, found, beyond) if relaxed is None else []
        return Results(
            query=self._query,
            total=hits.total,
            found=(*found, *more),
            facets=hits.facets,
            anywhere=hits.anywhere,
            at_least=hits.at_least,
            beyond=len(more),
            corrected=corrected,
            relaxed=relaxed.sentence if relaxed else None,
            let_go=relaxed.limits if relaxed else (),
            meant=meant,
            understood=understood,
            near=asked.near,
        )

    def _read(self, words: str) -> Understood:
        return read_question(words, find_place=self._find_place, today=today())

    def _ask(self, understood: Understood, *, counting: bool = True) -> tuple[Query, Hits]:
        asked = asked_by(understood, self._query)
        asked = asked.but(meant=self._meant(asked), counting=counting and asked.counting)
        if asked.near is None:
            # From nowhere nothing is far, and nothing nearest.
            asked = asked.but(within_miles=None, sort=Sort.BEST if asked.sort is Sort.NEAREST else asked.sort)
        return asked, self._search(asked)

    def _meant(self, asked: Query) -> tuple[Meaning, ...]:
        return tuple(one for one in self._vocabulary.read(asked.words) if one.words not in asked.only)

    def _search(self, query: Query) -> Hits:
        if query.sort is Sort.NEXT:
            query = query.but(sort=Sort.BEST, offset=0, limit=SOONEST_OF)
        if not query.open_now:
            return self._index.search(query)
        opened = find_open(self._session, self._index, query, self._now)
        return replace(self._index.search(query.but(among=opened.ids)), at_least=opened.at_least)

    def _widen(self, query: Query, hits: Hits) -> tuple[Query, Hits, Relaxed | None]:
        for relaxed in chain(singly(query, self._vocabulary), together(query, self._vocabulary)):
            wider = self._search(relaxed.query)
            if wider.total:
                return relaxed.query, wider, relaxed
        return query, hits, None

    def _beyond(self, understood: Understood, found: list[Found], most: int) -> list[Found]:
        """What fits the words, what was chosen, and of what they say besides what is always meant."""
        always = tuple(one for one in understood.said if one.kind in ALWAYS)
        room = 0 if self._query.offset else min(most, self._query.limit - len(found))
        if room <= 0 or not understood.words or always == understood.said:
            return []
        asked, hits = self._ask(replace(understood, said=always), counting=False)
        known = {one.asset.id for one in found}
        more = tuple(hit for hit in hits.hits if hit.asset_id not in known)
        kept = more if asked.sort is Sort.NEXT else more[:room]
        return self._found(asked, replace(hits, hits=kept))[:room]

    def _found(self, query: Query, hits: Hits) -> list[Found]:
        by_id = {hit.asset_id: hit for hit in hits.hits}
        assets = list_assets(self._session, list(by_id))
        if query.sort is Sort.NEXT:
            assets = _soonest(assets, self._now)[query.offset : query.offset + query.limit]
        return [self._one(asset, by_id[asset.id], query) for asset in assets]

    def _one(self, asset: Asset, hit: Hit, query: Query) -> Found:
        reasons = why(asset, hit, query, self._vocabulary)
        return Found(asset, hit.score, hit.distance_miles, reasons, hit.matched, venue_asked(asset, query))


def _mended(understood: Understood, corrected: str) -> str:
    """The question with the words mended that were looked for."""
    before, after = understood.words.split(), corrected.split()
    if len(before) != len(after):
        return corrected
    slips = {one: other for one, other in zip(before, after, strict=True) if one != other}
    return " ".join(slips.get(word, word) for word in understood.question.split())


def _soonest(assets: Sequence[Asset], moment: datetime) -> list[Asset]:
    """Those that are on or come next first; those of which no time is known in their order after them."""
    coming = {asset.id: next_occurrence(asset, moment) for asset in assets}
    dated = [(utc(when.starts), position) for position, a in enumerate(assets) if (when := coming[a.id])]
    return [assets[position] for _, position in sorted(dated)] + [a for a in assets if coming[a.id] is None]
