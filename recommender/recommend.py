"""The recommender: a seeker in, suggestions with reasons and a pathway out."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from directory.asset import Asset
from directory.clock import today as today_in_britain
from directory.errors import NotFound
from directory.geography import Gazetteer
from directory.outlines import outline_of
from recommender.close_look import look_closely
from recommender.eligibility import judge
from recommender.first_look import sight
from recommender.learnt import NOTHING, Learnt
from recommender.needs import vocabulary
from recommender.pathways import Chosen, choose_pathway
from recommender.pictures import Pictures
from recommender.ranking import (
    FLOOR,
    LIKELY_ENOUGH,
    Ranked,
    judged_of,
    rank,
    read_signals,
    same_thing,
    share,
    spread,
    without_repeats,
)
from recommender.recommendation import Eligible, Explanation, PathwayStep, Recommendation, Suggestion
from recommender.seeker import Seeker
from recommender.shelf.fitting import new_shelf
from recommender.shelf.shelf import Shelf
from recommender.signals import list_signals
from recommender.sought import Sought, understand

LIMIT = 10


class Recommender:
    """Over a shelf of assets and pictures of those that are looked at closely. Safe to share between threads."""

    def __init__(
        self,
        shelf: Shelf,
        pictures: Pictures,
        gazetteer: Gazetteer,
        learnt: Learnt = NOTHING,
    ) -> None:
        self.vocabulary = vocabulary()
        self.learnt = learnt
        self.shelf = shelf
        self.pictures = pictures
        self.gazetteer = gazetteer

    @classmethod
    def over(cls, assets: Iterable[Asset], gazetteer: Gazetteer, learnt: Learnt = NOTHING) -> "Recommender":
        """Over these assets, all in memory."""
        public = {asset.id: asset for asset in assets}
        shelf = new_shelf().fill([[outline_of(asset) for asset in public.values()]])
        pictures = Pictures(lambda ids: [public[one] for one in ids if one in public], look_closely)
        return cls(shelf, pictures, gazetteer, learnt)

    def understand(self, seeker: Seeker, today: date | None = None) -> Sought:
        """What is sought, before anything is ranked: for showing needs as chips."""
        return understand(seeker, self.vocabulary, self.gazetteer, today or today_in_britain())

    def recommend(
        self,
        seeker: Seeker,
        limit: int = LIMIT,
        exclude: Collection[str] = (),
        today: date | None = None,
        pinned: Collection[str] = (),
    ) -> Recommendation:
        """Up to `limit` assets that she can use and a pathway. `exclude` are ids that are not for her, `pinned` those
        that an advisor wants in the pathway, whose other steps are chosen around them. The advisor decides: what is
        pinned is in the pathway even where a rule keeps it out of the list, and then that rule is among its unknowns.
        """
        sought = self.understand(seeker, today)
        usable = [one for one in rank(sought, self.shelf, self.pictures, self.learnt) if one.asset.id not in exclude]
        distinct = without_repeats(usable)
        suggestions = _suggestions(sought, distinct, limit)
        return Recommendation(
            id=seeker.id,
            urgent=sought.urgent,
            needs=sought.needs,
            suggestions=tuple(suggestions.values()),
            pathway=self._pathway(choose_pathway(sought, self._around(sought, distinct, pinned), pinned), suggestions),
            unmet=_unmet(sought, usable),
        )

    def explain(self, seeker: Seeker, asset_id: str, today: date | None = None, limit: int = LIMIT) -> Explanation:
        """Why this asset is among the first `limit`, or why not. NotFound when it is none that the public can see."""
        return self.explain_all(seeker, [asset_id], today, limit)[0]

    def explain_all(
        self, seeker: Seeker, asset_ids: Iterable[str], today: date | None = None, limit: int = LIMIT
    ) -> list[Explanation]:
        """As `explain`, of several: her words are read and the list is made once for all of them."""
        sought = self.understand(seeker, today)
        distinct = without_repeats(rank(sought, self.shelf, self.pictures, self.learnt))
        suggested = _suggestions(sought, distinct, limit)
        return [self._explained(sought, asset_id, suggested) for asset_id in asset_ids]

    def warm_up(self) -> None:
        """Load and compute now what the first seeker would wait for."""
        self.recommend(Seeker(id="warm-up", words="someone to talk to", needs=("CON1",)))

    def _around(self, sought: Sought, distinct: Sequence[Ranked], pinned: Collection[str]) -> Sequence[Ranked]:
        """What a pathway is chosen from: whatever is pinned, and of the rest what is not the same as one of those."""
        if not pinned or not sought.needs:
            return distinct
        pins = [one for asset_id in pinned if (one := self._judged(sought, asset_id))]
        others = [one for one in distinct if not any(same_thing(one.asset, pin.asset) for pin in pins)]
        return sorted([*pins, *others], key=lambda one: (-one.score, one.asset.id))

    def _explained(self, sought: Sought, asset_id: str, suggested: dict[str, Suggestion]) -> Explanation:
        one = self._judged(sought, asset_id)
        if one is None:
            raise NotFound(f"There is no asset {asset_id} that the public can see.", field="asset")
        shown = one.asset.id in suggested
        return Explanation(
            asset=one.asset,
            suggested=shown,
            kept_out_by=one.judgement.rules[0] if one.eligible is Eligible.NO else None,
            readings=_parts(one),
            would_lift=None if shown else _would_lift(sought, one, suggested.values()),
        )

    def _judged(self, sought: Sought, asset_id: str) -> Ranked | None:
        """One asset whatever keeps it out, its rules among the unknowns; None where the public cannot see it."""
        sighted, look = sight(self.shelf, sought, asset_id), self.pictures.of([asset_id]).get(asset_id)
        if sighted is None or look is None:
            return None
        judged = judged_of(sought, sighted, look, self.learnt)
        judgement = judge(sought, judged.asset, judged.miles)
        return read_signals(sought, judged, judgement, list_signals(self.learnt.weights))

    def _pathway(self, chosen: Sequence[Chosen], shown: dict[str, Suggestion]) -> tuple[PathwayStep, ...]:
        def told(one: Ranked) -> Suggestion:
            return shown.get(one.asset.id) or _suggestion(len(shown) + 1, one)

        return tuple(
            PathwayStep(
                number,
                step.stage,
                told(step.one),
                step.needs,
                step.one.reasons,
                told(step.instead) if step.instead else None,
            )
            for number, step in enumerate(chosen, start=1)
        )


def _suggestions(sought: Sought, distinct: Sequence[Ranked], limit: int) -> dict[str, Suggestion]:
    """The list as it is shown, by the ids of the assets, best first."""
    listed = enumerate(spread(sought, distinct, limit), start=1)
    return {one.asset.id: _suggestion(number, one) for number, one in listed}


def _suggestion(rank_: int, one: Ranked) -> Suggestion:
    return Suggestion(
        rank=rank_,
        asset=one.asset,
        score=round(one.score, 4),
        distance_miles=None if one.judged.miles is None else round(one.judged.miles, 2),
        needs=tuple(need for need in one.judged.fits if need in one.served),
        eligible=one.eligible,
        reasons=one.reasons,
        unknowns=one.unknowns,
        readings={signal.name: reading.value if reading else None for signal, reading in one.readings},
    )


def _unmet(sought: Sought, usable: Sequence[Ranked]) -> tuple[str, ...]:
    """Needs for which nothing suitable was found."""
    met = frozenset().union(*(one.served for one in usable)) if usable else frozenset()
    return tuple(need.id for need in sought.needs if need.id not in met)


def _parts(one: Ranked) -> tuple[tuple[str, float, str], ...]:
    said = [(signal, share(signal, reading), reading) for signal, reading in one.readings]
    return tuple(
        (signal.name, round(part, 4), (reading.reason if reading else "not known") or signal.meaning)
        for signal, part, reading in sorted(said, key=lambda row: -row[1])
    )


def _would_lift(sought: Sought, one: Ranked, suggested: Iterable[Suggestion]) -> str:
    """The smallest change that would put it among the suggestions, in words."""
    if one.eligible is Eligible.NO:
        return "Nothing, while this rule stands between"
    if not one.judged.fits or max(one.judged.fits.values()) < FLOOR:
        return "A need that it helps with, or a listing that says so"
    if one.judgement.likely < LIKELY_ENOUGH:
        return f"An answer to this: {one.unknowns[0]}"
    for suggestion in suggested:
        if same_thing(suggestion.asset, one.asset):
            return f"{suggestion.asset.name} is shown in its place: the two are nearly the same"
    gaps = [(signal.weight - share(signal, reading), signal) for signal, reading in one.readings]
    _, widest = max(gaps, key=lambda gap: gap[0])
    return f"More of this: {widest.meaning[0].lower()}{widest.meaning[1:].rstrip('.')}"
