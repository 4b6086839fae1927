"""Words that stand together: which assets have them side by side, in this order, in one of their texts."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.search.embedded.building import hash_of
from directory.search.embedded.part import NO_IMPACTS, NOTHING, Assets, Part
from directory.search.embedded.ragged import Bools, Ints, among, places_of
from directory.search.ranking import FIELDS

AT_ONCE = 20_000
"""Assets whose texts are looked through at once."""


def having_phrase(part: Part, stems: Sequence[str]) -> Assets:
    """The assets in which these stems follow one another; some may be taken out."""
    candidates = having_all(part, stems)
    if len(stems) == 1:
        return candidates
    pieces = [candidates[start : start + AT_ONCE] for start in range(0, len(candidates), AT_ONCE)]
    return np.concatenate([NOTHING, *(piece[has_phrase(part, piece, stems)] for piece in pieces)])


def phrase_postings(part: Part, stems: Sequence[str]) -> tuple[Assets, NDArray[np.float32]]:
    """The assets in which these stems follow one another, and what the one counts there that counts least."""
    if not stems:
        return NOTHING, NO_IMPACTS
    assets = having_phrase(part, stems)
    least = np.full(len(assets), np.inf, np.float32)
    for stem in stems:
        having, impacts = part.postings(hash_of(stem))
        least = np.minimum(least, impacts[np.searchsorted(having, assets)])
    return assets, least


def having_all(part: Part, stems: Sequence[str]) -> Assets:
    """The assets that have all of these stems, anywhere; some may be taken out."""
    rarest, *others = sorted((part.postings(hash_of(stem))[0] for stem in stems), key=len)
    for assets in others:
        rarest = rarest[among(assets, rarest)[0]]
    return rarest


def has_phrase(part: Part, assets: Assets, stems: Sequence[str]) -> Bools:
    """Whether these stems follow one another in a text of each of these assets."""
    numbers = [number for stem in stems if (number := part.number_of(hash_of(stem))) is not None]
    has = np.zeros(len(assets), bool)
    if stems and len(numbers) == len(stems):
        has[_having(part, assets, np.array(numbers, np.int64))] = True
    return has


def _having(part: Part, assets: Assets, wanted: Ints) -> Ints:
    fields, starts = len(FIELDS), part.file["text_start"]
    texts = (assets[:, None].astype(np.int64) * fields + np.arange(fields)).reshape(-1)
    stems: Ints = part.file["word_stem"][part.file["text"][places_of(starts, texts)]]
    owners = np.repeat(np.arange(len(texts)), starts[texts + 1].astype(np.int64) - starts[texts])
    last = max(0, len(stems) - len(wanted) + 1)
    here = owners[:last] == owners[len(wanted) - 1 :]
    for at, stem in enumerate(wanted.tolist()):
        here &= stems[at : at + last] == stem
    found: Ints = owners[:last][here] // fields
    return found
