"""Whom a sentence sends away: circumstances where it names them, else in its own plain words."""

import re
from collections.abc import Iterator

from directory.understanding.eligibility.groups import MARK

_HINTS = frozenset(
    "not no t cannot cant dont isnt unable excluding excludes exclude except never private unsuitable sorry".split()
)
_NOT_FOR = re.compile(
    r"\b(?:not|isn't|isnt|aren't|never|unsuitable)(?: (?:a|an|the|really|currently|at present|suitable|right|open|available|intended|"
    r"meant|appropriate|aimed|set up|safe|equipped|designed|good|recommended|place|group|service|one|able))* (?:for|to|where|if|when) "
    r"|\b(?:can't|cant|cannot|can not|unable to|not able to|don't|do not|won't|will not|not equipped to|never)(?: (?:currently|also|yet|really))*"
    r" (?:take|accept|help|support|work with|house|see|admit|offer places to|offer (?:this|support|help) to|treat|cater for)(?: on| in)? "
    r"|\b(?:except|excluding|excludes|exclude)(?: for)? |\bsorry,? (?:but )?no |(?:^|[.,;:(] ?)no "
    r"|\bnot right if (?:there's been |there has been |you(?:'re| are|'ve| have)? )?"
)
_ENDS = re.compile(
    r"[.;:!?)(]|,|\b(?:but|because|so|as|please|sorry|until|unless|though|however|at the moment|they've|we)\b| - "
)
_WHO = re.compile(
    r"(?:(?:any |the )?(?:anyone|anybody|people|those|someone|somebody|adults|couples|individuals|service users|clients|cases)"
    r"(?: (?:who(?:'s|'re|'ve)?|that|with|is|are|have|currently|actively|where|still|has|there|been|an?))* ?|(?=in crisis|in active|under the influence))"
)
_ACUTE = re.compile(r"\b(?:active|acute|severe|untreated|unmanaged|currently using)\b")
""" "In active psychosis" is not everybody with a mental illness."""
_HURT = re.compile(r"\b(?:violen\w+|abus\w+|(?:scared|frightened|afraid) of|fear)\b")
_OF_CHILDREN = re.compile(r"(?:children|kids|babies|families)(?: here| with you)?(?: and)?\W*$")
_STILL = re.compile(
    r"\bif you(?:'re| are) (?:still )?(?:an? )?<\w+>[^.]{0,20}? we (?:can't|cannot|can not|are not able|don't)"
)
_PRIVATE_ONLY = re.compile(
    r"\bprivate (?:sector )?(?:renters?|tenants?|rented)\b[^.]{0,45}\bonly\b|\bonly (?:for )?private (?:renters|tenants)|^(?:for )?private (?:renters|tenants)\W*$"
)
_OTHER_READERS = re.compile(
    r"\b(?:under|over|aged?|years?|\d|wheelchairs?|prams?|pushchairs?|buggies|dogs?|pets|step|stairs|parking|booking|referrals?|"
    r"appointment|judg\w+|question|form|charge|need|cost|fee|money|pressure|experience|voucher|problem|one\b|matter|"
    r"men\b|women\b|boys|girls|males|females|ladies|"
    r"worries|names?|more|longer|idea|wonder|doubt|such|profit|alcohol|smoking|smokers|cash|cards?|lift|toilets?|way|time|"
    r"equipment|fuss|tutting|preaching|walk-?ins|drop-?ins|drop|turn|self|professional\w*|email\w*|call\w*|it|us|this|that|what|advice|"
    r"emergenc\w+|new|anyone new|everyone|everybody|all|both|to|gluten|vegan|need|steps|prayers|god|auditions?|sheet|catch|strings|"
    r"homework|tests?|trainers|uniform|shoes|hard|sell|obligation|commitment|refreshments|food|outside|website|social media|uk|sex offences|arson)\b"
)
_PLAIN = 8


def read_excluded(terms: frozenset[str], marks: str) -> Iterator[tuple[str, ...]]:
    """Those that must not come, of each sentence part that says so."""
    if _HINTS.isdisjoint(terms):
        return
    for begins in _NOT_FOR.finditer(marks):
        part = _ENDS.split(marks[begins.end() : begins.end() + 120], maxsplit=1)[0]
        no_one = begins.group().strip(" .,;:(").startswith(("no", "sorry")) and "not" not in begins.group()
        if _ACUTE.search(part):
            yield (part.strip(),)
        elif found := tuple(
            dict.fromkeys(
                name
                for sign, name in MARK.findall(part)
                if not (no_one and (sign or not re.match(r"(?:[\w-]+ )?<\w+>(?!'| support| group| needed)", part)))
            )
        ):
            if not re.match(r"(?:just |only |be )", part) and found != ("parent",):
                yield found
        elif not no_one and (plain := _plainly(part)):
            yield (plain,)
    if (still := _STILL.search(marks)) and (mark := MARK.search(still.group())):
        yield (mark[2],)
    if _PRIVATE_ONLY.search(marks):
        yield ("tenant",)


def _plainly(part: str) -> str | None:
    """ "anyone in crisis" as "in crisis", where it is short and speaks of people."""
    words = part.strip(" '\"")
    if _HURT.search(words):
        return "survivor"
    if _OF_CHILDREN.match(words):
        return "parent"
    begins = _WHO.match(words)
    if begins is None or len(words.split()) > _PLAIN or _OTHER_READERS.search(words):
        return None
    return words[begins.end() :].strip() or None
