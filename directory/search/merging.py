"""Which segments are made into one, and when: few enough to ask, and no asset written again too often."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log2
from typing import Any

LARGEST = 20_000
"""Assets in a segment at most: what is being written, and a merge, are in memory."""

ALIKE = 8
"""So many segments of about one size become one, which is of the next size."""

MOST_GONE = 0.25
"""The part of a segment's assets that may be taken out before it is written again without them."""


def worth_merging(segments: Sequence[Any]) -> list[list[Any]]:
    """Groups of segments that are better made into one each; most often none."""
    worn = [segment for segment in segments if segment.deleted_count() > MOST_GONE * segment.doc_count_all()]
    sizes: defaultdict[int, list[Any]] = defaultdict(list)
    for segment in segments:
        if segment not in worn and segment.doc_count() * 2 <= LARGEST:
            sizes[int(log2(segment.doc_count())) // int(log2(ALIKE))].append(segment)
    alike = [some for group in sizes.values() if len(group) >= ALIKE for some in _fitting(group)]
    return [[segment] for segment in worn] + [group for group in alike if len(group) > 1]


def _fitting(segments: Sequence[Any]) -> Iterator[list[Any]]:
    """The segments in groups that make no segment that is too large."""
    group: list[Any] = []
    for segment in segments:
        if sum(one.doc_count() for one in (*group, segment)) > LARGEST:
            yield group
            group = []
        group.append(segment)
    yield group
