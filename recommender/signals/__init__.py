"""What speaks for an asset: small functions in families, each giving a value and its reason together."""

from recommender.signals.judged import Judged
from recommender.signals.signal import Reading, Signal, list_signals

__all__ = ["Judged", "Reading", "Signal", "list_signals"]
