"""In SQL: what the words of a question count in each asset that is worth showing."""

from directory.search.postgres.asking import Asked
from directory.search.postgres.preparing import key_of
from directory.search.postgres.vocabulary import Clause
from directory.search.ranking import MEANING, SATURATION, TOGETHER, WORTH_SHOWING

Parts = dict[str, str]
"""Named parts of a statement, each of which may speak of those before it."""

LOOKED_FOR = (
    "unnest(%({name}_source)s::int[], %({name}_clause)s::int[], %({name}_key)s::bigint[], %({name}_rareness)s::float8[]) "
    "{name}(source, clause, key, rareness)"
)
FOUND = "{}.posting ON stem = key CROSS JOIN unnest(assets, impacts) one(number, impact)"
AMONG = "(one.number IN (SELECT number FROM {table})) IS TRUE"
"""Whether it is one of many: IS TRUE makes PostgreSQL look each up by its hash, where it would join them in a loop."""

LEFT = " WHERE (one.number IN (SELECT number FROM {}.gone)) IS NOT TRUE"


class Matching:
    """The parts of a statement that end with `worth` (number, text), and the values that they need."""

    def __init__(self, asked: Asked) -> None:
        self.parts: Parts = {}
        self.values: dict[str, object] = {}
        self._left = LEFT if asked.dead else ""
        finding, known = asked.parted()
        self._find(asked, finding)
        if known:
            self._add(known)
        if not known and not asked.meant and len(finding) == 1:
            # All have the only word there is.
            self.parts["worth"] = self.parts.pop("said")
        else:
            self._choose()
        if lifting := [clause for clause in asked.lifting if clause.count]:
            self._lift(lifting)

    def _choose(self) -> None:
        """An answer has at least so much of what the best has."""
        self.parts["best"] = "SELECT max(share) AS share FROM said"
        part = f"{1 - TOGETHER} + {TOGETHER} * said.share / best.share"
        self.parts["worth"] = (
            f"SELECT number, text * ({part}) AS text FROM said, best WHERE said.share >= {WORTH_SHOWING} * best.share"
        )

    def _find(self, asked: Asked, finding: list[Clause]) -> None:
        sources = [(0, clause) for clause in finding]
        sources += [(number, clause) for number, meant in enumerate(asked.meant, 1) for clause in meant.clauses]
        self._look_for("wanted", sources)
        rows = f"FROM {_looked_for('wanted')} JOIN {FOUND}{self._left}"
        if any(len(clause.stems) > 1 for _, clause in sources):
            rows = (
                "FROM (SELECT source, clause, rareness, number, max(impact) AS impact "
                f"{rows} GROUP BY source, clause, rareness, number) one"
            )
        if asked.meant:
            self.parts["hit"] = (
                "SELECT source, number, sum(impact * rareness) AS text, sum(rareness) AS share "
                f"{rows} GROUP BY source, number"
            )
            self._serve(asked)
        elif len(sources) == 1:
            # Nothing is to be summed, and many rows not to be grouped.
            self.parts["said"] = f"SELECT number, impact * rareness AS text, rareness AS share {rows}"
        else:
            self.parts["said"] = (
                f"SELECT number, sum(impact * rareness) AS text, sum(rareness) AS share {rows} GROUP BY number"
            )

    def _serve(self, asked: Asked) -> None:
        """Words and what they mean are one thing said: the better of the two counts."""
        numbered = list(enumerate(asked.meant, 1))
        served = [(number, need) for number, meant in numbered for need in meant.needs]
        self.values |= {
            "meaning": [number for number, _ in numbered],
            "meaning_rareness": [meant.rareness for _, meant in numbered],
            "serving": [number for number, _ in served],
            "serving_key": [key_of(f"need:{need}") for _, need in served],
        }
        most = SATURATION + 1
        self.parts["meaning"] = (
            f"SELECT source, {MEANING} * greatest(rareness * {most}, max(text)) AS text, "
            f"{MEANING} * greatest(rareness, max(share)) AS share "
            "FROM unnest(%(meaning)s::int[], %(meaning_rareness)s::float8[]) one(source, rareness) "
            "LEFT JOIN hit USING (source) GROUP BY source, rareness"
        )
        self.parts["served"] = (
            "SELECT source, one.number, text, share FROM meaning "
            "JOIN unnest(%(serving)s::int[], %(serving_key)s::bigint[]) serving(source, key) USING (source) "
            f"JOIN {FOUND}{self._left}"
        )
        every = ["SELECT * FROM hit", "SELECT * FROM served"]
        if any(meant.alike for meant in asked.meant):
            every.append(self._otherwise(asked))
        self.parts["said"] = (
            "SELECT number, sum(text) AS text, sum(share) AS share FROM ("
            "SELECT source, number, max(text) AS text, max(share) AS share FROM ("
            f"{' UNION ALL '.join(every)}) every GROUP BY source, number) best GROUP BY number"
        )

    def _otherwise(self, asked: Asked) -> str:
        """What has other wordings counts as if it had the words, however rare the wording is."""
        numbered = list(enumerate(asked.meant, 1))
        rows = [(number, *one) for number, meant in numbered for clause in meant.alike for one in clause.found or ()]
        least = [max((clause.rareness for clause in meant.alike), default=0.0) for meant in asked.meant]
        self.values |= {
            "alike": [row[0] for row in rows],
            "alike_asset": [row[1] for row in rows],
            "alike_impact": [row[2] for row in rows],
            "whole_rareness": least,
        }
        self.parts["whole"] = (
            "SELECT source, greatest(least, max(share)) AS whole "
            "FROM unnest(%(meaning)s::int[], %(whole_rareness)s::float8[]) one(source, least) "
            "LEFT JOIN hit USING (source) GROUP BY source, least"
        )
        return (
            "SELECT source, number, impact * whole, whole FROM whole "
            "JOIN unnest(%(alike)s::int[], %(alike_asset)s::int[], %(alike_impact)s::float8[]) "
            "alike(source, number, impact) USING (source)"
        )

    def _add(self, clauses: list[Clause]) -> None:
        """What these count besides, in what has others."""
        self._look_for("known", [(0, clause) for clause in clauses])
        self.parts["found"] = self.parts.pop("said")
        self.parts["besides"] = (
            "SELECT number, sum(impact * rareness) AS text, sum(rareness) AS share FROM ("
            "SELECT clause, rareness, number, max(impact) AS impact "
            f"FROM {_looked_for('known')} JOIN {FOUND} WHERE {AMONG.format(table='found')} "
            "GROUP BY clause, rareness, number) one GROUP BY number"
        )
        self.parts["said"] = _together("found", "besides", "text", "share")

    def _lift(self, clauses: list[Clause]) -> None:
        self._look_for("lifting", [(0, clause) for clause in clauses])
        self.parts["low"] = self.parts.pop("worth")
        self.parts["lift"] = (
            f"SELECT number, sum(impact * rareness) AS text FROM {_looked_for('lifting')} JOIN {FOUND} "
            f"WHERE {AMONG.format(table='low')} GROUP BY number"
        )
        self.parts["worth"] = _together("low", "lift", "text")

    def _look_for(self, name: str, sources: list[tuple[int, Clause]]) -> None:
        """Each stem of each clause is a row."""
        rows = [
            (source, number, key_of(stem), clause.rareness)
            for number, (source, clause) in enumerate(sources)
            for stem in clause.stems
        ]
        for place, column in enumerate(("source", "clause", "key", "rareness")):
            self.values[f"{name}_{column}"] = [row[place] for row in rows]


def _looked_for(name: str) -> str:
    return LOOKED_FOR.format(name=name)


def _together(one: str, other: str, *columns: str) -> str:
    """What two parts say of each asset, summed: never joined, for PostgreSQL guesses badly how many rows they have."""
    sums = ", ".join(f"sum({column}) AS {column}" for column in columns)
    names = ", ".join(("number", *columns))
    return f"SELECT number, {sums} FROM (SELECT {names} FROM {one} UNION ALL SELECT {names} FROM {other}) one GROUP BY number"
