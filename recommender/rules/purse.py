"""Whether she can pay for it."""

from decimal import Decimal

from directory.asset import Asset
from directory.listing import Cost
from directory.phrases import say_pounds
from recommender.sought import Sought
from recommender.verdict import Verdict, ask, no

SESSIONS = {"month": 4, "year": 40, "course": 6, "term": 12}
"""How many sessions a longer price is taken to cover."""


def within_means(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """What anybody pays for a session against what the person has; a lower price for some is something to ask about."""
    means = sought.seeker.max_cost
    if means is None:
        return None
    prices = [(cost, _a_session(cost)) for cost in asset.costs]
    known = [(cost, price) for cost, price in prices if price is not None]
    if not known:
        return ask("What it costs is not stated")
    everyone = [price for cost, price in known if cost.option is None]
    if everyone and min(everyone) <= Decimal(str(means)):
        return None
    for cost, price in known:
        if cost.option is not None and price <= Decimal(str(means)):
            return ask(f"{say_pounds(price)} only for: {cost.option}")
    return no(f"It costs {say_pounds(min(price for _, price in known))} a time")


def _a_session(cost: Cost) -> Decimal | None:
    if cost.amount is None:
        return None
    return cost.amount / SESSIONS.get(cost.per or "", 1)
