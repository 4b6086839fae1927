"""Urgent words in one spelling: how people write when they are upset, made comparable before any rule looks.

Knows letters written as figures ("k1ll", "2 die"), words with stars ("s*icide"), text-speak ("wanna", "kms"), letters
left out or doubled in the words that matter most, and words that only add force ("just", "bloody").
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from recommender.spelling import known_words
from recommender.word_lists import list_words, meanings, pairs
from recommender.wording import plain

FILE = "urgent/wording.csv"
KEY_WORDS = sorted(list_words(FILE, "key"))
"""Words worth knowing however they are spelt. Each is at least five letters long."""
NOT_THOSE = list_words(FILE, "not_key")
"""Ordinary words that stand close to a key word in spelling."""
SPELLINGS = meanings(FILE, "word")
"""Text-speak, dialect and the commonest misspellings of short words, where likeness alone would be unsafe."""
FORCE = list_words(FILE, "force")
"""Words that add force and change nothing: left out before rules look."""
TOGETHER = pairs(FILE, "pair")

_PIECE = re.compile(r"[a-z0-9@$*!|/]+(?:['.\-/*][a-z0-9@$*|]+)*|[.,;:!?()\n]+")
_FIGURES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "|": "i"})
_SPACED = re.compile(r"\b(?:[a-z] ){3,}[a-z]\b")
_STARRED = {
    re.compile(r"^s[u*]?[i*]*[c*][i*]d[e*]$"): "suicide",
    re.compile(r"^s[u*][i*][c*][i*][d*][a*][l*]$"): "suicidal",
    re.compile(r"^k[i*!][l*][l*]$"): "kill",
    re.compile(r"^d[i*!]e$"): "die",
    re.compile(r"^r[a*]p[e*]d?$"): "raped",
    re.compile(r"^[a*]b[u*]s[e*]$"): "abuse",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What was said in one spelling: a single space before every word, " | " where a clause ends; and where each stood."""

    said: str
    source: str
    places: tuple[tuple[int, int, int], ...]
    """(offset in `said`, start and end in `source`) of every word."""

    def quote(self, start: int, end: int) -> str:
        """The very words between two offsets of `said`."""
        here = [place for place in self.places if start <= place[0] < end]
        return self.source[here[0][1] : here[-1][2]] if here else ""


def one_spelling(words: str) -> Wording:
    """Words as a person wrote them, made comparable. Anything that is not a word or the end of a clause is dropped."""
    source = _SPACED.sub(lambda run: run.group().replace(" ", "") + " " * run.group().count(" "), plain(words))
    pieces: list[tuple[str, int, int]] = []
    for match in _PIECE.finditer(source):
        _put(pieces, match.group(), match.start(), match.end())
    said, places = "", []
    for word, start, end in pieces:
        said += " "
        places.append((len(said), start, end))
        said += word
    return Wording(said, source, tuple(places))


def _put(pieces: list[tuple[str, int, int]], raw: str, start: int, end: int) -> None:
    """Add one raw piece: a clause end, or one or more words; joins "self harm" and drops words of force."""
    for word in _words(raw):
        before = pieces[-1] if pieces else ("", 0, 0)
        joined = TOGETHER.get((before[0], word))
        if word == "|" and before[0] in ("|", ""):
            continue
        if joined:
            pieces[-1] = (joined, before[1], end)
        elif word not in FORCE:
            pieces.append((word, start, end))


def _words(raw: str) -> list[str]:
    if not any(mark.isalnum() or mark == "*" for mark in raw):
        return ["|"] if set(raw) & set(".,;:!?()\n") else []
    if "*" in raw or "!" in raw:
        for pattern, word in _STARRED.items():
            if pattern.match(raw.rstrip("!")):
                return [word]
    return _one_word(raw.strip("!*/|"))


@lru_cache(maxsize=20_000)
def _one_word(raw: str) -> list[str]:
    if raw in SPELLINGS:
        return SPELLINGS[raw].split()
    if "-" in raw or "/" in raw or "." in raw:
        halves = [word for half in re.split(r"[-/.]", raw) if half for word in _one_word(half)]
        whole = SPELLINGS.get(re.sub(r"[-/.]", "", raw))
        return [whole] if whole else _joined(halves)
    bare = raw.replace("'", "")
    if any(mark.isalpha() for mark in bare) and not bare.isalpha() and not bare[0].isdigit():
        bare = bare.translate(_FIGURES)
    return SPELLINGS.get(bare, _nearest(bare)).split()


def _joined(halves: list[str]) -> list[str]:
    found: list[str] = []
    for word in halves:
        joined = TOGETHER.get((found[-1], word)) if found else None
        found = [*found[:-1], joined] if joined else [*found, word]
    return found


def _nearest(word: str) -> str:
    """The key word that this is a misspelling of, or the word itself."""
    if len(word) < 5 or word in KEY_WORDS or word in NOT_THOSE or word in known_words():
        return word
    for key in KEY_WORDS:
        allowed = 1 if len(key) < 8 else 2
        if key[0] == word[0] and OSA.distance(key, word, score_cutoff=allowed) <= allowed:
            return key
    return word
