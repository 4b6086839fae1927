"""The recommender: a seeker in, suggestions with reasons and a pathway out."""

from collections.abc import Collection, Sequence
from datetime import date

from directory.asset import Asset
from directory.clock import today as today_in_britain
from directory.errors import NotFound
from directory.geography import Gazetteer
from recommender.candidates import Candidates
from recommender.eligibility import judge
from recommender.needs import Vocabulary, vocabulary
from recommender.pathways import choose_pathway
from recommender.ranking import (
    FLOOR,
    Ranked,
    judge_one,
    need_fits,
    rank,
    read_signals,
    same_thing,
    share,
    spread,
    without_repeats,
)
from recommender.recommendation import Eligible, Explanation, PathwayStep, Recommendation, Suggestion
from recommender.seeker import Seeker
from recommender.sought import Sought, understand

LIMIT = 10


class Recommender:
    """Over one state of the catalogue: make a new one when assets change. Safe to share between threads."""

    def __init__(self, assets: Sequence[Asset], gazetteer: Gazetteer, needs: Vocabulary | None = None) -> None:
        self.vocabulary = needs or vocabulary()
        self.candidates = Candidates(assets, self.vocabulary)
        self.gazetteer = gazetteer

    def understand(self, seeker: Seeker, today: date | None = None) -> Sought:
        """What is sought, before anything is ranked: for showing needs as chips."""
        return understand(seeker, self.vocabulary, self.gazetteer, today or today_in_britain())

    def recommend(
        self, seeker: Seeker, limit: int = LIMIT, exclude: Collection[str] = (), today: date | None = None
    ) -> Recommendation:
        """Up to `limit` assets that she can use and a pathway. `exclude` are ids that are not for her."""
        sought = self.understand(seeker, today)
        usable = [one for one in rank(sought, self.candidates) if one.asset.id not in exclude]
        distinct = without_repeats(usable)
        suggestions = {
            one.asset.id: _suggestion(number, one)
            for number, one in enumerate(spread(sought, distinct, limit), start=1)
        }
        return Recommendation(
            id=seeker.id,
            urgent=sought.urgent,
            needs=sought.needs,
            suggestions=tuple(suggestions.values()),
            pathway=self._pathway(sought, distinct, suggestions),
            unmet=_unmet(sought, usable),
        )

    def explain(self, seeker: Seeker, asset_id: str, today: date | None = None) -> Explanation:
        """Why this asset, or why not. `asset_id` may be the source's own. NotFound when it is no public asset."""
        sought = self.understand(seeker, today)
        index = self._index(asset_id)
        fits = need_fits(sought, self.candidates)
        likeness = self.candidates.likeness(sought.words) if sought.words else None
        judged = judge_one(sought, self.candidates, index, fits, likeness, self.candidates.distances(sought.home))
        eligible, rules = judge(sought, judged.asset, judged.miles)
        one = read_signals(sought, judged, eligible, rules if eligible is Eligible.ASK else ())
        suggested = self.recommend(seeker, today=today).suggestions
        shown = any(suggestion.asset.id == judged.asset.id for suggestion in suggested)
        return Explanation(
            asset=judged.asset,
            suggested=shown,
            kept_out_by=rules[0] if eligible is Eligible.NO else None,
            readings=_parts(one),
            would_lift=None if shown else _would_lift(sought, one, suggested),
        )

    def warm_up(self) -> None:
        """Load and compute now what the first seeker would wait for."""
        self.recommend(Seeker(id="warm-up", words="someone to talk to", needs=("CON1",)))

    def _pathway(
        self, sought: Sought, ranked: Sequence[Ranked], shown: dict[str, Suggestion]
    ) -> tuple[PathwayStep, ...]:
        steps = []
        for number, (stage, one, needs) in enumerate(choose_pathway(sought, ranked), start=1):
            suggestion = shown.get(one.asset.id) or _suggestion(len(shown) + number, one)
            steps.append(PathwayStep(number, stage, suggestion, needs, suggestion.reasons))
        return tuple(steps)

    def _index(self, asset_id: str) -> int:
        if asset_id in self.candidates.place_of:
            return self.candidates.place_of[asset_id]
        for index, asset in enumerate(self.candidates.assets):
            if any(source.source_id == asset_id for source in asset.sources):
                return index
        raise NotFound(f"There is no asset {asset_id} that the public can see.", field="asset")


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


def _would_lift(sought: Sought, one: Ranked, suggested: Sequence[Suggestion]) -> str:
    """The smallest change that would put it among the suggestions, in words."""
    if one.eligible is Eligible.NO:
        return "Nothing, while this rule stands between"
    if not one.judged.fits or max(one.judged.fits.values()) < FLOOR:
        return "A need that it helps with, or a listing that says so"
    for suggestion in suggested:
        if same_thing(suggestion.asset, one.asset):
            return f"{suggestion.asset.name} is shown in its place: the two are nearly the same"
    gaps = [(signal.weight - share(signal, reading), signal) for signal, reading in one.readings]
    _, widest = max(gaps, key=lambda gap: gap[0])
    return f"More of this: {widest.meaning[0].lower()}{widest.meaning[1:].rstrip('.')}"
