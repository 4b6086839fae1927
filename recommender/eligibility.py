"""Whether she can use it: yes, no, or ask. *Unknown is not no.*

A rule takes what is sought, an asset and the miles to it, and says nothing (None), NO or ASK with itself quoted in
plain words. `judge` asks them in order; the first NO ends it.
"""

from collections.abc import Callable

from directory.asset import Asset
from recommender.recommendation import Eligible
from recommender.rules.asked_for import (
    area_served,
    is_member,
    is_not_excluded,
    lives_where_asked,
    surgery_where_asked,
)
from recommender.rules.purse import within_means
from recommender.rules.reach import can_get_in, near_enough, way_she_can_take_part
from recommender.rules.standing import days_she_can, has_room, is_running, not_avoided, not_been
from recommender.rules.welcome import is_welcome, lives_there, right_age, right_gender, speaks_her_language, way_in
from recommender.sought import Sought
from recommender.verdict import Judgement, Verdict

RULES: tuple[Callable[[Sought, Asset, float | None], Verdict | None], ...] = (
    not_been,
    is_running,
    has_room,
    right_age,
    right_gender,
    is_not_excluded,
    lives_there,
    lives_where_asked,
    area_served,
    surgery_where_asked,
    speaks_her_language,
    can_get_in,
    way_she_can_take_part,
    near_enough,
    within_means,
    days_she_can,
    not_avoided,
    is_welcome,
    is_member,
    way_in,
)


def judge(sought: Sought, asset: Asset, miles: float | None) -> Judgement:
    """Whether she can use it, and the rules that say no (the first) or that have to be asked about (all)."""
    unknowns, likely = [], 1.0
    for rule in RULES:
        verdict = rule(sought, asset, miles)
        if verdict is None:
            continue
        if verdict.eligible is Eligible.NO:
            return Judgement(Eligible.NO, (verdict.rule,), 0.0)
        unknowns.append(verdict.rule)
        likely *= verdict.likely
    return Judgement(Eligible.ASK if unknowns else Eligible.YES, tuple(unknowns), likely)
