"""Every word that is written in some asset, or typed by people who need one, and in how many: for the spelling."""

from collections.abc import Iterable

import numpy as np

from directory.search.embedded.building import letters_of
from directory.search.postgres.edition import Edition, Known
from directory.search.postgres.preparing import LONGEST_WORD
from directory.search.postgres.server import Connection
from directory.search.words import STOPPED, written_words

ALIVE = """ AND EXISTS (SELECT FROM {}.posting, unnest(posting.assets) asset
WHERE posting.stem = word.stem AND NOT EXISTS (SELECT FROM {}.gone WHERE number = asset))"""
USUAL = "SELECT word, assets FROM {}.word WHERE word = ANY(%(words)s)"
BEGINNING = "SELECT word, assets FROM {}.word WHERE word >= %(from)s AND word < %(to)s"
MOST_USUAL = " ORDER BY assets DESC, word LIMIT %(most)s"
LIKE = """SELECT word, assets FROM {}.word WHERE length BETWEEN %(length)s - %(slips)s AND %(length)s + %(slips)s
AND bit_count((letters # %(letters)s)::bit(32)) <= 2 * %(slips)s"""
SPOKEN = """SELECT words, (SELECT coalesce(sum(bit_count(flag.bits & here.bits)), 0)::bigint
FROM {}.flag JOIN {}.flag here USING (chunk) WHERE flag.facet = 'need' AND flag.value = need AND here.facet = 'here')
FROM {}.spoken"""


class Lexicon:
    """The words of an edition. `dead` when some of its assets were taken out: words that no other has do not count."""

    def __init__(self, connection: Connection, edition: Edition, known: Known, *, dead: bool) -> None:
        self._connection, self._edition, self._known = connection, edition, known
        self._alive = ALIVE if dead else ""
        self._written = known.written

    def __contains__(self, word: str) -> bool:
        return self.usual(word) > 0

    def usual(self, word: str) -> int:
        """In how many assets it is written, or by how many it is meant where that is more."""
        self.learn([word])
        return max(self._written[word], self._said().get(word, 0))

    def learn(self, words: Iterable[str]) -> None:
        """Ask for all of these at once."""
        unknown = [word for word in words if word not in self._written]
        if unknown:
            self._written |= dict.fromkeys(unknown, 0)
            self._ask(USUAL + self._alive, {"words": [word for word in unknown if len(word) <= LONGEST_WORD]})

    def beginning(self, prefix: str, most: int) -> list[str]:
        """Words that begin so, the most usual first."""
        span = {"from": prefix, "to": prefix + "\U0010ffff", "most": most}
        found = self._ask(BEGINNING + self._alive + MOST_USUAL, span)
        found |= {word for word in self._said() if word.startswith(prefix)}
        return sorted(filter(self.usual, found), key=lambda word: (-self.usual(word), word))[:most]

    def like(self, word: str, slips: int) -> set[str]:
        """All that so many slips could have made into this word, and others that share its letters."""
        letters = letters_of(word)
        values = {"length": len(word), "slips": slips, "letters": int(np.uint32(letters).astype(np.int32))}
        alike = self._edition.ask(self._connection, LIKE, values)
        if not self._alive:
            self._written |= dict(alike)
        said = (other for other in self._said() if abs(len(other) - len(word)) <= slips)
        return {other for other, _ in alike} | {
            other for other in said if (letters_of(other) ^ letters).bit_count() <= 2 * slips
        }

    def _ask(self, statement: str, values: dict[str, object]) -> set[str]:
        found: dict[str, int] = dict(self._edition.ask(self._connection, statement, values))
        self._written |= found
        return set(found)

    def _said(self) -> dict[str, int]:
        """For each word that people type for a need the number of assets that serve one for which it is typed."""
        if self._known.spoken is None:
            spoken: dict[str, int] = {}
            for text, count in self._edition.ask(self._connection, SPOKEN):
                for word in written_words(text) if count else ():
                    if word not in STOPPED:
                        spoken[word] = max(spoken.get(word, 0), count)
            self._known.spoken = spoken
        return self._known.spoken
