"""The words of a question as the index knows them: how many assets have each, and what a misspelt one is taken for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from directory.search.postgres.edition import Edition, Gone
from directory.search.postgres.lexicon import Lexicon
from directory.search.postgres.preparing import key_of
from directory.search.postgres.server import Connection, sayable
from directory.search.postgres.tables import SCHEMA
from directory.search.query import Meaning
from directory.search.ranking import FAINTLY, rareness
from directory.search.spelling import LONGEST_PARTED, PREFIXES, nearest, parted
from directory.search.wordings import written_otherwise
from directory.search.words import FAINT, Word, stem, words_of

COUNTED = 20_000
"""So many assets are looked at one by one, to see whether they were taken out; of more it is said about how many."""

STATE = (
    f"SELECT 0, number::bigint, stamp, total::bigint, dead::bigint, varied::bigint FROM {{}}.state, {SCHEMA}.edition"
)
STEMS = f"""
SELECT 1, stem, CASE
    WHEN (SELECT dead FROM {{}}.state) = 0 THEN size
    WHEN size > {COUNTED} THEN (SELECT size * total / (total + dead) FROM {{}}.state)
    ELSE (SELECT count(*) FROM {{}}.posting, unnest(assets) asset
          WHERE posting.stem = one.stem AND NOT EXISTS (SELECT FROM {{}}.gone WHERE number = asset)) END, 0, 0, 0
FROM unnest(%(stems)s::bigint[]) one(stem)
CROSS JOIN LATERAL (SELECT sum(size)::bigint AS size FROM {{}}.posting WHERE posting.stem = one.stem) lots
WHERE size > 0
"""
MEANT = """
SELECT 2, meaning, sum(bit_count(serving.bits & here.bits))::bigint, 0, 0, 0 FROM (
    SELECT meaning, chunk, bit_or(bits) AS bits FROM unnest(%(meanings)s::int[], %(needs)s::text[]) one(meaning, need)
    JOIN {}.flag ON facet = 'need' AND value = need GROUP BY meaning, chunk) serving
JOIN {}.flag here USING (chunk) WHERE here.facet = 'here' GROUP BY meaning
"""
PHRASE = """
WITH rarest AS MATERIALIZED (SELECT number FROM {}.posting, unnest(assets) number WHERE stem = %(rarest)s),
having_all AS MATERIALIZED (
    SELECT number, min(impact) AS impact FROM {}.posting, unnest(assets, impacts) one(number, impact)
    WHERE stem = ANY(%(stems)s::bigint[]) AND (number IN (SELECT number FROM rarest)) IS TRUE
    AND (number IN (SELECT number FROM {}.gone)) IS NOT TRUE
    GROUP BY number HAVING count(*) = %(count)s)
SELECT number, impact FROM having_all JOIN {}.said USING (number) WHERE strpos(stems, %(phrase)s) > 0
"""
ANY_OF = """
SELECT count(DISTINCT asset) FROM {}.posting, unnest(assets) asset
WHERE stem = ANY(%(stems)s::bigint[]) AND NOT EXISTS (SELECT FROM {}.gone WHERE number = asset)
"""


@dataclass(frozen=True)
class Clause:
    """One thing that counts: what was written, the stems of which any is enough, and how rare it is.

    `found` are the assets that have words side by side, and what those count there; None where stems are looked up.
    """

    written: str
    stems: tuple[str, ...]
    rareness: float
    count: int
    """In how many assets it is found."""
    found: tuple[tuple[int, float], ...] | None = None

    def is_in(self, said: str) -> bool:
        """Whether an asset with these stems has it."""
        wanted = self.stems if self.found is None else (" ".join(self.stems),)
        return any(f" {one} " in said for one in wanted)


class Vocabulary:
    """What a question needs to know before it is asked. `stems` are those that it may look for."""

    def __init__(
        self, connection: Connection, edition: Edition, stems: Iterable[str], meant: Sequence[Meaning]
    ) -> None:
        """Raises `Gone` when another edition is shown."""
        self._connection, self._edition = connection, edition
        self._found: dict[int, int] = {}
        self.serving = [0] * len(meant)
        """How many assets serve each of what was meant."""
        self.total = self.dead = self.varied = 0
        self._known = edition.known
        self._learn(stems, meant)
        self.lexicon = Lexicon(connection, edition, self._known, dead=bool(self.dead))

    def clause(self, written: str, stem: str) -> Clause:
        """What this stem is found in."""
        key = key_of(stem)
        if key not in self._found:
            self._learn([stem], ())
        return self._clause(written, (stem,), self._found[key])

    def any_of(self, written: str, words: list[str]) -> Clause:
        """Several words as one: in each asset the one that counts most."""
        stems = tuple({stem(word) for word in words})
        ((count,),) = self._edition.ask(self._connection, ANY_OF, {"stems": [key_of(one) for one in stems]})
        return self._clause(written, stems, count)

    def beginning(self, word: Word) -> Clause:
        """What has a word that begins so."""
        return self.any_of(word.written, [word.written, *self.lexicon.beginning(word.written, PREFIXES)])

    def meant(self, written: str) -> tuple[str, ...]:
        """The words that a misspelt one was taken for: one, two that were run together, or none."""
        mended = self._known.mended
        if written not in mended:
            whole = nearest(written, self.lexicon)
            mended[written] = (whole,) if whole else self.parted(written)
        return mended[written]

    def phrase(self, written: str) -> Clause:
        """What has these words side by side; what they count is what the least of them counts."""
        stems = tuple(word.stem for word in words_of(written))
        counts = [self.clause("", stem).count for stem in stems]
        found: tuple[tuple[int, float], ...] = ()
        if stems and all(counts):
            keys = list({key_of(one) for one in stems})
            values = {"stems": keys, "count": len(keys), "phrase": f" {' '.join(stems)} "}
            values["rarest"] = key_of(stems[counts.index(min(counts))])
            found = tuple(self._edition.ask(self._connection, PHRASE, values))
        return replace(self._clause(written, stems, len(found)), found=found)

    def compounded(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Ways of writing these words, one or two, that assets have too: "foodbank" and "food bank"."""
        compounds = self._known.compounds
        if words not in compounds:
            compounds[words] = tuple(written_otherwise(words, self))
        return compounds[words]

    def expect(self, words: Sequence[Word]) -> None:
        """Learn at once what `compounded` will ask of these words and their neighbours."""
        pieces = [
            one for word in words if (word.written,) not in self._known.compounds for one in _pieces(word.written)
        ]
        self.lexicon.learn([*pieces, *(one.written + other.written for one, other in pairwise(words))])

    def parted(self, written: str) -> tuple[str, ...]:
        """The two known words that were run together, or none."""
        self.lexicon.learn(_pieces(written))
        return parted(written, self.lexicon) or ()

    def _learn(self, stems: Iterable[str], meant: Sequence[Meaning]) -> None:
        keys = {key_of(one) for one in stems}
        served = [(number, need) for number, meaning in enumerate(meant) for need in sayable(meaning.needs)]
        parts = [STATE, *([STEMS] if keys else []), *([MEANT] if served else [])]
        values: Mapping[str, object] = {
            "stems": list(keys),
            "meanings": [number for number, _ in served],
            "needs": [need for _, need in served],
        }
        shown = False
        self._found |= dict.fromkeys(keys, 0)
        for kind, one, other, *rest in self._edition.ask(self._connection, " UNION ALL ".join(parts), values):
            if kind == 0:
                shown = one == self._edition.number
                self.total, self.dead, self.varied = rest
                self._known = self._edition.known_at(other)
            elif kind == 1:
                self._found[one] = other
            else:
                self.serving[one] = other
        if not shown:
            raise Gone

    def _clause(self, written: str, stems: tuple[str, ...], count: int) -> Clause:
        rare = rareness(self.total, count)
        return Clause(written, stems, FAINTLY * rare if written in FAINT else rare, count)


def _pieces(written: str) -> list[str]:
    """The beginnings and ends that a word is cut into."""
    cuts = range(3, min(len(written) - 2, 3 + LONGEST_PARTED))
    return [piece for cut in cuts for piece in (written[:cut], written[cut:])]
