"""The recommender's needs as terms of the directory's taxonomy. Only here do the two meet."""

from collections.abc import Iterable, Iterator

from directory.taxonomies import Term
from recommender.needs import Need


def needs_as_terms(needs: Iterable[Need]) -> Iterator[Term]:
    """A term for each need, in the order of the vocabulary."""
    for need in needs:
        yield Term(
            code=need.id,
            name=need.name,
            parent_code=need.parent,
            words=need.words,
            icon=need.icon,
            urgent=need.urgent,
        )
