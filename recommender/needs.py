"""The vocabulary of needs: twelve domains, their sub-needs, and the words in which people really ask.

`needs.csv` beside this module, one need a line: `id` (MON, MON1), `parent` (the domain's id, empty for a domain),
`name` (plain, as pages show it), `icon` (domains only: the file name of a line icon), `urgent` (comes first in a
pathway), `sensitive` (not named on paper or in a text message that another may read), `ranked` ("no": people are
led to help, never to a ranked list), `words` (separated by ";", each belonging to one need only).
`open_eligibility.csv` maps it to the Open Eligibility taxonomy and carries that taxonomy's own licence.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz, process

from directory.errors import NotFound
from recommender.phrases import PhraseBook
from recommender.shipped import listed, read_rows, shipped_rows, shipped_text
from recommender.wording import plain, stems, tokens

LIKENESS = 86.0
"""How alike (0 to 100) a misspelt word must be to one of the vocabulary to be taken for it."""


@dataclass(frozen=True, slots=True)
class Need:
    """One need. `parent` is the id of its domain, None for a domain."""

    id: str
    name: str
    parent: str | None = None
    words: tuple[str, ...] = ()
    urgent: bool = False
    sensitive: bool = False
    ranked: bool = True
    icon: str | None = None


class Vocabulary:
    """All needs in the order in which they are shown. `version` changes whenever anything in the file does."""

    def __init__(self, needs: Iterable[Need], version: str) -> None:
        self.version = version
        self._needs = {need.id: need for need in needs}

    def __iter__(self) -> Iterator[Need]:
        return iter(self._needs.values())

    def get_need(self, need_id: str) -> Need:
        """The need of this id; raises `NotFound`."""
        if need_id not in self._needs:
            raise NotFound(f"There is no need called '{need_id}'", field="needs")
        return self._needs[need_id]

    def find_need(self, words: str) -> Need | None:
        """The need with this id, name or phrase, or whose longest phrase stands within these words.

        Inflected ("food banks") and slightly misspelt words are known.
        """
        asked = " ".join(words.split())
        found = self._needs.get(asked.upper()) or self._by_stems.get(stems(asked))
        return found or self._nearest(asked.lower()) or self._within(asked)

    def domain_of(self, need_id: str) -> Need:
        """The domain a need belongs to; a domain belongs to itself. Raises `NotFound`."""
        need = self.get_need(need_id)
        return self.get_need(need.parent) if need.parent else need

    def list_domains(self) -> list[Need]:
        return [need for need in self if need.parent is None]

    def list_needs(self, domain: str | None = None) -> list[Need]:
        """The sub-needs of a domain, or all of them, in the order of the vocabulary."""
        return [need for need in self if need.parent and domain in (None, need.parent)]

    def expand(self, need_id: str) -> list[str]:
        """The ids of a domain's sub-needs; a sub-need is itself alone. Raises `NotFound`."""
        need = self.get_need(need_id)
        return [need.id] if need.parent else [sub.id for sub in self.list_needs(need.id)]

    @cached_property
    def _by_stems(self) -> dict[tuple[str, ...], Need]:
        """Every phrase and name to its need; a phrase wins over a name, the first need over later ones."""
        index: dict[tuple[str, ...], Need] = {}
        for phrases in (lambda need: need.words, lambda need: (need.name,)):
            for need in self:
                for phrase in phrases(need):
                    index.setdefault(stems(phrase), need)
        return index

    @cached_property
    def _by_phrase(self) -> dict[str, Need]:
        return {phrase: need for need in self for phrase in need.words}

    @cached_property
    def book(self) -> PhraseBook:
        """Every phrase, to be found in running text."""
        return PhraseBook((need.id, need.words) for need in self)

    def _within(self, asked: str) -> Need | None:
        """The need of the longest phrase said ("help with my debts"), a sub-need before a domain."""
        found = self.book.find(tokens(plain(asked)))
        needs = [(self._needs[one.phrase.meaning], one.after - one.first) for one in found]
        best = max(needs, key=lambda pair: (pair[0].parent is not None, pair[1]), default=None)
        return best[0] if best else None

    def _nearest(self, asked: str) -> Need | None:
        if len(asked) < 4:
            return None
        best = process.extractOne(asked, self._by_phrase.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS)
        return self._by_phrase[best[0]] if best else None


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary shipped with this package, read once."""
    text = shipped_text("needs.csv")
    version = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Vocabulary((_need(row) for row in read_rows(text)), version)


def _need(row: dict[str, str]) -> Need:
    return Need(
        id=row["id"],
        name=row["name"],
        parent=row["parent"] or None,
        words=listed(row["words"]),
        urgent=row["urgent"] == "yes",
        sensitive=row["sensitive"] == "yes",
        ranked=row["ranked"] != "no",
        icon=row["icon"] or None,
    )


@cache
def open_eligibility() -> dict[str, str]:
    """Need id to the name in the Open Eligibility taxonomy (CC BY-SA 3.0), where there is an honest match."""
    return {row["need_id"]: row["open_eligibility_name"] for row in shipped_rows("open_eligibility.csv")}
