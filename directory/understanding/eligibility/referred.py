"""Who must send a person, where she cannot come by herself: her doctor, or any professional."""

import re

from directory.understanding.eligibility.sentences import Sentence

GP, PROFESSIONAL = "gp", "professional"
_HINTS = frozenset(
    "refer refers referral referrals referred voucher vouchers gp gps doctor doctors surgery worker workers agency agencies prescription "
    "professional professionals visitor school schools midwife staff social cpn clinician application applications apply applies coordinator ordinator court cafcass solicitor head emails".split()
)
_APPLYING = frozenset({"refers", "applies", "sent", "head", "headteacher", "court", "cafcass", "solicitor"})
_GP = re.compile(r"\b(?:gps?|doctors?|surgery|practice nurse|consultant|hospital team)\b")
_PROFESSIONAL = (
    r"(?:professionals?|ward staff|cpns?|care co-?ordinators?|clinicians?|lead professional|worker of some kind|family workers?|a worker|leaving care|agenc(?:y|ies)|social workers?|support workers?|health visitors?|midwi(?:fe|ves)|schools?|probation(?: officers?)?|"
    r"link workers?|social prescribers?|key ?workers?|housing officers?|care coordinators?|cab|citizens advice|job ?centre|council|"
    r"police|camhs|hospital|nurse|idva|early help|workers?|partner organisations?|gps?|doctors?|surgery|pa|advis[eo]rs?|caseworkers?|consultant|teachers?|someone official|senco)"
)
_SENT = re.compile(
    rf"\b(?:{_PROFESSIONAL})(?:(?:,? (?:or|and|&) |, |/)(?:an? |your |the )?{_PROFESSIONAL})*(?:'s)? (?:has to|have to|must|needs? to|will need to|should|"
    rf"(?:can|to) ) ?(?:please )?(?:send|refer|fill|ring|make|put|do|complete|sign|email|apply|contact|ask)|"
    rf"\b{_PROFESSIONAL}(?:(?:,? (?:or|and|&) |, | ?/ ?)(?:an? |your |the |any )?(?:\w+ )?{_PROFESSIONAL})* (?:fills?|sends?|puts?|makes?|refers?|applies|signs?|completes?|requests?|emails?) "
    rf"(?:in |off |up )?(?:our|us|the|an?|you|it|your|for)\b|"
    rf"\breferrals? (?:is |are |only )*(?:via|through) (?!phone|e-?mail|self|our|the form|website|online|form|text|telephone|the website|a form)\w|"
    rf"\b(?:ask|get|tell) (?:your |a |the )?(?:\w+ )?{_PROFESSIONAL}(?:(?:,? (?:or|and|&) |, |/)(?:an? |your |the )?{_PROFESSIONAL})* to (?:refer|send|fill|ring|make|do|put|email|complete|contact)|"
    rf"\b(?:gp|doctor'?s?|professional|agency|social worker|school|clinical|hospital|nhs|health|consultant|statutory|worker)"
    rf"(?:(?:,? (?:or|and|&) |/)(?:\w+ ){{0,2}}{_PROFESSIONAL})*[ -]?referrals?\b(?! (?:not|isn't))(?: only)?|"
    rf"\breferr(?:ed|als?)\b(?: (?:is|are|must|can|only|be|come|made|taken|accepted|needed|required|form|forms|needs to be|to us|in|have to))*"
    rf" (?:by|from|via|through) (?:an? |your |the |any |other |local |your own )*(?:\w+ )?{_PROFESSIONAL}|"
    rf"\b(?:only|accepted only|applications?(?: are)?(?: accepted)?(?: only)?|come|comes|through|via|by) (?:accept(?:ed|s)? )?(?:only )?(?:by|from|via|through) (?:an? |your |the |any )*{_PROFESSIONAL}|"
    rf"\b(?:by |on )?prescription (?:from|by|only)|\bthrough your (?:\w+ )?{_PROFESSIONAL}|"
    rf"\b(?:red |paper |food ?bank |foodbank |e-?)?vouchers?\b[^.]{{0,30}}\b(?:from|needed|required|only|holders?|first|by)\b|\b(?:bring|need|with|have|get|got to have) (?:a |an |your |the )?(?:\w+ )?(?:food |red )?vouchers?(?= (?:from|off|and|first|$)| ?\((?:from )?(?:school|gp|cab|doctor|social|health|agenc))|voucher holders|"
    rf"\b(?:you )?(?:need|needs|must have|bring|get) (?:a |an )?(?:letter|form|note|slip|referral)(?: form)? (?:from|off|signed by|by) (?:an? |your |the )?(?:\w+ )?{_PROFESSIONAL}|"
    r"\bassessment by (?:adult )?social (?:care|services)|\breferrals? (?:only|essential|needed|required|necessary)\b|\b(?:by|on) referral\b(?! or)|\bneed(?:s|ed)? (?:a |to be )?referr(?:al|ed)|\bmust be referred\b|\bprofessionals only\b|"
    rf"\b(?:individuals|people|you) (?:cannot|can't|can not) (?:apply|refer|self[- ]?refer)(?: \w+)?"
)
_SOMEONE = rf"(?:head of year|head ?teachers?|school nurses?|courts?|cafcass|solicitors?|{_PROFESSIONAL})"
_APPLIES = re.compile(
    rf"\b{_SOMEONE}(?:(?:,? (?:or|and|&) |, | ?/ ?)(?:\w+ ){{0,2}}{_SOMEONE})* (?:refers|applies)(?=\W*$|[.,;])|"
    r"\b(?:families|people|those|parents|women|men|anyone|children|referred|only) sent (?:to us )?by (?:the |a |an |your )?(?:courts?|cafcass|solicitors?|social|gp|school|probation|council|police)|"
    rf"\b{_SOMEONE}(?:(?:,? (?:or|and|&) |, | ?/ ?)(?:an? |your |the )?{_SOMEONE})* (?:fills?|sends?|makes?|signs?|completes?|emails?) (?:in |off )?(?:our|us|the|an?|you)\b"
)
""" "Your social worker applies.", "families sent by the court"."""
_NO_NEED = re.compile(
    r"\b(?:no|not|n't|without|never)(?: (?:an?|any|need(?:ed)?|gp|to be|need to be|have to be|formal|or|voucher|for an?|need for|you|we|want|ask for|require|a gp|doctor's))*"
    r" (?:gp |doctor'?s? |agency )?(?:referr(?:al|ed)|vouchers?(?!,? no )|letter|note|form)|(?<!self-)(?<!self )\breferrals? (?:is |are )?(?:not|n't|isn't)|\bformula vouchers|"
    r"\b(?:shopping|gift|food|high street|asda|tesco|love2shop) vouchers?(?! from)"
)
_SELF = re.compile(
    r"(?<!no )(?<!not )(?<!not accept )(?<!can't )(?<!cannot )\bself[- ]?referr?\w*|\brefer (?:yourself|yourselves|themselves)|\bor (?:just |simply |come )?(?:yourself|self\b|ring|call|phone|turn up|drop in|come|walk in|pop|ask|message|text|by yourself)|"
    r"\byou can (?:also )?(?:ask|refer|ring|come|apply)|\bask yourself|\bby yourself|\bor (?:you\b|on your own|directly)|\bor a (?:friend|relative|family)|\b(?:yourself|self),? or\b"
)
_CANNOT_SELF = re.compile(
    r"\b(?:no|not|cannot|can't|don't|do not|n't)(?: \w+){0,3} self[- ]?refer\w*|\bself[- ]?referrals? (?:is |are )?(?:not|cannot|can't|isn't|aren't)"
)
_RINGS_HIM = re.compile(
    r"\b(?:speak|talk|check) (?:to|with) your (?:gp|doctor)|\b(?:alongside|with) your (?:gp|doctor)|\bwe (?:refer|can refer|make referrals|work with)|\bregister"
)


def read_referral(sentence: Sentence) -> str | None:
    """`GP` or `PROFESSIONAL` where only they can send somebody; None where she may ask herself."""
    if _HINTS.isdisjoint(sentence.terms):
        return None
    words = _NO_NEED.sub(" ~ ", sentence.small)
    if not _CANNOT_SELF.search(words) and _SELF.search(words):
        return None
    found = _SENT.search(words) or (None if _APPLYING.isdisjoint(sentence.terms) else _APPLIES.search(words))
    if found is None or _RINGS_HIM.search(words[max(0, found.start() - 10) : found.end() + 10]):
        return None
    near = words[max(0, found.start() - 20) : found.end() + 60]
    others = re.sub(r"\bgps?\b|\bdoctors?\b|\bsurgery\b|\bconsultant\b|\bpractice nurse\b", "", near)
    return (
        GP
        if _GP.search(near) and " etc" not in near and not re.search(rf"\b{_PROFESSIONAL}\b", others)
        else PROFESSIONAL
    )


def may_come_herself(small: str) -> bool:
    """Whether a sentence says that nobody need send her."""
    return _NO_NEED.search(small) is not None or (
        _SELF.search(small) is not None and _CANNOT_SELF.search(small) is None
    )
