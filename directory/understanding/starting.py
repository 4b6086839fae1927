"""What a person does to come the first time, as partners write it.

Of several ways the easiest stands: a door that anybody may walk through before a telephone call, and that before a
referral. "Self referral" is a telephone call. What contradicts itself ("drop in, booking essential") says nothing.
"""

import re

from directory.kinds import HowToStart
from directory.understanding.remembering import remembered, speaks_of
from directory.understanding.room import read_room
from directory.understanding.wording import plain_words

__all__ = ["read_how_to_start", "read_room"]

_NO_BOOKING = re.compile(
    r"\bno (?:need (?:to|for) (?:pre-?book|book|register|ring|call|sign up|make an|an appointment|appointments?|"
    r"booking)|booking|bookings|appointment|appointments|advance booking|pre-?booking|"
    r"registration|sign[- ]?up)(?: (?:or referral|to)){0,4}(?: (?:book\w*|an appointment|appointments?|register|"
    r"sign up|pre-?book|make|required|needed|necessary|ring|call)){0,4}|"
    r"\b(?:book(?:ing)?|appointments?|registration|pre-?booking|bookings)(?: (?:is|are))? (?:not|n't|isn't|"
    r"aren't) (?:required|needed|necessary|essential|compulsory)\b|\b(?:don't|"
    r"do not) need an? (?:appointment|booking)\b|\b(?:don't|do not|needn't|no) (?:need|"
    r"have) to (?:pre-?)?(?:book|register|make an appointment|sign up)\b|\bwithout (?:an appointment|"
    r"booking|an? booking)\b|\bno need to (?:pre-?)?book\b|\bunbooked\b"
)
_DROP_IN = re.compile(
    r"\bdrop[- ]?ins?\b|\bdrop(?:ping)? in\b|\b(?:just |simply )?turn(?:ing)? up\b|\bjust (?:come|pop|"
    r"show up|walk|drop)\b|\bcome along\b|\bcome on (?:down|in)\b|\bpop (?:in|along|into)\b|"
    r"\bwalk[- ]?ins?\b|\bwalk in\b|\bopen access\b|\b(?:feel free to |please )?(?:come|"
    r"call) in(?:to)? (?:and|any|to)\b|\bcall in\b"
)
_NOT_DROP_IN = re.compile(
    r"\b(?:not|isn't|no|no longer|n't|isn't a|not a|no longer a)(?: an?| do| offer|"
    r" currently)? (?:drop[- ]?ins?|walk[- ]?ins?|turn up|drop in)\b(?! needed)|\b(?:please )?(?:do not|"
    r"don't) (?:just )?(?:turn up|drop in|come)\b"
)
_BOOK = re.compile(
    r"\b(?:pre-?|advance )?booking(?:s)?(?: (?:is|are))? (?:essential|required|necessary|needed|only|advised|"
    r"recommended|preferred|compulsory|via|by|through|at|on|online|in advance|opens|link|form|requested|"
    r"advisable)\b|\b(?:must|please|to|should|need to|can|required to|essential to|you can|have to|"
    r"contact us to|ring to|call to|and|or|,|:|^)\s?(?:pre-?)?book\b(?! (?:group|club|bank|week|swap|"
    r"festival|sale|launch|start))|\b(?:pre-?|be |advance )book(?:ed|ing)\b|\bpre-?book\w*|"
    r"\bbook (?:online|on|via|at|by|your|a|an|through|with|in advance|ahead|here|now|early|first|tickets|"
    r"places?|in|0)\b(?! (?:group|club))|^book(?:ed)?$|^booking$|\b(?:by|via) (?:prior )?(?:appointment|appt|"
    r"arrangement)s?\b|\bappointments? (?:only|needed|required|necessary|essential|must|can be|via|by)\b|"
    r"\bappt only\b|\bappointments? (?:system|based)\b|\btickets? (?:from|via|at|on|must|required|needed|"
    r"only|online|available)\b|\beventbrite\b|(?<!to )\b(?:reserve|secure) (?:a|your) (?:place|space|spot|"
    r"seat)\b|"
    r"\bregister (?:online|in advance|at|via|on|your|for a|by|first|to attend|here)\b|\b(?:must|need to|"
    r"please|to) register\b|\bregistration (?:is )?(?:required|essential|needed|necessary|via|form)\b|"
    r"\benrol(?:l|ment)?\b(?! fee)|\bsign[- ]up (?:online|at|via|in advance|required|on|here|form|"
    r"for)\b|\bplaces (?:must|need to|should|can|to) be (?:pre-?)?booked\b|\bmake an appointment\b"
)
_REFERRED = re.compile(
    r"\b(?:gp|professional|agency|clinical|nhs|social worker|health|third party|nurse|doctor|school|formal|"
    r"voucher|a|your|by|via|through|written|hospital|council|housing|consultant|link worker|advisor|adviser|"
    r"secure|online|social prescrib\w+)['s]*(?:[ /](?:or|and|&|/)?[ ]?(?:nurse|professional|agency|school|"
    r"social worker))? referrals?\b(?! to (?:other|another))|\breferrals? (?:is |are )?(?:only|needed|"
    r"required|essential|necessary|forms?|from|by|via|through|must|can be made by (?:a |your )?(?:gp|"
    r"professional)|process|basis|accepted from|criteria)\b|\bby referral\b|^referrals?(?: only)?$|"
    r"\b(?:must be|need to be|are|be|is|being|been) referred\b|\breferred (?:by|via|through|from|"
    r"to us by)\b|\b(?:ask|speak to|see|contact|through|via) your (?:gp|doctor|social worker|health visitor|"
    r"midwife|school|care coordinator|link worker)\b(?! (?:before|first|if you))|\b(?:gp|professional|"
    r"agency) refer\w*|\bvoucher (?:needed|required|only|from|must)\b|\brefer (?:via|through)\b"
)
_NO_REFERRAL = re.compile(
    r"\bno vouchers? (?:is |are )?(?:needed|required|necessary)\b|"
    r"\b(?:no|without(?: an?)?|n't need an?|not need an?|don't need an?|no need for an?|n't require an?|"
    r"no formal|no gp|not require an?|no need for)(?: (?:gp|formal|professional|appointment or|booking or|"
    r"doctor's|need for an?|need for)){0,4} referrals?\b(?: (?:needed|required|necessary))?|\breferrals? (?:is |"
    r"are )?(?:not|n't|isn't) (?:needed|required|necessary|essential)\b|\b(?:don't|do not|"
    r"no) need to be referred\b"
)
_SELF_REFERRAL = re.compile(
    r"\bself[- ]?refer\w*|\brefer (?:yourself|yourselves|themselves)\b|\b(?:or|and|,|/) ?self\b(?!-)|"
    r"\breferrals? or self\b|\byou can refer yourself\b|\bself or \w+ referral"
)
_NO_SELF_REFERRAL = re.compile(
    r"\b(?:no|not|n't|cannot|can't|do not|don't|unable to)(?: (?:currently|accept|take|offer|"
    r"any)){0,4} self[- ]?refer\w*"
)
_CONTACT = re.compile(
    r"\b(?:please |just |first |simply |or |to join,? |then |can |also |either |initially ){0,4}(?:ring|phone|"
    r"telephone|call|text|e-?mail|message|whatsapp)(?! (?:line|lines|support|befriend\w*|line|helpline|"
    r"counsel\w*|box|number|centre|signal|address|friend|advice|groups?|calls?|lines?|handler|rooms?|service|"
    r"chat|back|list|only|or online|line))(?: (?:us|me|ahead|first|before|for|on|to|the|our|sue|0|and|or|her|"
    r"him|them|any|either|in|at)\b| (?-i:[A-Z][a-z]+)\b|$|: ?0|[ ,]*\d|/)|"
    r"\b(?:please |to join,? |or |then |first )?contact (?:us|me|the|our|sue|details below|via|by|on|for|"
    r"in advance|0|first|before|\S+@|(?-i:[A-Z]))|\bget in touch\b|\bgive us a (?:call|ring)\b|"
    r"\bspeak to (?:us|sue|our|a member|one of|reception|(?-i:[A-Z]))|\bask (?:for|at) (?:sue|reception|"
    r"the desk|(?-i:[A-Z][a-z]+))|\benquire (?:at|within|by|with|first)\b|\bmust contact\b|^(?:ring|phone|"
    r"call|contact|email|text)\b(?! (?:lines?|support|befriend\w*|helpline|numbers?|address|centre|group))",
    re.IGNORECASE,
)
_NOT_HER_CALL = re.compile(
    r"\b(?:we(?:'ll| will| can| also)?|they|your|own|an?|the|mobile|by|who|that|never|not|n't|volunteers?|on|smart) $",
    re.IGNORECASE,
)
_EMERGENCY_OR_DEVICE = re.compile(
    r"^ ?(?:999|112|an ambulance|(?:or|and|,) (?:video|zoom|face|tablets?|your|online|in person)|(?:a|an|your|people|"
    r"someone|employers) |"
    r"cameras?|conversation)",
    re.IGNORECASE,
)
_CONTACT_FOR_OTHER_THINGS = re.compile(
    r"\b(?:for|with) (?:any )?(?:more |further |full |additional |other |general |up to date ){0,4}(?:info\w*|"
    r"details|queries|questions|enquiries|times|dates|prices|updates|accessibility|access)\b|"
    r"\bto (?:find out|donate|volunteer|complain|check|ask about|confirm|discuss|learn|hear|hire|cancel|"
    r"report)\b|\b(?:if|should) you (?:need|have|want|would|require|are unable|can't|cannot)\b|"
    r"\bfor (?:support|help|advice|emergenc\w+)\b|\bin an? emergency\b|\bout of hours\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:first|before (?:you |your |coming|attending|visiting|turning|the|arriv\w+)|beforehand|in advance|"
    r"prior to|ahead)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:essential|required|necessary|must|only|compulsory|needed|please book|pre-?book\w*|in advance|"
    r"eventbrite|has to be|have to)\b"
)

_REFERRERS = ("gp", "doctor", "social worker", "visitor", "midwife", "school", "coordinator", "link worker")
_HINTS_OF_BOOKING = tuple(
    "book|appointment|appt|arrangement|ticket|eventbrite|reserve|secure|regist|enrol|sign".split("|")
)
_HINTS_OF_DROP_IN = tuple(
    "no need|drop|turn|just |come|pop |walk|open access|call in|book|appointment|regist|sign".split("|")
)
_HINTS_OF_CONTACT = tuple(
    "ring|phone|call|text|mail|message|whatsapp|contact|get in touch|speak to|ask |enquire".split("|")
)


@remembered
def read_how_to_start(text: str) -> HowToStart | None:
    """What a person does to come the first time, as far as `text` surely says; None where it does not."""
    words = plain_words(text)
    small = words.lower()
    drop_in = _drops_in(small)
    booked = speaks_of(small, *_HINTS_OF_BOOKING) and _BOOK.search(_NO_BOOKING.sub(" ~ ", small))
    if drop_in and booked:
        return None if _MUST.search(_NO_BOOKING.sub(" ~ ", small)) else HowToStart.DROP_IN
    rings = _rings(words)
    if drop_in:
        return (
            HowToStart.CONTACT_FIRST
            if rings and _FIRST.search(words[rings.end() : rings.end() + 40])
            else HowToStart.DROP_IN
        )
    if _self_refers(small):
        return HowToStart.CONTACT_FIRST
    if _is_referred(small):
        return (
            HowToStart.CONTACT_FIRST
            if rings and re.search(r"\bor\W+$", words[: rings.start() + 3].lower())
            else HowToStart.REFERRAL
        )
    if booked:
        return HowToStart.BOOK
    return HowToStart.CONTACT_FIRST if rings else None


def _drops_in(words: str) -> bool:
    if not speaks_of(words, *_HINTS_OF_DROP_IN) or _NOT_DROP_IN.search(words):
        return False
    return _NO_BOOKING.search(words) is not None or _DROP_IN.search(words) is not None


def _self_refers(words: str) -> bool:
    return (
        speaks_of(words, "self", "refer")
        and _SELF_REFERRAL.search(words) is not None
        and not _NO_SELF_REFERRAL.search(words)
    )


def _is_referred(words: str) -> bool:
    if not speaks_of(words, "refer", "voucher") and not (speaks_of(words, "your ") and speaks_of(words, *_REFERRERS)):
        return False
    if _NO_SELF_REFERRAL.search(words):
        return True
    return _REFERRED.search(_SELF_REFERRAL.sub(" ~ ", _NO_REFERRAL.sub(" ~ ", words))) is not None


def _rings(words: str) -> re.Match[str] | None:
    if not speaks_of(words, *_HINTS_OF_CONTACT):
        return None
    for found in _CONTACT.finditer(words):
        verb = (
            None
            if found.group().lower().startswith("give")
            else re.search(
                r"\b(?:ring|phone|telephone|call|text|e-?mail|message|whatsapp|contact)\b", found.group(), re.I
            )
        )
        begin, end = (found.start() + verb.start(), found.start() + verb.end()) if verb else found.span()
        if _NOT_HER_CALL.search(words[max(0, begin - 12) : begin]) or _EMERGENCY_OR_DEVICE.match(words[end:]):
            continue
        if not _CONTACT_FOR_OTHER_THINGS.search(
            re.split(r"[.;\n]", words[max(0, found.start() - 30) : found.end() + 90])[0]
        ):
            return found
    return None
