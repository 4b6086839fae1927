"""Whether she can pay for it."""

from decimal import Decimal

from directory.asset import Asset
from directory.phrases import say_pounds
from directory.session_price import lowest_price, session_price
from recommender.sought import Sought
from recommender.verdict import Verdict, ask, no


def within_means(sought: Sought, asset: Asset, _miles: float | None) -> Verdict | None:
    """What anybody pays for a session against what the person has; a lower price for some is something to ask about."""
    means = sought.facts.max_cost
    if means is None:
        return None
    prices = [(cost, session_price(cost)) for cost in asset.costs]
    known = [(cost, price) for cost, price in prices if price is not None]
    if not known:
        return ask("What it costs is not stated", 0.85)
    for_anybody = lowest_price(asset.costs)
    if for_anybody is not None and for_anybody <= Decimal(str(means)):
        return None
    for cost, price in known:
        if cost.option is not None and price <= Decimal(str(means)):
            return ask(f"{say_pounds(price)} only for: {cost.option}")
    return no(f"It costs {say_pounds(min(price for _, price in known))} a time")
