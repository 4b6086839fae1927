"""Whose residents alone may come, as partners write it."""

import re
from collections.abc import Iterable

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


def read_residents(text: str, authorities: Iterable[str]) -> tuple[str, ...]:
    """The local authorities, named as in `authorities`, whose residents alone may come, as written first to last.

    "Open to all", "priority for Sefton residents" and "free for Sefton residents" keep nobody out, and say nothing.
    """
    words = plain_words(text)
    named = {_pattern(name): name for name in dict.fromkeys(authorities) if name.strip()}
    if not named or _EVERYBODY.search(words):
        return ()
    found: dict[int, str] = {}
    for part in re.split(r"[;.\n](?!\s?Helens)", words):
        if _says_residents(part, tuple(named)):
            for pattern, name in named.items():
                for place in re.finditer(rf"\b{pattern}\b", part, re.IGNORECASE):
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


def _says_residents(part: str, names: tuple[str, ...]) -> bool:
    """Whether one sentence limits who may come to the people of the places it names."""
    place = rf"(?:{'|'.join(names)})"
    places = (
        rf"(?:the )?(?:(?:metropolitan )?borough of |city of )?{place}(?:(?:,| (?:and|or|&)|"
        rf"/) ?(?:the )?{place}){{0,8}}"
    )
    said = (
        rf"\b{places}(?:'s)? (?:residents?|households?|homeowners?|tenants?|families|people)\b|"
        rf"\b{places} (?:[\w]+ and )?(?:private )?(?:tenants|homeowners)\b|\bresidents? (?:of|in|"
        rf"from) {places}|"
        rf"\b(?:live|lives|living|reside|resides|residing|resident|residents|based|lived|home(?:s)?) (?:in|"
        rf"within|across) {places}|\b{places} only\b|\bonly (?:for )?(?:people (?:in|from) )?{places}|"
        rf"\bpeople (?:from|of) {places}"
    )
    if re.search(
        rf"{place}[ -](?:GPs?|doctor|surgery|practice|hospital|connection|and)\b(?! {place})", part, re.IGNORECASE
    ) and not re.search(rf"{place} residents", part, re.IGNORECASE):
        return False
    if re.search(said, part, re.IGNORECASE):
        return True
    return len(part.split()) <= _FIELD and _only_places(part, place)


def _only_places(part: str, place: str) -> bool:
    """Whether a short field, or a part of it between commas, holds nothing but places and people."""
    pieces = re.split(rf",(?! ?{place})|(?<=\w) - ", part, flags=re.IGNORECASE)
    return any(
        re.search(rf"\b{place}\b", piece, re.IGNORECASE)
        and not _FILLER.sub("", re.sub(rf"\b{place}\b", "", piece, flags=re.IGNORECASE))
        for piece in pieces
    )
