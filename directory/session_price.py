"""What one time costs, whatever the price is for."""

from collections.abc import Iterable
from decimal import Decimal

from directory.listing import Cost

SESSIONS = {"month": 4, "year": 40, "course": 6, "term": 12}
"""How many sessions a longer price is taken to cover."""


def session_price(cost: Cost) -> Decimal | None:
    """Pounds for one time; None where nobody has put the price in figures."""
    if cost.amount is None:
        return None
    return cost.amount / SESSIONS.get(cost.per or "", 1)


def lowest_price(costs: Iterable[Cost]) -> Decimal | None:
    """Pounds for which anybody can come once; None where only some can, or nobody says."""
    prices = [session_price(cost) for cost in costs if cost.option is None]
    return min((price for price in prices if price is not None), default=None)
