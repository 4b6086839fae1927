"""Whose residents alone may come, as partners write it."""

import re
from functools import lru_cache

from directory.understanding.remembering import MOST
from directory.understanding.wording import plain_words

_FIELD = 12
"""A text of so few words is the field of a form, where a place alone ("18+, Sefton") says who may come."""
_EVERYBODY = re.compile(
    r"\bopen to (?:all|anyone|everyone)\b(?! (?:[\w.]+ ){1,3}residents| (?:who )?(?:liv|resid))|"
    r"\ball (?:are )?welcome|\b(?:everyone|everybody|anyone) (?:is )?welcome|\bnot (?:just|only|limited)\b|"
    r"\bpriority\b|\bprefer(?:ence|ably|red)\b|"
    r"\band (?:beyond|surrounding|further|neighbouring|elsewhere)|\bnationwide\b|\banywhere\b|\bfree (?:for|"
    r"to)\b|\bdiscount|\bor (?:work|stud|have|registered|use)\w*|\bliving or working\b|"
    r"\bnot for\b|\bexcept\b|\bexcluding\b|\bunable to\b|\b(?:cannot|can't|don't)\b|£|\bmainly\b|\bmostly\b|"
    r"\bprimarily\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:people|adults|carers|anyone|those|families|children|young people|parents|residents|tenants|"
    r"homeowners|everyone|older people|men|women|households|"
    r"couples|veterans|refugees|individuals|patients|unpaid carers|you)"
)
_FILLER = re.compile(
    rf"\b(?:{_PEOPLE}|resident|only|just|and|or|in|of|the|for|living|live|lives|who|aged?|over|under|plus|"
    rf"years?|yrs|old|area|borough|city|council|metropolitan|wide|within|must|be|"
    r"homeowner|private|tenant|local|all|autistic|disabled|lgbt|housebound|unemployed|care leavers?|to|at|"
    r"home|alone|metropolitan borough)\b|[\d\W_]+",
    re.IGNORECASE,
)


class _Places:
    """The patterns of the places of some authorities, made once."""

    def __init__(self, authorities: tuple[str, ...]) -> None:
        self.named = {
            re.compile(rf"\b{pattern}\b", re.IGNORECASE): name
            for name in dict.fromkeys(authorities)
            if name.strip() and (pattern := _pattern(name))
        }
        place = f"(?:{'|'.join(_pattern(name) for name in self.named.values())})"
        places = (
            rf"(?:the )?(?:(?:metropolitan )?borough of |city of )?{place}(?:(?:,| (?:and|or|&)|"
            rf"/) ?(?:the )?{place}){{0,8}}"
        )
        self.any = re.compile(rf"\b{place}\b", re.IGNORECASE)
        self.not_residents = re.compile(
            rf"{place}[ -](?:GPs?|doctor|surgery|practice|hospital|connection|and)\b(?! {place})", re.IGNORECASE
        )
        self.residents = re.compile(f"{place} residents", re.IGNORECASE)
        self.between = re.compile(rf",(?! ?{place})|(?<=\w) - ", re.IGNORECASE)
        self.said = re.compile(
            rf"\b{places}(?:'s)? (?:residents?|households?|homeowners?|tenants?|families|people)\b|"
            rf"\b{places} (?:[\w]+ and )?(?:private )?(?:tenants|homeowners)\b|\bresidents? (?:of|in|"
            rf"from) {places}|"
            rf"\b(?:live|lives|living|reside|resides|residing|resident|residents|based|lived|home(?:s)?) (?:in|"
            rf"within|across) {places}|\b{places} only\b|\bonly (?:for )?(?:people (?:in|from) )?{places}|"
            rf"\bpeople (?:from|of) {places}",
            re.IGNORECASE,
        )


_places = lru_cache(maxsize=8)(_Places)


@lru_cache(maxsize=MOST)
def read_residents(text: str, authorities: tuple[str, ...]) -> tuple[str, ...]:
    """The local authorities, named as in `authorities`, whose residents alone may come, as written first to last.

    "Open to all", "priority for Sefton residents" and "free for Sefton residents" keep nobody out, and say nothing.
    """
    places = _places(authorities)
    if not places.named or not places.any.search(text) or _EVERYBODY.search(words := plain_words(text)):
        return ()
    found: dict[int, str] = {}
    for part in re.split(r"[;.\n](?!\s?Helens)", words):
        if _says_residents(part, places):
            for pattern, name in places.named.items():
                for place in pattern.finditer(part):
                    found.setdefault(words.find(part) + place.start(), name)
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


def _pattern(name: str) -> str:
    """A pattern for an authority however it is written: "St Helens", "St. Helens", "Saint Helens"."""
    bare = (
        re.sub(
            r"(?i)\b(?:metropolitan |city |borough |county |district )*(?:council|borough)\b|,? city of\b", "", name
        ).strip()
        or name
    )
    escaped = re.escape(bare).replace(r"\ ", r"[ -]")
    return re.sub(r"(?i)^(?:st\\\.|st|saint)\[ -\]", r"(?:St\\.?|Saint)[ -]?", escaped)


def _says_residents(part: str, places: _Places) -> bool:
    """Whether one sentence limits who may come to the people of the places it names."""
    if places.not_residents.search(part) and not places.residents.search(part):
        return False
    return places.said.search(part) is not None or (len(part.split()) <= _FIELD and _only_places(part, places))


def _only_places(part: str, places: _Places) -> bool:
    """Whether a short field, or a part of it between commas, holds nothing but places and people."""
    pieces = places.between.split(part)
    return any(places.any.search(piece) and not _FILLER.sub("", places.any.sub("", piece)) for piece in pieces)
