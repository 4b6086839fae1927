"""One asset as the signals see it for one seeker."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.asset import Asset


@dataclass(frozen=True)
class Judged:
    """`fits` says for each sought need how well the asset serves it (0 to 1); `likeness` to her words, 0 to 1.

    `evidence` is the share of those who agreed to it that went (0 to 1), None where too few did to say.
    """

    asset: Asset
    miles: float | None
    fits: Mapping[str, float]
    likeness: float | None
    evidence: float | None = None
