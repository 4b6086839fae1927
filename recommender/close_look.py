"""An asset looked at closely: its picture, and what its words are like."""

from collections.abc import Sequence
from dataclasses import dataclass

from directory.asset import Asset
from directory.outlines import outline_of
from recommender.text_space import Vector, text_space


@dataclass(frozen=True, slots=True)
class CloseLook:
    """The asset with its text as a vector of the text space."""

    asset: Asset
    said: Vector


def look_closely(assets: Sequence[Asset]) -> list[CloseLook]:
    """A close look at each, in order."""
    said = text_space().vectors([outline_of(asset).text for asset in assets])
    return [CloseLook(asset, vector) for asset, vector in zip(assets, said, strict=True)]
