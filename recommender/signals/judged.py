"""One asset as the signals see it for one seeker."""

from collections.abc import Mapping
from dataclasses import dataclass

from directory.asset import Asset


@dataclass(frozen=True)
class Judged:
    """`fits` says for each sought need how well the asset serves it (0 to 1); `likeness` to her words, 0 to 1."""

    asset: Asset
    miles: float | None
    fits: Mapping[str, float]
    likeness: float | None
