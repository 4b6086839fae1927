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
_NAMES_IT = re.compile(r"suicid|overdose|death")
_LIVES_IT = re.compile(
    r"\b(?:i|ive|im|my|feel\w*|want\w*|tried|try\w*|think\w*|thought|thoughts|attempt\w*|consider\w*|contemplat\w*|plan\w*|going to|"
    r"threat\w*|commit\w*|tempted|watch|suicidal)\b"
)
_SOMEONE_ELSES = re.compile(
    r"(?:brother|sister|dad|mum|son|daughter|friend|mate|husband|wife|partner|uncle|cousin|nan|grandad|he|she|who|someone|neighbour|lad|"
    r"colleague|boyfriend|girlfriend|they|father|mother|nephew|niece|people) (?:\w+ ){0,4}$"
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


def _first(rule: Rule, wording: Wording) -> str | None:
    """The words that a rule hears and that nothing makes ordinary."""
    says, unless = _compiled(rule)
    if unless and unless.search(wording.said):
        return None
    for match in says.finditer(wording.said):
        if not _ordinary(rule, wording.said, match):
            return wording.quote(match.start(), match.end())
    return None


@cache
def _compiled(rule: Rule) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    return rule.compiled()


def _ordinary(rule: Rule, said: str, match: re.Match[str]) -> bool:
    before, after = said[: match.start()], said[match.end() :].lstrip()
    if rule.negatable and _NOT_BEFORE.search(before):
        return True
    if rule.past and _LONG_AGO.search(said) and not _FRESH.search(said):
        return True
    if rule.kind in ("suicide", "self_harm") and _BEHIND.match(after):
        return True
    if (
        rule.kind in ("suicide", "self_harm")
        and _WAS.search(before + match.group())
        and (_OVER.match(after) or _BETTER.search(after))
    ):
        return True
    return _is_subject(match.group(), said) or _is_bereaved(match.group(), before, said)


def _is_subject(words: str, said: str) -> bool:
    """Suicide as a subject: a course, a talk, a charity run. What is thought, felt, planned or tried is never one."""
    return bool(_NAMES_IT.search(words) and not _LIVES_IT.search(words) and _TOPIC.search(said))


def _is_bereaved(words: str, before: str, said: str) -> bool:
    """Somebody else's death by suicide: grief, which has its own need."""
    if not re.search(r"suicid|killed|took", words):
        return False
    return (
        bool(_GRIEF.search(said))
        and "myself" not in words
        and not re.search(r"\b(?:feel|feeling|im|i am) suicidal\b", said)
    )
