"""What a description says of its own offer: what it denies, and what it only mentions, left out."""

import re

_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+", re.IGNORECASE)
_MAY_NOT = re.compile(
    r"n['’]t|\b(?:not|no|unable|never|except|excluding|rather|instead|near|nearby|behind|opposite|next|beside|above|"
    r"across|corner|adjacent|formerly|previously|funded|funding|proceeds|aid of|raising|partnership|hosted|"
    r"commissioned|referr\w*|signpost\w*|999|111|samaritans|emergency|cannot|non|without|gp|doctor|nurse|crisis|midwife|council|police|in|at|inside|from|outside|staff|"
    r"professionals|employers)\b",
    re.IGNORECASE,
)
"""Without one of these there is nothing to leave out, and most texts are read no further."""

_REST = r"(?:(?! but )[^.;!?\n])*"
_PLACES = (
    r"(?:librar(?:y|ies)|church|church hall|chapel|cathedral|mosque|temple|museum|gallery|theatre|cinema|"
    r"community (?:centre|hall|cafe|hub)|village hall|memorial hall|town hall|sports? centre|leisure centre|"
    r"(?:children's|childrens|health|youth|day|family|arts|resource|carers?'?|women's|shopping|garden) centre|"
    r"family hub|job ?centre|school|primary|academy|college|university|hall|park|pub|cafe|hospital|surgery|"
    r"medical centre|gym|pool|football (?:club|ground)|bowls club|cricket club|rugby club|social club|allotments?)"
)
_CUTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "We do not offer debt advice"; not "it's not just a choir", and not "if you cannot pay".
        r"\b(?:we|it|this|they|there|service|services|sessions?|group|staff|volunteers|team|course|centre|club|cafe|"
        r"project|charity|unfortunately|sorry|please note)\b,?(?:\s+[\w']+){0,2}?\s*"
        r"(?:(?:do|does|is|are|was|will|can|could|has|have)(?: not|n['’]t)|can ?not|can['’]t|won['’]t|no longer|never|"
        r"(?:un|not )able to)\b(?! (?:only|just|simply|merely))" + _REST,
        r"\bnot able to (?:offer|provide|help|give|take|accept|advise|deal)\b" + _REST,
        r"\bunable to (?:offer|provide|help|give|take|accept|advise|deal)\b" + _REST,
        r"(?:^|(?<=[.;!\n]))\s*(?:not|no|never)\b(?! ?(?:one|body|just|only|sure|coping|sleeping|working))"
        r"(?:(?! but )[^.;!?,\n])*(?=[.;!,\n]|$| but )",
        r"\b(?:except|excluding|other than|rather than|instead of|apart from)\b[^.,;!?\n]*",
        # "Behind the food bank", "funded by the housing association".
        r"\b(?:near(?:by)?(?: to)?|behind|opposite|next (?:door )?to|beside|above the|across (?:the \w+ )?from|"
        r"(?:round|around) the corner from|adjacent to|adjoining|minutes'? (?:walk )?from|in the grounds of|"
        r"formerly|previously|funded by|(?:with|thanks to) funding from|thanks to|in aid of|proceeds (?:go )?to|"
        r"raising (?:money|funds) for|in partnership with|hosted by|commissioned by)\b[^.,;:!?()\n]*",
        r"\b(?:referrals?|referred|referring) (?:only )?(?:from|by|via|through|in by)\b[^.,;!?\n]*",
        r"\b(?:signpost\w*|refer (?:you |people |them |clients )?(?:on )?to|referrals? (?:on )?to)\b[^.;!?\n]*",
        # "If you feel suicidal ring 999."
        r"[^.!?\n]*\b(?:if|when|in (?:an? )?(?:emergency|crisis))\b[^.!?\n]*\b(?:999|111|116 ?123|a ?& ?e|samaritans|"
        r"the police|emergency services)\b[^.!?\n]*",
        r"\b(?:ring|call|phone|contact|speak to|see|ask|text) (?:your|the|a) (?:own )?(?:gp|doctor|practice nurse|"
        r"crisis team|midwife|social worker|health visitor|council|police)\b[^.;!?\n]*",
        # "Not religious", "no therapy", "without advice".
        r"\b(?:not|non|without)\b[ -](?:an? |any |the |yet )?(?!just|only|simply|merely|sure|coping|sleeping|working|"
        r"eating|in|on|so|being|having|going|a home|work|food|money|heating)[\w']+",
        r"\bno (?!one|body|home|food|money|friends|family|heating|hot|idea|job|roof|recourse|fixed)[\w']+(?: [\w']+)?",
        r"\b(?:training|courses?|workshops?|supervision|consultancy|advice) (?:for|to) (?:[\w']+ ){0,3}(?:staff|"
        r"professionals|employers|teachers|practitioners|businesses|charities|organisations|agencies)\b[^.;!?\n]*",
        # "In the library" is where it meets.
        r"\b(?:in|at|inside|outside|from)\s+(?:(?:the|our|your|a|local)\s+)?"
        r"(?:(?!(?:in|at|with|for|and|of|to|on|who|a|an)\b)[\w'.-]+\s+){0,3}?" + _PLACES + r"\b",
    )
)


def offered(text: str) -> str:
    """The text without clauses that say what is not offered, where it is, who pays, or whom else to ask."""
    text = _ADDRESS.sub(" ", text) if "@" in text or "www." in text or "://" in text else text
    if not _MAY_NOT.search(text):
        return text
    for cut in _CUTS:
        text = cut.sub(" , ", text)
    return text
