"""What she asks to be kept away from: "nothing churchy", "no gyms", "not with men there"."""

import re
from collections.abc import Iterator

from recommender.told.findings import Finding, find
from recommender.told.persons import Person
from recommender.told.speech import Speech

_KEPT_AWAY = re.compile(
    r"\b(?:nothing|nowhere|not|avoid|avoiding|hate|hates|cant stand|cant bear|cant abide|cant be doing with|dont want|dont like|doesnt like|dont fancy|dont do|doesnt do|"
    r"doesnt want|cant do|cant face|cant be around|cant be near|wont do|wont go to|refuse to do|dont go to|never|not into|not keen on|not a fan of|not interested in|rather not|away from|steer clear of|"
    r"anything but|without|scared of|terrified of|frightened of|allergic to|sick of|had enough of|fed up of|fed up with|not one for|no good with|no interest in|"
    r"put off by|apart from|except|bar|please no|but no|and no|just no|uncomfortable (?:with|around)|not comfortable (?:with|around)|nervous (?:of|around)|dont trust|dont get on with|done with) "
    r"(?:(?:any|anything|in|at|a|an|the|of|to|do|be|go|going|talk|talking|speak|sit|sitting|share|with|too|all|that|those|it|being|doing|near|where|theres|there|is|are|involving|about|loads|full|"
    r"lots|big|another|more|like|around|by|run|mixed|of me|my|else|place|places|something|somewhere|anywhere|which|really|or|on|into|strange|loud|people|and|around) )*$"
)
_NO = re.compile(
    r"(?:^|[.,] |\b(?:but|and|please|just|with|so|n|are|is|theres|where) )no (?:(?:more|loud|big|mixed|bloody|crowded|strange|other|noisy|long) )*$"
)
_NOT_FOR_HER = re.compile(
    r"^ (?:(?:and \w+|or \w+) )?(?:arent|isnt|is not|are not|not) (?:really )?(?:for me|my thing|my cup|my bag|me\b)|^ (?:make|makes|put|puts) me (?:off|anxious|panic|nervous)|"
    r"^ (?:is|are) (?:out|a no|no good|not for me)\b|^ (?:scare|scares|terrify|terrifies) me\b|^,? no thanks?\b"
)
_MERELY = re.compile(r"\b(?:not|isnt) (?:just|only) ")
_OF_HERSELF = re.compile(
    r"\b(?:im|am|weve never been|never been|were) not (?:very |really |that |at all |particularly )*$|\bnot a $"
)
""" "I'm not religious" is what she is, not what she shuns."""
_HAS_NONE = re.compile(
    r"\b(?:dont|doesnt|cant|couldnt) (?:\w+ )?(?:have|get|afford|find|use|do|see|drink|eat|take|drive) (?:any |a |the |to )*$|\bnot (?:on|in|taking) $"
)

_LACKED = frozenset(["children", "old people", "doctors", "police", "buses"])
"""What people say they have none of: "no buses" is not a wish."""


def avoided(speech: Speech, owners: tuple[Person, ...]) -> Iterator[Finding]:
    """What is to be avoided, as said. "No dog" is what she has not, rather than what she fears."""
    for finding in find("avoid", speech, owners):
        before, behind = speech.before(finding.first), speech.behind(finding.after - 1)
        clause = re.split(r"\. |(?<!anything )\bbut (?!no\b|not\b|nothing\b)|\bbecause ", before)[-1]
        if _MERELY.search(clause) or _OF_HERSELF.search(clause):
            continue
        if _is_kept_away(finding, clause) or _NOT_FOR_HER.match(behind) or _goes_on(speech, finding):
            yield finding


def _is_kept_away(finding: Finding, clause: str) -> bool:
    if _KEPT_AWAY.search(clause):
        return _HAS_NONE.search(clause) is None
    return finding.row.id not in _LACKED and _NO.search(clause) is not None


def _goes_on(speech: Speech, finding: Finding) -> bool:
    """ "No gyms, no groups or singing": what is joined by "or" to something avoided is so too."""
    before = speech.before(finding.first)
    return re.search(r"\b(?:nothing|no|hate|not|avoid) (?:\w+ ){1,6}(?:or|nor) (?:a |the )?$", before) is not None
