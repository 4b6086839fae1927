"""What a listing asks of who may come, out of its name, its field and its description."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from directory.circumstances import PEOPLE
from directory.kinds import Requires
from directory.listing import Listing, Requirement
from directory.understanding.eligibility.belonging import read_belonging
from directory.understanding.eligibility.excluding import read_excluded
from directory.understanding.eligibility.groups import hints_in, marked
from directory.understanding.eligibility.living import read_living, read_surgery
from directory.understanding.eligibility.membership import read_membership
from directory.understanding.eligibility.places import is_district, names_place
from directory.understanding.eligibility.referred import may_come_herself, read_referral
from directory.understanding.eligibility.sentences import Sentence, Where, sentences_of
from directory.understanding.eligibility.served import council_named, council_served, says_borough

MOST = 12
_ITS_COUNCIL = frozenset({"borough", "city"})
_EVERYBODY = re.compile(
    r"\b(?:everyone|everybody|every one)(?: (?:is|are|and anyone))?(?: (?:very|always|more than|most|so))? (?:welcome|invited)|\bopen to (?:all\b(?! <)|everyone|everybody|anyone\b(?! (?:who|with|aged|living|in\b|affected|over|under|caring|bereaved)))|"
    r"\ball (?:are )?(?:very |most )?welcome\b|\bwelcome all\b|\banyone (?:is welcome|can (?:come|join|pop|turn|drop|walk|use)|welcome)|"
    r"\bwhoever you are\b|\bfor (?:everyone|everybody|all ages|all abilities|absolutely anyone|the whole (?:community|family))\b|\bno matter who\b|"
    r"\byou (?:don't|do not|needn't) (?:have|need) to be (?:an? )?(?:carer|veteran|parent|mum|dad|muslim|christian|gay|lgbt\w*|disabled|autistic|religious|catholic|irish|student|tenant|local)\b|\bnot (?:just|only) for\b|^any ?(?:one|body)[.!]"
)
_EVERYBODY_HINTS = frozenset(
    {
        "everyone",
        "everybody",
        "every",
        "all",
        "anyone",
        "anybody",
        "any",
        "whoever",
        "no",
        "have",
        "need",
        "just",
        "only",
        "whole",
    }
)
_MOSQUE = re.compile(
    r"\b(?:mosque|masjid|islam\w*|qur'?an|quran|koran|halal|jumm?u?'?ah|eid|ramadan|iftar|imam|dhuhr|asr|maghrib|salaam\w*|hijab\w*|deen|dua|umm|ummah|sunnah|halaqah?)\b"
)
_KIN = frozenset({"sister", "sisters", "brother", "brothers"})
_KIN_IN_FAITH = re.compile(
    r"\b(?:for|dear|our|all|calling|with|of) (?:the |all |our |muslim )?(?:sisters|brothers)\b|\b(?:sisters|brothers)(?:'|')?(?:s)?[ -](?:only|circle|group|session|night|halaqa|gym|swim|football|evening|please)|"
    r"^(?:sisters|brothers)\b"
)


class _Found(NamedTuple):
    """`besides`: asked besides what the same sentence asks before it."""

    requirement: Requirement
    strong: bool = True
    besides: bool = False


def read_eligibility(listing: Listing) -> tuple[Requirement, ...]:
    """What surely is asked, in the order of name, field and description; the same thing once."""
    sentences = [
        *sentences_of(listing.name, Where.NAME),
        *sentences_of(listing.eligibility_text, Where.FIELD),
        *sentences_of(listing.how_to_start_text, Where.TEXT),
        *sentences_of(listing.description, Where.TEXT),
    ]
    found: list[_Found] = []
    for sentence in sentences:
        found += _in(sentence, has_venue=bool(listing.venues))
    if not all(map(_KIN.isdisjoint, (sentence.terms for sentence in sentences))) and _says(_MOSQUE, sentences):
        found += _of_the_faith(sentences)
    if any(not one.strong for one in found) and _says(_EVERYBODY, sentences, _EVERYBODY_HINTS):
        found = [one for one in found if one.strong]
    if not any(one.requirement.kind in (Requires.LIVES_IN, Requires.SURGERY_IN) for one in found):
        found += _of_its_council(listing, sentences)
    if any(_is_referral(one) for one in found) and any(may_come_herself(sentence.small) for sentence in sentences):
        found = [one for one in found if not _is_referral(one)]
    return _settled(_agreed(found)) if found else ()


def _says(pattern: re.Pattern[str], sentences: list[Sentence], hints: frozenset[str] | None = None) -> bool:
    asked = (sentence for sentence in sentences if hints is None or not hints.isdisjoint(sentence.terms))
    return any(pattern.search(sentence.small) for sentence in asked)


def _is_referral(one: _Found) -> bool:
    return one.requirement.kind is Requires.REFERRED_BY


def _in(sentence: Sentence, *, has_venue: bool) -> Iterator[_Found]:
    if hints := hints_in(sentence.terms):
        marks = marked(sentence.small, hints)
        excluded = list(read_excluded(sentence.terms, marks))
        if any("<" in name for any_of in excluded for name in any_of):
            excluded = list(read_excluded(sentence.terms, sentence.small))
        for any_of in excluded:
            yield _said(Requires.EXCLUDES, any_of, sentence)
        gone = {one for any_of in excluded for one in any_of}
        groups = read_belonging(sentence, marks) if "<" in marks else ()
        for place, belonging in enumerate(groups):
            if not gone.intersection(belonging.any_of):
                asked = _said(Requires.BELONGS, belonging.any_of, sentence).requirement
                yield _Found(asked, belonging.strong, besides=place > 0)
    else:
        for any_of in read_excluded(sentence.terms, sentence.small):
            yield _said(Requires.EXCLUDES, any_of, sentence)
    body = read_membership(sentence)
    if names_place(sentence.terms) and not body:
        if surgery := read_surgery(sentence):
            yield _said(Requires.SURGERY_IN, surgery, sentence)
        elif living := read_living(sentence, has_venue=has_venue):
            yield _said(Requires.LIVES_IN, living, sentence)
    if body:
        yield _said(Requires.MEMBER_OF, (body,), sentence)
    if referrer := read_referral(sentence):
        yield _said(Requires.REFERRED_BY, (referrer,), sentence)


def _of_its_council(listing: Listing, sentences: list[Sentence]) -> Iterator[_Found]:
    """ "The borough" by the council that is named elsewhere, and whom a service that comes or is rung is called after."""
    for sentence in sentences:
        if (
            not _ITS_COUNCIL.isdisjoint(sentence.terms)
            and (called := says_borough(sentence))
            and (named := council_named(listing, called))
        ):
            yield _said(Requires.LIVES_IN, named, sentence)
            return
    if served := council_served(listing, sentences):
        yield _said(Requires.LIVES_IN, served, sentences[0])


def _of_the_faith(sentences: list[Sentence]) -> Iterator[_Found]:
    """Sisters and brothers, where a mosque speaks."""
    for sentence in sentences:
        if _KIN_IN_FAITH.search(sentence.small):
            yield _Found(_said(Requires.BELONGS, ("muslim",), sentence).requirement, strong=False)
            return


def _said(kind: Requires, any_of: tuple[str, ...], sentence: Sentence) -> _Found:
    if kind in (Requires.BELONGS, Requires.EXCLUDES):
        any_of = tuple(map(_called, any_of))
    return _Found(Requirement(kind=kind, any_of=any_of, words=sentence.words))


def _called(name: str) -> str:
    """A condition that has no name among the circumstances by its plain words: "sickle cell"."""
    return name if name in PEOPLE else name.replace("_", " ")


def _agreed(found: list[_Found]) -> Iterator[Requirement]:
    """What is surely said, and of groups that are only named here and there any: each sentence says it in its own way."""
    groups = [one for one in found if one.requirement.kind is Requires.BELONGS]
    weak = [one.requirement for one in groups if not (one.strong or one.besides)]
    sure = any(one.strong for one in groups)
    named = tuple(dict.fromkeys(name for one in weak for name in one.any_of))
    first = weak[0] if weak else None
    besides = [one.requirement for one in groups if one.besides and not one.strong]
    any_besides = tuple(dict.fromkeys(name for one in besides for name in one.any_of))
    for one in found:
        if one.strong:
            yield one.requirement
        elif one.requirement is first and not sure:
            yield one.requirement.model_copy(update={"any_of": named})
        elif besides and one.requirement is besides[0] and not sure:
            yield one.requirement.model_copy(update={"any_of": any_besides})


def _settled(found: Iterator[Requirement]) -> tuple[Requirement, ...]:
    """Of what is said twice the first: of places and referrals what its field says, of groups each that is another."""
    kept: list[Requirement] = []
    for one in found:
        same = [other for other in kept if other.kind is one.kind]
        once = one.kind in (Requires.LIVES_IN, Requires.REFERRED_BY, Requires.SURGERY_IN, Requires.MEMBER_OF)
        if one.kind is Requires.LIVES_IN and same and all(map(is_district, one.any_of)):
            one = _together(kept.pop(kept.index(same[0])), one)
        elif any(once or set(other.any_of) & set(one.any_of) for other in same):
            continue
        kept.append(one)
    return tuple(kept[:MOST])


def _together(town: Requirement, districts: Requirement) -> Requirement:
    """A town in one sentence and its districts in the next are one place."""
    return town.model_copy(update={"any_of": tuple(dict.fromkeys((*town.any_of, *districts.any_of)))})
