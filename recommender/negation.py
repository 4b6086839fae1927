"""What a person says she does *not* need, is not, or has put behind her: "I don't need help with housing", "not skint"."""

import re
from collections.abc import Sequence

from recommender.wording import Token

_NOT = r"(?:dont|doesnt|didnt|not|no|never|wouldnt|wont|isnt|arent|no longer|without)(?: \w+){0,2}? "
_UNNEEDED = re.compile(
    _NOT
    + r"(?:need|needs|needed|needing|looking|after|bother\w*|worri\w*|problem\w*|issue\w*|trouble\w*)(?: \w+){0,5}$"
)
_UNWANTED = re.compile(
    _NOT + r"(?:want|wants|like|likes|interest\w*|into|enjoy\w*|fan|keen|fancy|fussed)(?: \w+){0,5}$"
)
_NOT_SO = re.compile(
    r"(?:im|hes|shes|is|are|was|am|its|really|were|thats|theyre)? ?(?:not|isnt|wasnt|arent|never|no longer|"
    r"aint)(?: (?:really|that|so|very|actually|particularly|a|an|even|at all|exactly|any|in|on|about|been|feel|"
    r"feeling|had|ever|too|my|the|any|with))*$"
)
_DOES_NOT = re.compile(
    r"(?:dont|doesnt|didnt|never)(?: (?:even|really|ever|have|got|any|feel|a|an|my|the|in|do|get|suffer|from|with|"
    r"go|to))*$"
)
_HAS_NO = re.compile(
    r"(?:no|without|havent|hasnt|no more|zero|nobody|noone)(?: (?:got|any|a|an|had|more|my|the|have|problem|"
    r"problems|issues|with))*$"
)
_RIGHT = re.compile(
    r"^(?:(?:is|are|was|isnt|side|of|things|situation|its|s|my|the|all|stuff|bit|a|not) )*(?:fine|ok|okay|sorted|"
    r"alright|all right|grand|sound|no problem|not a problem|isnt a problem|not an issue|isnt an issue|"
    r"not the problem|isnt the problem|under control|covered|boss)(?! with me if)\b"
)
_RIGHT_BEFORE = re.compile(
    r"(?:alright|fine|ok|okay|sorted|no (?:problem|problems|trouble|worries|issue|issues)|nothing wrong|all good|"
    r"nothing to do|anything but|not about|apart from|except) ?(?:with|for|about|on|as far as)?(?: (?:my|the|our|"
    r"me))*$"
)
_HATED = re.compile(r"(?:hate|hates|cant stand|rather not|not my thing)(?: (?:do|go|to|the|going|doing|being))*$")
_ONLY = re.compile(
    r"\b(?:not|isnt) (?:just|only|simply)\b|\bdont know\b|\bdont have anyone\b|\bdont mind\b|"
    r"\bdont want to (?:lose|be)\b|\bdont need (?:telling|a reason)\b"
)

LACKS = frozenset(
    "MON MON3 MON4 MON5 HOU HOU1 HOU3 HOU5 FOO FOO1 FOO2 FOO3 FOO4 FOO5 WOR WOR1 WOR6 LEA2 LEA3 LEA4 LEA5 LEA6 "
    "CON CON1 CON2 CON3 CON5 MIN1 FAM4 FAM1 SAF3 SAF4 SAF IND IND1 IND2 IND3 IND6 JOY FAM".split()
)
"""Needs for a thing: "no cooker" and "haven't got a coat" ask for it. Elsewhere "no debts" means that there are none."""

THINGS = frozenset(
    "WOR3 WOR4 LEA LEA1 LEA5 CON1 CON2 CON3 CON4 FOO3 FOO4 BOD1 JOY JOY1 JOY2 JOY3 JOY4 JOY5 JOY6 IND6 MIN1".split()
)
"""Needs for something to do: "I hate gyms" and "not into church" deny them."""

TURNS = frozenset(["but", "just", "because", "and", "only", "so", "though"])
"""Words after which a "not" no longer counts."""

LONGEST_SCOPE = 8


def is_denied(said: Sequence[Token], first: int, after: int, need_id: str) -> bool:
    """Whether the words from `first` to `after` are said only to be denied, for this need."""
    before, behind = _before(said, first), _behind(said, after)
    if _ONLY.search(before):
        return False
    if _UNNEEDED.search(before) or _RIGHT_BEFORE.search(before) or _RIGHT.match(behind) or _NOT_SO.search(before):
        return True
    if need_id in THINGS or need_id in LACKS:
        return bool(_UNWANTED.search(before) or (need_id in THINGS and _HATED.search(before)))
    return bool(_HAS_NO.search(before) or _DOES_NOT.search(before))


def _before(said: Sequence[Token], first: int) -> str:
    """What is said before, within the clause, since its last turn."""
    near = [token.word for token in said[max(0, first - LONGEST_SCOPE) : first] if token.clause == said[first].clause]
    turns = [place for place, word in enumerate(near) if word in TURNS and near[place - 1 : place] != ["not"]]
    return " ".join(near[turns[-1] + 1 :] if turns else near)


def _behind(said: Sequence[Token], after: int) -> str:
    """What is said next, within the clause, until its next turn."""
    near = [token.word for token in said[after : after + 6] if token.clause == said[after - 1].clause]
    turns = [place for place, word in enumerate(near) if word in TURNS]
    return " ".join(near[: turns[0]] if turns else near)
