"""How well a listing serves each need: what it is linked to, and what its words are like."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.outlines import Outline
from recommender.needs import vocabulary
from recommender.serving import serving_model
from recommender.shelf.block import Block
from recommender.shelf.shelf import Shelf

LINKED = 0.8
"""The least fit for a need that a person said it serves."""
SAID = 0.6
"""From this fit on a listing may be said to help with the need; below, that it may help."""
BY_TEXT = 0.15
"""What a link counts that was read from the text, beside the likelihood by all of its words."""
SURELY = 0.42
"""Evidence of which all but a third (1/e) is as good as certain. On the judged listings a quarter is even odds."""


def new_shelf(blocks: Sequence[Block] = ()) -> Shelf:
    """A shelf of these blocks whose fits are those of `fits_of`."""
    return Shelf(fits_of, blocks)


def fits_of(outlines: Sequence[Outline]) -> NDArray[np.float32]:
    """How well each listing (row) serves each sub-need (column), 0 to 1."""
    likely = serving_model().likelihoods([outline.text for outline in outlines])
    return combined(linked(outlines), likely)


def linked(outlines: Sequence[Outline]) -> NDArray[np.float32]:
    """How sure each link to a need is, 1 where a person made it; 0 where there is none. A domain links to all in it."""
    known = vocabulary()
    places = {need.id: place for place, need in enumerate(known.list_needs())}
    found = np.zeros((len(outlines), len(places)), np.float32)
    for row, outline in enumerate(outlines):
        for need_id, sure in outline.needs:
            if need_id in places:
                found[row, places[need_id]] = max(found[row, places[need_id]], sure)
    return found


def combined(links: NDArray[np.float32], likely: NDArray[np.float32]) -> NDArray[np.float32]:
    """Both together: what a person linked is so; what was read from categories and text bears the words out."""
    evidence = likely + BY_TEXT * links
    found = 1 - np.exp(-evidence / SURELY)
    return np.where(links >= 1, np.maximum(found, LINKED), found).astype(np.float32).clip(0, 1)
