"""Words as search sees them: one spelling for every sign and accent, stop words left out, and stems.

The same for what is kept and what is asked, on every engine.
"""

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

from directory.search.american import british
from directory.understanding.wording import without_accents

with warnings.catch_warnings():
    # Whoosh 2.7.4 is older than this Python and says so at import.
    warnings.simplefilter("ignore")
    from whoosh.analysis import STOP_WORDS
    from whoosh.lang.porter2 import stem as porter2

LONGEST = 50_000
"""Characters that are read: nobody asks or describes in more; a pasted book would hold up everybody else."""

_SMALL = """
about all am any anyone anything been being can could did do does doing get gets getting go going had has he
her here him his how i id im ive into its just let like me my off on our out over really she should so some
somebody someone something somewhere take taking than their them then there they thing things those too up
very want was way were what where which while who why would youre
"""

STOPPED = frozenset(STOP_WORDS) | frozenset(_SMALL.split())
"""Words that say nothing by themselves. "Help", "need", "no" and "near" are not here: titles have them."""

FAINT = frozenset(
    """
    able after again alone already also always around away back bad because before best better bit both bring call came
    cheap cheaply close come coming couple dad daughter different dont each easy else end enough even ever every
    feel feeling feels few find finding first give given good got hard hate head hear heads help helped helping here
    hour hours house husband ill job just keep keeps kind know last late least leave left less live lives living local
    long look looking lot lots love made make makes many may me meet mess might mine moment month months more morning
    most move moved much mum must myself near need needed needing needs never new next nice night no nobody not nothing
    now often old one ones only open other others own part people person place places please put quite rather ready
    right room rubbish said same say see self since son soon start still stuff sure talk tell thing think though three
    through time times today together told tonight too tried trouble try trying two under until use used using wait
    wanted wanting wants week weekly weeks well went whole wife will wont word work worse worst would year years yet young
    """.split()
)
"""Words of telling, of which few say what is looked for: they count a little, where nothing else tells answers apart."""

VAGUE = frozenset({("help",), ("kid",), ("safe",)})
"""Stems that stand in questions of every kind: alone they mean nothing."""

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'‘’ʼ`´′"))


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as it was written (lower case, no accents) and the stem under which it is found."""

    written: str
    stem: str


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of an English word in lower case (Porter 2): "gardens" and "gardening" are "garden".

    American and British spellings have one stem.
    """
    return str(porter2(british(word)))


def plain(text: str) -> str:
    """Lower case without accents and apostrophes: "Men’s café" is "mens cafe"."""
    text = text[:LONGEST]
    if text.isascii():
        # Nearly all text is, and has no accents to look for.
        return text.replace("'", "").replace("`", "").lower()
    return without_accents(text.translate(_APOSTROPHES)).casefold()


def written_words(text: str) -> list[str]:
    """All words of a text as they are written, in order."""
    return _WORD.findall(plain(text))


def words_of(text: str | None) -> list[Word]:
    """The words of a text in order, without those that say nothing."""
    written = written_words(text) if text else []
    return [Word(word, stem(word)) for word in written if word not in STOPPED]


def every_word_of(text: str) -> list[Word]:
    """All words of a text, for finding phrases such as "can't cope" in it."""
    return [Word(word, stem(word)) for word in written_words(text)]


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of all words of a text: by them one phrase is told from another."""
    return tuple(word.stem for word in every_word_of(text))
