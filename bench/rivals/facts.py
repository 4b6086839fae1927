"""What all rivals take from documents alike."""

from collections.abc import Iterable, Sequence

import numpy as np

from directory.clock import today
from directory.geography import Place, distance_miles
from directory.search.document import FACETS, Document
from directory.search.ranking import sure

DEGREE = distance_miles(Place(0.0, 0.0, ""), Place(1.0, 0.0, ""))
"""Miles in a degree of latitude."""


def counted(document: Document) -> Iterable[str]:
    """Its flags that are counted beside filters."""
    return (flag for flag in document.flags if flag.partition(":")[0] in FACETS)


def certainty(documents: Sequence[Document]) -> list[float]:
    """How much each counts for having been checked lately, as our own formula has it."""
    then = [one.assured_on.toordinal() if one.assured_on else np.nan for one in documents]
    return [float(one) for one in sure(today().toordinal() - np.array(then))]
