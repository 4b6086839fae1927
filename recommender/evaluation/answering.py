"""Judged people answered by the recommender."""

import time
from datetime import date

from directory.search.evaluation import name_of
from recommender.evaluation.collection import JudgedPerson
from recommender.evaluation.measures import Given
from recommender.recommend import Recommender


def given_by(recommender: Recommender, person: JudgedPerson, today: date | None = None) -> Given:
    """What the recommender gives her."""
    began = time.perf_counter()
    answer = recommender.recommend(person.seeker, today=today)
    taken = (time.perf_counter() - began) * 1000
    return Given(
        listed=tuple(name_of(one.asset) for one in answer.suggestions),
        pathway=tuple(name_of(step.suggestion.asset) for step in answer.pathway),
        unmet=answer.unmet,
        urgent=str(answer.urgent.kind) if answer.urgent else None,
        milliseconds=taken,
        free=tuple(name_of(one.asset) for one in answer.suggestions if "Free" in one.reasons),
        miles={name_of(one.asset): one.distance_miles for one in answer.suggestions if one.distance_miles is not None},
    )
