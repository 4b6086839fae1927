"""What a description says of its own offer: what it denies, and what it only mentions, left out."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]+")

_REST = r"(?:(?! but )[^.;!?\n])*"
_PLACES = (
    r"(?:librar(?:y|ies)|church|church hall|chapel|cathedral|mosque|temple|museum|gallery|theatre|cinema|"
    r"community (?:centre|hall|cafe|hub)|village hall|memorial hall|town hall|sports? centre|leisure centre|"
    r"(?:children's|childrens|health|youth|day|family|arts|resource|carers?'?|women's|shopping|garden) centre|"
    r"family hub|job ?centre|school|primary|academy|college|university|hall|park|pub|cafe|hospital|surgery|"
    r"medical centre|gym|pool|football (?:club|ground)|bowls club|cricket club|rugby club|social club|allotments?)"
)


@dataclass(frozen=True)
class _Cut:
    """A pattern of what is left out, and the words without one of which it cannot stand there."""

    words: frozenset[str]
    pattern: re.Pattern[str]


def _cut(words: str, pattern: str) -> _Cut:
    return _Cut(frozenset(words.split()), re.compile(pattern, re.IGNORECASE))


_CUTS = (
    # "We do not offer debt advice"; not "it's not just a choir", and not "if you cannot pay".
    _cut(
        "not t can cannot unable longer never don doesn isn aren can won cant",
        r"\b(?:we|it|this|they|there|service|services|sessions?|group|staff|volunteers|team|course|centre|club|cafe|"
        r"project|charity|unfortunately|sorry|please note)\b,?(?:\s+[\w']+){0,2}?\s*"
        r"(?:(?:do|does|is|are|was|will|can|could|has|have)(?: not|n['’]t)|can ?not|can['’]t|won['’]t|no longer|never|"
        r"(?:un|not )able to)\b(?! (?:only|just|simply|merely))" + _REST,
    ),
    # "Debt advice is not available."
    _cut(
        "not isn aren",
        r"(?:^|(?<=[.,;!?\n]))[^.,;!?\n]*?\b(?:(?:is|are|was) (?:not|no longer)|isn['’]t|aren['’]t) (?:currently )?"
        r"(?:available|offered|provided|included|covered|possible|running|on offer)\b",
    ),
    _cut(
        "able unable",
        r"\b(?:not |un)able to (?:offer|provide|help|give|take|accept|advise|deal|work|support)\b" + _REST,
    ),
    _cut(
        "not no never",
        r"(?:^|(?<=[.;!\n]))\s*(?:not|no|never)\b(?! ?(?:one|body|just|only|sure|coping|sleeping|working))"
        r"(?:(?! but )[^.;!?,\n])*(?=[.;!,\n]|$| but )",
    ),
    _cut(
        "except excluding other rather instead apart",
        r"\b(?:except|excluding|other than|rather than|instead of|apart from)\b[^.,;!?\n]*",
    ),
    # "Behind the food bank", "funded by the housing association".
    _cut(
        "near nearby behind opposite next beside above across corner adjacent adjoining minutes minute grounds formerly "
        "previously funded funding thanks aid proceeds raising partnership hosted commissioned",
        r"\b(?:near(?:by)?(?: to)?|behind|opposite|next (?:door )?to|beside|above the|across (?:the \w+ )?from|"
        r"(?:round|around) the corner from|adjacent to|adjoining|minutes'? (?:walk )?from|in the grounds of|"
        r"formerly|previously|funded by|(?:with|thanks to) funding from|thanks to|in aid of|proceeds (?:go )?to|"
        r"raising (?:money|funds) for|in partnership with|hosted by|commissioned by)\b[^.,;:!?()\n]*",
    ),
    _cut(
        "referral referrals referred referring",
        r"\b(?:referrals?|referred|referring) (?:only )?(?:from|by|via|through|in by)\b[^.,;!?\n]*",
    ),
    _cut(
        "signpost signposts signposting signposted refer referral referrals",
        r"\b(?:signpost\w*|refer (?:you |people |them |clients )?(?:on )?to|referrals? (?:on )?to)\b[^.;!?\n]*",
    ),
    # "If you feel suicidal ring 999."
    _cut(
        "999 111 116123 116 e samaritans police emergency",
        r"(?:^|(?<=[.!?\n]))[^.!?\n]*?\b(?:if|when|in (?:an? )?(?:emergency|crisis))\b[^.!?\n]*?\b(?:999|111|116 ?123|a ?& ?e|samaritans|"
        r"the police|emergency services)\b[^.!?\n]*",
    ),
    _cut(
        "gp doctor nurse crisis midwife worker visitor council police",
        r"\b(?:ring|call|phone|contact|speak to|see|ask|text) (?:your|the|a) (?:own )?(?:gp|doctor|practice nurse|"
        r"crisis team|midwife|social worker|health visitor|council|police)\b[^.;!?\n]*",
    ),
    # "Not religious", "no therapy", "without advice".
    _cut(
        "not non without",
        r"\b(?:not|non|without)\b[ -](?:an? |any |the |yet )?(?!just|only|simply|merely|sure|coping|sleeping|working|"
        r"eating|in|on|so|being|having|going|a home|work|food|money|heating)[\w']+(?: (?:service|line)\b)?",
    ),
    _cut(
        "no",
        r"\bno (?!one|body|home|food|money|friends|family|heating|hot|idea|job|roof|recourse|fixed)[\w']+(?: [\w']+)?",
    ),
    _cut(
        "staff professionals employers teachers practitioners businesses charities organisations agencies officers",
        r"\b(?:training|courses?|workshops?|supervision|consultancy|advice) (?:for|to) (?:[\w']+ ){0,3}(?:staff|"
        r"professionals|employers|teachers|practitioners|businesses|charities|organisations|agencies|officers)\b"
        r"[^.;!?\n]*",
    ),
    # "In the library" is where it meets.
    _cut(
        "library libraries church chapel cathedral mosque temple museum gallery theatre cinema centre hall hub cafe school "
        "primary academy college university park pub hospital surgery gym pool club ground allotment allotments jobcentre",
        r"\b(?:in|at|inside|outside|from)\s+(?:(?:the|our|your|a|local)\s+)?"
        r"(?:(?!(?:in|at|with|for|and|of|to|on|who|a|an)\b)[\w'.-]+\s+){0,3}?" + _PLACES + r"\b",
    ),
)


def offered(text: str) -> str:
    """The text without clauses that say what is not offered, where it is, who pays, or whom else to ask."""
    text = _ADDRESS.sub(" ", text) if "@" in text or "www." in text or "://" in text else text
    words = set(_WORD.findall(text.lower()))
    for cut in _CUTS:
        if not cut.words.isdisjoint(words):
            text = cut.pattern.sub(" , ", text)
    return text
