"""Needs that are of some people only: what serves them well is hardly for anybody else, even where it does not say so."""

import numpy as np
from numpy.typing import NDArray

from recommender.shelf.block import FULL
from recommender.sought import Sought

PECULIAR = {
    "BOD2": ("long_term_condition", "disabled"),
    "BOD5": ("addiction",),
    "BOD6": ("gambling",),
    "CON5": ("migrant",),
    "FAM1": ("carer",),
    "FAM2": ("parent", "pregnant"),
    "FAM3": ("parent",),
    "FAM4": ("parent",),
    "FAM5": ("dementia", "carer"),
    "IND4": ("deaf", "blind"),
    "IND5": ("autistic", "adhd", "learning_disability"),
    "LEA4": ("migrant",),
    "MIN3": ("bereaved",),
    "MIN4": ("survivor", "veteran"),
    "SAF1": ("survivor",),
    "SAF3": ("migrant",),
    "SAF5": ("ex_offender",),
    "WOR2": ("mental_health", "long_term_condition", "disabled"),
}
"""Needs that are of some people only, and who those are: what serves them is for nobody else, whatever it says."""
OF_THE_YOUNG, YOUNG = "FAM6", 25
"""The need that is of young people only, and the age up to which they are."""
HARDLY = 0.2
"""What is left of the worth of what is surely for others."""
BEGINS, SURELY = 0.33, 0.66
"""The fit for such a need from which it is perhaps for those people alone, and from which it surely is."""


def for_her(sought: Sought, fits: NDArray[np.uint8]) -> NDArray[np.float64]:
    """What is left of the worth of assets with these fits (a row for each, a column for each sub-need), HARDLY to 1."""
    columns = [column for column, need_id in enumerate(sought.need_ids) if _is_for_others(sought, need_id)]
    if not columns:
        return np.ones(len(fits))
    most = fits[:, columns].max(axis=1) / FULL
    surely: NDArray[np.float64] = np.clip((most - BEGINS) / (SURELY - BEGINS), 0, 1)
    return 1 - (1 - HARDLY) * surely


def _is_for_others(sought: Sought, need_id: str) -> bool:
    wanted = {need.id for need in sought.needs}
    if need_id == OF_THE_YOUNG:
        ages = sought.facts.ages
        return ages is not None and ages[0] > YOUNG and not sought.facts.children_ages and need_id not in wanted
    if need_id not in PECULIAR or need_id in wanted or need_id[:3] in wanted:
        return False
    return not sought.facts.circumstances.intersection(PECULIAR[need_id])
