"""One question answered from one edition of the tables."""

from math import inf

from directory.search.document import FACETS
from directory.search.postgres.asking import Asked, read, stems_of
from directory.search.postgres.edition import Edition
from directory.search.postgres.server import Connection
from directory.search.postgres.statement import Statement
from directory.search.postgres.vocabulary import Vocabulary
from directory.search.query import Hit, Hits, Query, Sort


def answer(query: Query, connection: Connection, edition: Edition) -> Hits:
    """The hits, the counts and how many. Raises `Gone` when another edition is shown."""
    vocabulary = Vocabulary(connection, edition, stems_of(query), query.meant)
    asked = read(query, vocabulary)
    statement = Statement(query, asked, varied=bool(vocabulary.varied))
    counted = (*FACETS, *("distance",) * (query.near is not None)) if query.counting else ()
    facets: dict[str, dict[str, int]] = {facet: {} for facet in counted}
    numbers = {"total": 0, "anywhere": 0}
    hits: list[tuple[str, str, float, float | None]] = []
    for kind, one, other, number, miles in edition.ask(connection, statement.text, statement.values):
        if kind == "hit":
            hits.append((one, other, number, miles))
        elif kind == "count":
            facets[one][other] = int(number)
        else:
            numbers[kind] = int(number)
    return Hits(
        total=numbers["total"],
        hits=tuple(_hit(*hit, asked) for hit in sorted(hits, key=lambda hit: _order(query, *hit))),
        facets=facets,
        anywhere=numbers["anywhere"],
        corrected=asked.corrected if asked else None,
    )


def _order(query: Query, asset_id: str, _said: str, score: float, miles: float | None) -> tuple[float, float, str]:
    """Those without a place last where distance decides; ties by their ids."""
    far = inf if miles is None else miles
    return (far if query.sort is Sort.NEAREST and query.near else 0.0, -score, asset_id)


def _hit(asset_id: str, said: str, score: float, miles: float | None, asked: Asked | None) -> Hit:
    clauses = asked.clauses if asked else ()
    found = tuple(clause.written for clause in clauses if clause.is_in(said))
    return Hit(asset_id, round(score, 5), None if miles is None else round(miles, 3), found)
