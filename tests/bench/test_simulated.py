"""The invented town keeps no secret from the truth, and what is popular there shuts a newcomer out."""

import numpy as np

from bench.simulated.months import OPENS, live
from bench.simulated.truth import CHANGING, attention
from bench.simulated.ways import ByHand, Learnt, Oracle, Popular
from recommender.outcomes import Became

MONTHS, TALKS = OPENS + 2, 40


def test_the_truth_gives_more_than_hands_do() -> None:
    by_hand, truth = (live(way, CHANGING, 1, months=MONTHS, talks=TALKS) for way in (ByHand(), Oracle()))
    assert np.mean(truth.gains) > 1.15 * np.mean(by_hand.gains)


def test_popularity_locks_the_newcomer_out_and_learning_does_not() -> None:
    popular, learnt = (live(way, CHANGING, 1, months=MONTHS, talks=TALKS) for way in (Popular(), Learnt()))
    assert popular.newcomer[OPENS:] == [0.0] * (MONTHS - OPENS)
    assert min(learnt.newcomer[OPENS:]) > 0
    assert learnt.newcomer[:OPENS] == [0.0] * OPENS


def test_people_look_less_the_farther_down_and_nobody_goes_where_nobody_writes_it_down() -> None:
    assert (np.diff(attention(8)) < 0).all()
    for attended in (False, True):
        course = live(Learnt(), CHANGING, 1, months=2, talks=TALKS, attended=attended)
        became = {one.became for one in course.outcomes}
        assert (Became.ATTENDED in became) is attended
        assert {Became.SHOWN, Became.ADDED, Became.AGREED, Became.DECLINED} <= became
