"""Words that must reach help before anything else: suicide, self-harm, abuse, danger, a child at risk.

Rules, no model: the same words get the same answer every time, and every answer can be traced to one line of
`urgent_rules.py`. In doubt the rules alarm. What they are silent about ("not suicidal any more", a brother's suicide
long ago) still meets the crisis strip that stands on every page. The red-team list beside the tests holds them.
"""

import re
from dataclasses import dataclass
from functools import cache

from recommender.crisis_contacts import CrisisContact, list_contacts
from recommender.urgent_rules import FRESH, GRIEF, KINDS, LONG_AGO, RULES, TOPIC, Kind, Rule
from recommender.urgent_wording import Wording, one_spelling


@dataclass(frozen=True, slots=True)
class Urgent:
    """What was heard, whom to ring in this order, and the very words that said it."""

    kind: Kind
    contacts: tuple[CrisisContact, ...]
    words: str


_NOT_BEFORE = re.compile(
    r"(?<!\S)(?:not|never|isnt|wasnt|arent|werent|dont|doesnt|didnt|havent|hasnt|wouldnt|wont|no longer|nor|no|without|stopped|"
    r"neither|nothing|hadnt|nobody|past (?:all )?(?:the|that|my|being|feeling)|over (?:the|that|my|being|feeling))"
    r"(?: (?:feel|feeling|felt|feels|been|be|being|going|to|want|wanted|wants|wanting|think|thinking|thought|about|having|have|had|has|"
    r"a|any|an|actively|at all|planning|plan|plans|i|im|am|would|will|ever|in|of|hes|shes|she|he|is|was|like|tried|trying|attempted|"
    r"intend|intending|intention|thoughts|suffer|suffering|experiencing|experienced|anymore|longer|thinking of|the|his|her|myself|do|doing|"
    r"act|acting|on|urge|urges|or|consider|considering|considered|need|anything|going through|victim|it|that|get|getting))* $"
)
_OVER = re.compile(
    r"(?:\| |and |but |though )*(?:not|never|im|i am|ive|hes|shes|that|thats|all|am|its|it|but|doing|been|feel|feeling|he is|she is| )*"
    r"(?:not anymore|anymore{0}|no longer|not now|never again|(?:much |so much |a lot |lots |doing |feeling |fully )*(?:better|recovered|"
    r"in recovery|well|fine|ok|okay|good|stable|happy|clean|free)(?: now| these days| today)?(?= \||$| and| but| now| thanks| these)|behind me|in the past|years? (?:clean|free))"
)
_BETTER = re.compile(
    r"(?:but|and|though|\|) (?:now )?(?:im|i am|ive been|i feel|hes|shes|he is|she is|feel|doing|feeling|things are|im doing|it is|its) (?:\w+ )?(?:much |so much |a lot |lots |way )?"
    r"(?:better|recovered|in recovery|well|fine|ok|okay|good|stable|happy|clean|past that|over it|not anymore|in a (?:good|better) place|through it|out the other side)(?! if)|\b(?:that was (?:\w+ ){0,3}ago|i said no|said i wasnt|told (?:him|her|them) no|i said i wasnt)\b"
)
_BEHIND = re.compile(
    r"(?:days|stuff|phase|thoughts|times?|feelings) (?:are |is |all )*(?:behind me|over|long gone|in the past)\b"
)
_WAS = re.compile(
    r"(?<!\S)(?:was|were|used to|had been|felt|went through|history|once|had|years ago|when i was|suffered|struggled with|been)(?!\w)"
)
_LONG_AGO = re.compile(LONG_AGO)
_FRESH = re.compile(FRESH)
_TOPIC = re.compile(TOPIC)
_GRIEF = re.compile(GRIEF)
_NAMES_IT = re.compile(
    r"suicid|overdose|death|selfharm|domestic|abus|violen|refuge|groom|safeguarding|fgm|exploitation|slavery|neglect|protection|crisis|stalk|rape"
)
_STILL_ALIVE = re.compile(
    r"\b(?:(?:feel|feeling|im|i am|hes|shes|is) suicidal|attempt\w*|tried|trying|threat\w*|thoughts|thinking)\b"
)
_LIVES_IT = re.compile(
    r"\b(?:i|ive|im|my|me|us|her|him|his|she|he|hits?|being|been|feel\w*|want\w*|tried|try\w*|think\w*|thought|thoughts|attempt\w*|consider\w*|contemplat\w*|plan\w*|going to|"
    r"threat\w*|commit\w*|tempted|watch|suicidal)\b"
)


def read_urgent(words: str) -> Urgent | None:
    """What in these words asks for help now, or None. The first of `KINDS` leads where there are several."""
    wording = one_spelling(words)
    heard: dict[Kind, str] = {}
    for rule in RULES:
        if rule.kind not in heard and (found := _first(rule, wording)):
            heard[rule.kind] = found
    kinds = [kind for kind in KINDS if kind in heard]
    return Urgent(kinds[0], list_contacts(kinds), heard[kinds[0]]) if kinds else None


def urgent_help(kind: Kind) -> Urgent:
    """Whom to ring for a kind of need that was chosen, not read from words."""
    return Urgent(kind, list_contacts([kind]), "")


def _first(rule: Rule, wording: Wording) -> str | None:
    """The words that a rule hears and that nothing makes ordinary."""
    says, unless = _compiled(rule)
    for match in says.finditer(wording.said):
        excused = unless is not None and unless.search(_around(wording.said, match, 8))
        if not excused and not _ordinary(rule, wording.said, match):
            return wording.quote(match.start(), match.end())
    return None


@cache
def _compiled(rule: Rule) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    return rule.compiled()


def _ordinary(rule: Rule, said: str, match: re.Match[str]) -> bool:
    before, after = said[: match.start()], said[match.end() :].lstrip()
    if rule.negatable and _NOT_BEFORE.search(before):
        return True
    near = _around(said, match, 10)
    if rule.past and _LONG_AGO.search(near) and not _FRESH.search(near):
        return True
    if rule.kind in ("suicide", "self_harm") and _is_over(before[-80:] + match.group(), after):
        return True
    return _is_subject(match, said) or _is_bereaved(match.group(), near)


def _is_over(until: str, after: str) -> bool:
    """Thoughts she had and has no more: "I was suicidal but I'm much better now"."""
    return bool(_BEHIND.match(after) or (_WAS.search(until) and (_OVER.match(after) or _BETTER.search(after[:80]))))


def _is_subject(match: re.Match[str], said: str) -> bool:
    """Harm as a subject: a course, a talk, a charity run. What is felt, done or suffered is never one."""
    words = match.group()
    return bool(_NAMES_IT.search(words) and not _LIVES_IT.search(words) and _TOPIC.search(_around(said, match, 6)))


def _is_bereaved(words: str, near: str) -> bool:
    """Somebody else's death by suicide: grief, which has its own need."""
    if not re.search(r"suicid|killed|took|end(?:ed)? (?:his|her)", words) or _STILL_ALIVE.search(near):
        return False
    return bool(_GRIEF.search(near)) and "myself" not in words


def _around(said: str, match: re.Match[str], words: int) -> str:
    """The match with this many words before and after it."""
    before = said[: match.start()].split()[-words:]
    after = said[match.end() :].split()[:words]
    return " ".join([*before, match.group(), *after])
