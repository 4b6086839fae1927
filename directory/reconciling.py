"""Two sides that changed one listing apart from each other, part by part: what each changed, and where they disagree.

Parts are the names of the fields of `Listing`. `base` is the listing from which both began.
"""

from collections.abc import Set

from directory.listing import Listing


def changed_parts(base: Listing, listing: Listing) -> frozenset[str]:
    """The parts of which `listing` says something else than `base`."""
    return frozenset(name for name in Listing.model_fields if getattr(listing, name) != getattr(base, name))


def disputed_parts(base: Listing, ours: Listing, theirs: Listing) -> frozenset[str]:
    """The parts that both sides changed, each to something else."""
    both = changed_parts(base, ours) & changed_parts(base, theirs)
    return both & changed_parts(ours, theirs)


def with_parts(listing: Listing, other: Listing, names: Set[str]) -> Listing:
    """`listing`, but of these parts it says what `other` says."""
    return listing.model_copy(update={name: getattr(other, name) for name in names})
