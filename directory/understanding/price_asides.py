"""What is said beside a price and is none: how it is paid, what it once was, and what one can do without."""

import re

from directory.understanding.remembering import speaks_of

_TENDER = (
    r"(?:(?:(?:debit|credit) )?cards?|cash|cheques?|contactless|bank transfer|standing order|direct debit|bacs|paypal)"
)
_PAYING_HINTS = tuple("pay paid card cash cheque transfer order debit contactless bacs change money amount".split())
_PAYING = re.compile(
    rf"\b(?:please )?(?:pay(?:able|ment|ments)?|paid) (?:by|in|with|via|at|on) (?:the )?"
    rf"(?:{_TENDER}|door|reception|desk|arrival)(?: only)?(?: please)?\b|\bby {_TENDER}(?: only)?\b|\b(?:no|we (?:only )?(?:take|accept)) {_TENDER}\b|"
    rf"\b(?:cash|contactless|cheques?|(?:(?:debit|credit) |(?<![a-z] ))cards?)(?: ?(?:,|or|and|&|/) ?{_TENDER}){{0,3}}"
    r"(?: (?:payments?|only|please|preferred|accepted|if possible)){1,3}\b|"
    rf"\b(?:cash|(?<![a-z] )cards?)(?: ?(?:or|and|&|/) ?{_TENDER}){{1,3}}\b|"
    r"\b(?:please )?(?:bring )?(?:the |with )?(?:exact|correct|right) (?:change|money|amount)(?: only| please)?\b",
    re.IGNORECASE,
)
"""How it is paid is no condition: "card only", "cash please". A library card is."""
_FORMER_HINTS = tuple(
    "used last was were been previous former charged until rising rises going goes increas will".split()
)
_FORMER = re.compile(
    r"\bused to\b|\blast (?:year|time|season|term|month|summer|christmas)\b|"
    r"\b(?:was|were|had been|previously|formerly)\b|\bwe charged\b|\buntil (?:recently|now)\b|"
    r"\b(?:rising|rises|going up|goes up|increas(?:es|ing)|will (?:rise|go up|increase)) to\b",
    re.IGNORECASE,
)
"""What it cost once, or will: no price of today."""
_THINGS = (
    r"(?:(?:cup of |cuppa |brew )?(?:tea|coffee)s?|(?:bacon |sausage |cheese |egg )?(?:rolls?(?![- ]up)|butt(?:y|ies)|sandwich(?:es)?|"
    r"baps?|toasties?)|toast|scones?|buns?|teacakes?|pies?|hot chocolates?|ice creams?|juice|pop|(?:hall|room|venue) hire|"
    r"hire of (?:the |our )?(?:hall|room)|cuppa|brews?|biscuits?|cakes?|refreshments?|snacks?|squash|drinks?|"
    r"raffle(?: tickets?)?|tombola|tuck(?: ?shop)?|(?:car )?parking|car ?park|"
    r"(?:mat|racket|racquet|bat|skate|shoe|boot|ball|bike|kit|equipment|costume|club|board|paddle|wetsuit|towel|helmet|"
    r"instrument)s?(?: hire|(?: can| may)? ?be hired)|(?:hire|loan) of (?:a |an )?\w+|kit|uniforms?|t-?shirts?|hoodies)"
)
_MONEY_HERE = r"(?:£ ?\d|\d{1,3} ?p\b)"
_LEFT_OUT_HINTS = tuple(
    "roll butt sandwich bap toast scone bun pie chocolate ice juice pop hire tea coffee cuppa brew biscuit cake refresh "
    "snack squash drink raffle tombola tuck park loan kit uniform shirt "
    "hoodie".split()
)
_LEFT_OUT = re.compile(
    rf"\b{_THINGS}(?:(?: ?(?:&|/|,) ?| (?:and|or) )(?:tea|coffee|cakes?|biscuits?|squash|toast|crisps|rolls?)){{0,3}}"
    rf"(?: (?:is|are|at|for|from|only|just|costs?|extra|available|can be|may be|hired|bought)){{0,4}}"
    rf" ?[:=-]? ?{_MONEY_HERE}|(?:£ ?[\d.]+|\d{{1,3}} ?p)"
    rf"(?: (?:extra|more|each|for|towards|to|hire|buys|a|an|your|the|strip)){{0,4}} {_THINGS}\b"
    r"(?! (?:mornings?|dances?|part(?:y|ies)|clubs?|groups?|afternoons?|concerts?|class|fee))",
    re.IGNORECASE,
)
"""What one can do without: beside the price of coming it is no price ("£2, tea 50p")."""
NEVER_TO_COME = re.compile(
    r"\b(?:raffle|tombola|parking|car ?park|(?:hall|room|venue) hire|hire of (?:the |our )?(?:hall|room))\b",
    re.IGNORECASE,
)
_INCLUDED = re.compile(r"\b(?:incl\w*|inc|with|to cover|covers)\b", re.IGNORECASE)
AS_DONATION = re.compile(
    r"(?:an? |as an? )?(?:(?:suggested|voluntary|recommended|optional)(?: (?:donation|contribution))?|donation)",
    re.IGNORECASE,
)
""" "£2 (suggested donation)"."""


def without_ways_to_pay(words: str) -> str:
    """`words` without "cash only": nobody pays less for it."""
    return _PAYING.sub("", words).strip() if speaks_of(words, *_PAYING_HINTS) else words


def is_of_another_time(part: str) -> bool:
    """Whether the price was, or will be."""
    return speaks_of(part, *_FORMER_HINTS) and _FORMER.search(part) is not None


def can_be_left_out(part: str) -> bool:
    """Whether it is the price of tea, a raffle or a mat, and they are not part of another price."""
    if not speaks_of(part, *_LEFT_OUT_HINTS):
        return False
    return _LEFT_OUT.search(part) is not None and _INCLUDED.search(part) is None
