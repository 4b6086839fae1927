"""Of which named body somebody must be: a tenant, member, pupil, patient, parent or employee."""

import re

from directory.understanding.eligibility.places import places_in
from directory.understanding.eligibility.sentences import Sentence, Where
from directory.understanding.remembering import speaks_of

_HINTS = frozenset(
    "tenant tenants member members pupil pupils student students staff employee employees patient patients customer customers resident residents "
    "work works worked parents families worker workers colleagues learners leaseholders rent rents tenancy cared".split()
)
_FRAMES = (
    "only",
    "for ",
    "open to",
    "must",
    "if you",
    "available",
    "offered",
    "limited",
    "restricted",
    "strictly",
    "are you",
    " of ",
    " at ",
    "who ",
    "rent",
    "tenancy",
    "cared for",
    "all ",
)
_WHO = (
    r"(?i:(?:current |existing |registered |enrolled |former |retired |all |any |our |year \d+ )*(?:tenants?|members|pupils?|students?|staff|employees|patients|customers|"
    r"residents?|workers|leaseholders|learners|colleagues|families|parents(?: (?:and carers )?of (?:pupils|children|kids))?)"
    r"(?:(?:,? (?:and|or|&) |/)(?:tenants?|members|pupils?|students?|staff|employees|patients|customers|residents?|leaseholders|families|parents|their families|their partners))*)"
)
_NAME = r"(?P<body>(?:the |The )?[A-Z][\w'&.-]*(?: (?:[A-Z][\w'&-]*|of|and|the|for|&)(?= ?[A-Z]|\W|$| [a-z]))*)"
_OF = re.compile(
    rf"\b(?i:only (?:for |open to |available to )?|for |open to |exclusively for |you must be (?:an? )?|must be (?:an? )?|(?:if )?you(?:'re| are) (?:an? )?|"
    rf"available to |offered to |just for |limited to |restricted to |support for |strictly |are you (?:an? )?){_WHO} (?i:of|at|with|from|in|attending|registered (?:with|at)|who rent from|renting from) {_NAME}"
)
_NAMED = re.compile(
    rf"(?:\b(?i:for|only|must be an?|open to|exclusively for|to|you must be an?|all|just for|only for|available to|strictly) {_NAME} {_WHO}\b|"
    rf"(?:^|[.,;:(] ?){_NAME.replace('body', 'body2')} {_WHO} (?i:only)\b)"
)
_WORKS = re.compile(
    rf"\b(?i:if you (?:work|worked|rent|study|bank)|you must (?:work|rent)|anyone who (?:works|worked|rents)|people who (?:work|worked|rent)|who (?:work|rent)s?|works?|must rent|rent(?:s|ing)?|working)"
    rf" (?i:for|at|from|with) {_NAME}"
)
_TENANCY = re.compile(rf"\b(?i:holding|with|have|has|hold|on) (?i:an? ){_NAME} (?i:tenancy|lease|tenancies)\b")
_CARED_FOR_BY = re.compile(
    rf"\b(?i:patients|people|residents|someone|those) (?i:who |that )?(?i:were |was |have been )?(?i:cared for|looked after) (?i:by|at) {_NAME}"
)
_OF_ONLY = re.compile(rf"^{_WHO} (?i:of|at|with|from) {_NAME} (?i:only)\b")
_FIELD = re.compile(rf"^{_WHO} (?i:of|at|with|from) {_NAME}|^{_NAME.replace('body', 'body2')} {_WHO}(?i: only)?\W*$")
_NOT = re.compile(
    r"\b(?:not (?:just|only)|don't (?:have|need) to be|needn't be|free for|discount|cheaper|non-?members|run by|led by|supervised|staffed|or not|volunteers?|priority|£|"
    r"members of (?:the public|staff)|local residents|everyone|to become|join as|"
    r"\d+%)\b",
    re.IGNORECASE,
)
_SMALL_WORDS = re.compile(r"(?: (?:of|and|the|for|&))+$")
_NOT_A_BODY = re.compile(
    r"^(?:the )?(?:Liverpool City Region|LCR|UK|NHS|SEND?|ADHD|PIP|UC|EU|HM|English|British|Polish|Muslim|Black|Asian|Christian|Catholic|Jewish|Irish|Deaf|LGBT\w*|Council|GPs?|All|Any|Our|Local|Young|"
    r"University|Uni|PRIVATE|Private|Housing|Social|Primary|Secondary|School|Only|ONLY|Year|Merseyside|BSL|Gypsy|Traveller|Roma|Chinese|African|Caribbean|Ukrainian|South|Eastern|Asylum|Refugee|Somali|Mums?|Dads?|Men|Women|Free|Zoom|I|We|You|It|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b",
)


def read_membership(sentence: Sentence) -> str | None:
    """The name of the body of which she must be; None where it is a place, or a kind of people."""
    if sentence.where is Where.NAME or _HINTS.isdisjoint(sentence.terms) or not speaks_of(sentence.small, *_FRAMES):
        return None
    patterns = (
        (_FIELD, _OF, _NAMED, _WORKS, _TENANCY, _CARED_FOR_BY)
        if sentence.where is Where.FIELD
        else (_OF, _OF_ONLY, _NAMED, _WORKS, _TENANCY, _CARED_FOR_BY)
    )
    for pattern in patterns:
        for found in pattern.finditer(sentence.words):
            named = found.groupdict()
            body = _SMALL_WORDS.sub("", named.get("body") or named.get("body2") or "").strip(" .,'-")
            if body and not _NOT_A_BODY.match(body) and not places_in(body) and len(body) > 2:
                return None if _NOT.search(sentence.words) else re.sub(r"^[Tt]he ", "", body)
    return None
