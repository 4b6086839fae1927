"""How far she goes: by how she gets about, unless she says."""

from dataclasses import dataclass

HALF_AT = {"walk": 0.7, "wheel": 0.8, "bus": 2.0, "car": 4.0, None: 2.0}
"""Miles at which half the value of being near is gone."""
FARTHEST = {"walk": 1.25, "wheel": 2.0, "bus": 4.0, "car": 10.0, None: 3.5}
"""Miles beyond which people do not go for something that must be gone to, where they have not said how far."""


@dataclass(frozen=True)
class Reach:
    """Miles: beyond `farthest` it is no use to her; at `half_at` half the worth of being near is gone."""

    farthest: float
    half_at: float
    said: bool
    """Whether she named the distance herself."""


def reach_of(travel: str | None, most: float | None) -> Reach:
    """How far she goes, by this mode and with this limit of her own."""
    half_at = HALF_AT[travel]
    if most is None:
        return Reach(FARTHEST[travel], half_at, said=False)
    return Reach(most, min(half_at, max(0.3, most / 2)), said=True)
