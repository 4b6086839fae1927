"""WHAT REGISTERS SHOUT, in the ordinary case of names and sentences. Text that is not shouted is left as it is.

Capitals cannot be told apart again for certain: short names that are said letter by letter are kept where they are
known or could not be said otherwise.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from directory.postcodes.authorities import local_authorities
from directory.postcodes.place_names import place_names

LETTERED = frozenset(
    "YMCA YWCA RSPCA RSPB RNIB RNID RNLI NSPCC NHS GP UK USA EU UN UNICEF PTA PTFA CIO CIC LGBT LGBTQ LGBTQI LGBTQIA BME BAME "
    "BSL SEN SEND ADHD ASD HIV AIDS MS ME MND IT ICT ICU DVD TV CV PHAB VCFSE VCS CVS CAB CE RC URC II III IV VI VII VIII "
    "SSAFA RAF RNBT RBF IISS WRVS RVS U3A WI PVI A&E STEM ESOL GCSE HMP IAPT CAMHS PTSD SANDS OAP OAPS BBC ITV RAFA RBL".split()
)
SMALL = frozenset("a an and as at but by for from in into nor of on or over per the to upon via with".split())
ALSO_WORDS = frozenset(
    "Banks Bold Crank Ford Hale Hillside Longview Lunt Mold Parkgate Spital Upton Flint "
    "Reading Rugby Bath Barking Sale March Poole ".split()
)
"""Places whose names are words as well."""
PROPER = (
    "Britain British England English Wales Welsh Scotland Scottish Ireland Irish Europe European London Manchester "
    "Merseyside Lancashire Cheshire Birmingham Leeds Africa African Asia Asian Caribbean India Indian Pakistan Bangladesh Polish "
    "China Chinese Somali Yemeni Ukraine Ukrainian Arab Arabic Christian Christ Jesus God Bible Gospel Catholic Anglican "
    "Methodist Baptist Muslim Islam Islamic Jewish Jews Judaism Hindu Sikh Buddhist Buddhism Quaker "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July September October November "
    "December Christmas Easter Ramadan Parkinson Alzheimer"
).split()
_WORD = re.compile(r"[^\W_]*\d[^\W_]*|[^\W\d_]+(?:['’&.][^\W\d_]+)*")
_INITIAL = re.compile(r"\b(?:Drs?|Mr|Mrs|Ms|Miss|[A-Z]) (a)\b")
"""The A of "Dr A Smith", which is not small."""
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH)")
_SENTENCE = re.compile(r"(?:^|[.!?]\s+|\n\s*|•\s*)([\"'(“]*)([a-z])")
_VOWEL = re.compile("[AEIOUY]")
_ENOUGH = 0.8


def is_shouted(text: str) -> bool:
    """Whether nearly all letters are capitals, and there are enough of them to tell."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 3 and sum(sign.isupper() for sign in letters) > _ENOUGH * len(letters)


def as_name(text: str) -> str:
    """A name in the case of names: "THE FRIENDS OF ST JOHN'S" becomes "The Friends of St John's"."""
    if not is_shouted(text):
        return text
    words = _INITIAL.sub(
        lambda found: found.group()[:-1] + found[1].upper(), _WORD.sub(lambda found: _named(found.group()), text)
    )
    return words[:1].upper() + words[1:]


def as_sentences(text: str, names: Iterable[str] = ()) -> str:
    """Prose in the case of prose. `names` are written as they are, places and peoples with a capital."""
    if not is_shouted(text):
        return text
    lowered = _WORD.sub(lambda found: _said(found.group()), text)
    lowered = _SENTENCE.sub(lambda found: found.group()[:-1] + found[2].upper(), lowered)
    placed = _place_pattern().sub(lambda found: _places()[found.group()], lowered)
    written = {name.lower(): name for name in names if len(name) > 3}
    named = _capitals(tuple(sorted(written))).sub(
        lambda found: written.get(found.group().lower()) or found.group().title(), placed
    )
    return named[:1].upper() + named[1:]


def _named(word: str) -> str:
    if _is_lettered(word):
        return word
    lower = word.lower()
    if lower in SMALL or lower[0].isdigit():
        return lower
    if lower.startswith("mc") and len(lower) > 3:
        return "Mc" + lower[2:].capitalize()
    head, apostrophe, tail = lower.partition("'")
    if apostrophe and len(head) == 1 and len(tail) > 2:
        return f"{head.upper()}'{tail.capitalize()}"
    return lower.capitalize()


def _said(word: str) -> str:
    return word if _is_lettered(word) or word == "I" else word.lower()


def _is_lettered(word: str) -> bool:
    """Said letter by letter: known as such, with points or an ampersand, with figures, or without a vowel."""
    if any(sign.isdigit() for sign in word):
        return not _ORDINAL.fullmatch(word)
    bare = word.replace(".", "")
    if bare in LETTERED or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?|[A-Z]&[A-Z]", word):
        return True
    return 2 < len(bare) < 6 and bare.isupper() and not _VOWEL.search(bare) and bare not in ("MRS", "NTH")


@lru_cache(maxsize=256)
def _capitals(names: tuple[str, ...]) -> re.Pattern[str]:
    words = [*PROPER, *names]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b(?!')", re.IGNORECASE)


@cache
def _places() -> dict[str, str]:
    """Places from their names without capitals to those with."""
    towns = {
        place.label.removesuffix(" city centre").removesuffix(" village") for place in place_names().by_name.values()
    }
    return {label.lower(): label for label in (towns | {*local_authorities().values()}) - ALSO_WORDS}


@cache
def _place_pattern() -> re.Pattern[str]:
    every = sorted(_places(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b")
