"""The council that a service is of, where its sentences only call it "the borough", or where its name alone says so."""

import re

from directory.listing import Listing
from directory.understanding.eligibility.places import councils_in
from directory.understanding.eligibility.sentences import Sentence, Where

_BOROUGH = re.compile(
    r"\b(?:liv(?:e|es|ing)|resid(?:e|es|ing|ents?)|addresses?|homes?|tenants|people|anyone|anybody|carers|adults|families|households)"
    r"(?: (?:in|within|inside|of|from|across|anywhere in|are|is|only|must be))+ (?:the |this |our )?(?P<what>borough|city)\b(?! (?:centre|region|library|hall|farm|council))|"
    r"\b(?:inside|within) (?:the |our )?(?P<edge>borough|city)(?:'s)?(?: (?:boundar(?:y|ies)|limits|only))?(?=[.,;!)]|$)|"
    r"\bborough(?:-wide)? residents(?: only)?\b|\b(?:city|borough) residents only\b"
)
_WIDER = re.compile(
    r"\b(?:any ?where|nationwide|national|merseyside|city region|any borough|every borough|boroughs|everywhere|beyond|england|uk|wherever|"
    r"all over|no matter where|region)\b"
)
_GOES_OUT = re.compile(
    r"\b(?:ring|rings|phone|phones|telephone|call|calls|line|helpline|at home|home visits?|your home|your house|your door|your own|doorstep|"
    r"come (?:round|to you|out)|comes (?:round|to you|out)|visits? you|round to|pop round|pops round|text|deliver|delivers|driver|drivers|minibus(?:es)?)\b"
)
_MEETS = re.compile(r"\b(?:zoom|online|teams|meets?|webinar|virtual|come along|join us|drop in)\b")
_CITIES = ("Liverpool",)


def says_borough(sentence: Sentence) -> str | None:
    """ "borough" or "city", where a sentence is for those who live in it and does not name it."""
    if sentence.where is Where.NAME:
        return None
    found = _BOROUGH.search(sentence.small)
    if found is None or re.search(r"\b(?:not (?:just|only)|priority|everyone|mainly|mostly)\b", sentence.small):
        return None
    return "city" if "city" in found.group() else "borough"


def council_named(listing: Listing, called: str) -> tuple[str, ...]:
    """The one council that the listing names anywhere, if there is one alone and it is called so."""
    texts = (listing.name, _who_runs(listing), listing.description or "")
    named = tuple(dict.fromkeys(council for text in texts for council in councils_in(text)))
    if called == "city":
        named = tuple(council for council in named if council in _CITIES) or _CITIES
    return named if len(named) == 1 else ()


def council_served(listing: Listing, sentences: list[Sentence]) -> tuple[str, ...]:
    """The councils after which something is called that is rung or comes to the home: whom it serves."""
    if listing.venues:
        return ()
    words = " ".join(sentence.small for sentence in sentences)
    if _WIDER.search(words) or _MEETS.search(words) or not _GOES_OUT.search(words):
        return ()
    return councils_in(listing.name) or councils_in(_who_runs(listing))


def _who_runs(listing: Listing) -> str:
    return listing.organization.name if listing.organization else ""
