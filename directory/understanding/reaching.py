"""How what has no place of its own reaches a person: it comes to her home, or the two talk on the telephone.

Where there is a place a telephone is only for asking; where there is none, "ring us any time" is what one does there.
"""

import re

from directory.kinds import Attending
from directory.understanding.remembering import remembered
from directory.understanding.wording import plain_words

_COMES = re.compile(
    r"\b(?:comes?|coming|pops?|popping|calls?|calling) (?:round|out|over)\b(?! (?:to (?:the|our) (?:office|hall|centre)|and see us))|"
    r"\b(?:comes?|coming|calls?|visits?|brought|delivered?|delivers|drives?|straight|right|knocks?) (?:to |at |on )?(?:your(?: own)?(?: kitchen)?|people's|their(?: own)?) "
    r"(?:house|home|homes|door|doorstep|step|place|table|kitchen|flat)\b|\b(?:comes?|coming) to (?:you\b|the (?:house|home)\b|yours\b)|"
    r"\b(?:meet|collect|fetch|pick) you (?:up )?(?:at|from) (?:your (?:own )?(?:step|door|house|home|doorstep)|home|your own)\b|"
    r"\bsees? you to (?:the|your) door\b|\bdoor[- ]to[- ]door\b|\bleft in your kitchen\b|\b(?:to|at|on|through) your (?:own )?(?:door|doorstep|letterbox)\b|"
    r"\bwe(?:'ll)? visit (?:weekly|people|you|every|older)\b|\bmade up and delivered\b|\bwe deliver (?:to|across|in|on|all over|anywhere|round|food|parcels|meals|shopping|hot)\b|\b(?:sit|sits|sitting) (?:in )?with (?:him|her|them)\b|"
    r"\b(?:adapted|volunteer|our) (?:minibus(?:es)?|drivers?)\b|\b(?:drive|drives|take|takes) you (?:there|to)\b|\bhome, (?:hospital|school|caf[eé]|ward)\b|"
    r"\bround (?:to )?yours\b|\bchange the locks\b|\bmeet you at your\b"
)
_RINGS = re.compile(
    r"\b(?:we(?:'ll| will)?|volunteers?|vols?|someone|somebody|worker|carer|voice|friend|adviser|coach|who has done it herself|through it|sister \w+|"
    r"(?:a|the same|same|one) \w+(?: \w+)?) (?:rings?|phones?|telephones?|calls?)(?! (?:round|out|at|in|over|to|for|on (?:you|your)|it|back|the (?:council|company|collectors|creditors|landlord)|ahead)\b)"
    r"(?= (?:you|them|every|each|once|weekly|on the|same|for (?:half|a |an )|any)\b|\W*$)|"
    r"\b(?:rings?|phones?|calls?) (?:you|them|every day|each|on the landline|same time)\b(?! (?:back when|to (?:arrange|book|confirm)))|"
    r"\bdown the (?:phone|line)\b|\b(?:tele)?phone[- ](?:money|debt|tree|chapel|triage|adviser|advice|chat|natter|counselling|support|befriending|or video)\b|"
    r"\b(?:tel|telephone|phone|calls?) only\b|\bone[- ]to[- ]one calls\b|\bthat's when we ring\b|\b(?:home|hospital|video|text|email),? or (?:tele)?phone\b|\bby (?:tele)?phone\b"
)
_LINE = re.compile(
    r"\b(?:ring|call|phone|text|message)(?:,? (?:or|and) (?:ring|call|phone|text|message))?(?: us)?"
    r"(?:$|[.,;:-]| (?:any (?:time|hour)|anytime|day or night|night or day|from any phone|from a friend's|even if|anyway|whenever|up to|before (?:\d|nine|ten|six)|a safe time|"
    r"and (?:talk|speak|say|tell|someone)|or text|in confidence|until|till|free))|"
    r"\byou can ring us\b|\bsomeone answers\b|\buse this number\b|\bcallers\b|\bfreephone\b|\bwe never leave voicemails\b|\bi?f (?:you|anyone) (?:are|is) .{0,60} ring us\b"
)
"""What one does with a line. A service that comes to the home is rung too, to ask for it."""
_TO_BOOK = re.compile(
    r"\b(?:ring|call|phone|text|message)(?: us| \w+)? (?:to (?:book|arrange|join|reserve|order|refer|ask|request)|first|ahead|for (?:a place|details|an appointment|times))\b|"
    r"\b(?:to book|for details|to refer|to arrange|for a place)[,:]? (?:please )?(?:ring|call|phone|text)\b"
)
_HINTS = re.compile(
    r"ring|call|phone|tel|text|messag|com[ei]|pop|visit|deliver|door|hom|driv|mini|knock|kitchen|yours|lock|sit|meet|step|take"
)


@remembered
def read_reaching(text: str) -> tuple[Attending, ...]:
    """PHONE and HOME_VISIT as far as the words of a service without a venue say them."""
    small = plain_words(text).lower()
    if not _HINTS.search(small):
        return ()
    comes = _COMES.search(small) is not None
    words = _TO_BOOK.sub(" ~ ", small)
    rings = _RINGS.search(words) is not None or (not comes and _LINE.search(words) is not None)
    said = ((Attending.PHONE, rings), (Attending.HOME_VISIT, comes))
    return tuple(way for way, is_so in said if is_so)
