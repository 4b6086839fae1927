"""What makes the words of a rule ordinary: they are denied, over, long ago, a subject of talk, or somebody's grief."""

import re

from recommender.urgent.rules import Rule

_NOT_BEFORE = re.compile(
    r"(?<!\S)(?:not|never|isnt|wasnt|arent|werent|dont|doesnt|didnt|havent|hasnt|wouldnt|wont|no longer|nor|no|"
    r"without|stopped|neither|nothing|hadnt|nobody|past (?:all )?(?:the|that|my|being|feeling)|over (?:the|that|"
    r"my|being|feeling))(?: (?:feel|feeling|felt|feels|been|be|being|going|to|want|wanted|wants|wanting|think|"
    r"thinking|thought|about|having|have|had|has|a|any|an|actively|at all|planning|plan|plans|i|im|am|would|will|"
    r"ever|in|of|hes|shes|she|he|is|was|like|tried|trying|attempted|intend|intending|intention|thoughts|suffer|"
    r"suffering|experiencing|experienced|anymore|longer|thinking of|the|his|her|myself|do|doing|act|acting|on|"
    r"urge|urges|or|consider|considering|considered|need|anything|going through|victim|it|that|get|getting))* $"
)
"""A "not" and small words after it, up to what was matched: "I am not thinking about", "past the"."""
_OVER = re.compile(
    r"(?:\| |and |but |though )*(?:not|never|im|i am|ive|hes|shes|that|thats|all|am|its|it|but|doing|been|feel|"
    r"feeling|he is|she is| )*(?:not anymore|anymore|no longer|not now|never again|(?:much |so much |a lot |lots |"
    r"doing |feeling |fully )*(?:better|recovered|in recovery|well|fine|ok|okay|good|stable|happy|clean|"
    r"free)(?: now| these days| today)?(?= \||$| and| but| now| thanks| these)|behind me|in the past|"
    r"years? (?:clean|free))"
)
"""What follows at once where it is over: "not any more", "but fully recovered now", "years clean"."""
_BETTER = re.compile(
    r"(?:but|and|though|\|) (?:now )?(?:im|i am|ive been|i feel|hes|shes|he is|she is|feel|doing|feeling|"
    r"things are|im doing|it is|its) (?:\w+ )?(?:much |so much |a lot |lots |way )?(?:better|recovered|"
    r"in recovery|well|fine|ok|okay|good|stable|happy|clean|past that|over it|not anymore|in a (?:good|"
    r"better) place|through it|out the other side)(?! if)|\b(?:that was (?:\w+ ){0,3}ago|i said no|said i wasnt|"
    r"told (?:him|her|them) no|i said i wasnt)\b"
)
"""The same a few words on: "… but things are much better", "that was a long time ago"."""
_BEHIND = re.compile(
    r"(?:days|stuff|phase|thoughts|times?|feelings) (?:are |is |all )*(?:behind me|over|long gone|in the past)\b"
)
"""The same after a word for them: "suicidal thoughts are behind me"."""
_WAS = re.compile(
    r"(?<!\S)(?:was|were|used to|had been|felt|went through|history|once|had|years ago|when i was|suffered|"
    r"struggled with|been)(?!\w)"
)
"""What puts the words before into the past; without it "better" may be what she wishes to be."""
_LONG_AGO = re.compile(
    r"\b(?:as a (?:child|kid|teen\w*|young \w+|little \w+)|when (?:i|he|she|we|they) (?:was|were|wer) (?:a |an |"
    r"only |about )?(?:child|children|kids?|little|young\w*|small|growing|teen\w*|at school|\d+|in my|in care|"
    r"married to)|growing up|childhood|years ago|year ago|used to|in (?:the|my|her|his) past|historic\w*|"
    r"survivors?|survived|my first (?:husband|wife|marriage)|late husband|decades|got away from|got out|free of|"
    r"behind me|years later|ex used)\b"
)
"""What says that it is long over: "as a child", "years ago", "my first husband"."""
_FRESH = re.compile(
    r"\b(?:still|again|now|started|last night|yesterday|today|tonight|this (?:morning|week|weekend)|keeps?|"
    r"found me|back with|wont stop|carries on)\b"
)
"""What shows that it is not over, however long ago it began."""
_TOPIC = re.compile(
    r"\b(?:courses?|training|train|trained|workshops?|talk on|lectures?|volunteer(?:ing|s|ed)?|professionals?|"
    r"practitioners?|fundrais\w*|sponsor\w*|raise money|raising money|charity|awareness|prevention|policy|"
    r"research|essay|dissertation|novel|book|books|film|films|documentary|podcast|play about|a play|poems?|"
    r"campaign(?:ing|er|s)?|exhibition|museum|conference|bereavement|bereaved|loss of|first aid|qualification|"
    r"degree|my job|i work (?:with|for|at|in)|work for the|study|studying|squad|watching|read about|leaflets?|"
    r"posters?)\b"
)
"""Words that make suicide, self-harm or abuse a subject rather than what is happening."""
_GRIEF = re.compile(
    r"\b(?:lost \w+(?: \w+){0,3} to|bereave\w*|(?:died|dead|death|passed|gone|loss) (?:by|from|to|through)|"
    r"after (?:\w+ ){1,3}suicide|suicide of|took (?:his|her|their) (?:own )?li(?:fe|ves)|committed|"
    r"after (?:a )?suicide|killed (?:himself|herself|themselves)|to suicide|grief|grieving|survivors? of)\b"
)
"""What says that somebody has died so: "lost my brother to", "after his suicide"."""
_BY_A_THING = re.compile(
    r"(?<!\S)(?:(?:its|thats|pip|esa|dwp|universal credit|council tax|bedroom tax)|(?:rents?|bills?|prices?|debts?|"
    r"damp|mould|heat|cold|pain|arthritis|asthma|tax|mortgage|interest|noise|music|fumes|dust|pollen|smoke|council|"
    r"inflation|fees?|fares?|energy|loans?|stairs|hills?|cough|menopause|grief) (?:is|are|was|were|has|have|had|keeps?|"
    r"been))(?: (?:is|are|was|were|has|have|had|keeps?|been|always|nearly|all|slowly))* $"
)
"""What does the deed where nobody does it: "the damp is choking us", "PIP have knocked me down"."""
_NAMES_IT = re.compile(
    r"suicid|overdose|death|selfharm|domestic|abus|violen|refuge|groom|safeguarding|fgm|exploitation|slavery|"
    r"neglect|protection|crisis|stalk|rape"
)
"""Harm called by its name, as a course or a leaflet calls it."""
_STILL_ALIVE = re.compile(
    r"\b(?:(?:feel|feeling|im|i am|hes|shes|is) suicidal|attempt\w*|tried|trying|threat\w*|thoughts|thinking)\b"
)
"""What shows that the person spoken of lives, and is in danger."""
_LIVES_IT = re.compile(
    r"\b(?:i|ive|im|my|me|us|her|him|his|she|he|hits?|being|been|feel\w*|want\w*|tried|try\w*|think\w*|thought|"
    r"thoughts|attempt\w*|consider\w*|contemplat\w*|plan\w*|going to|threat\w*|commit\w*|tempted|watch|suicidal)\b"
)
"""What shows that it is felt, done or suffered by somebody."""


def is_ordinary(rule: Rule, said: str, match: re.Match[str]) -> bool:
    """Whether nothing calls for help in what this rule matched in `said`, words in one spelling."""
    before, after = said[: match.start(1)], said[match.end() :].lstrip()
    if rule.negatable and _NOT_BEFORE.search(before, max(0, len(before) - 200)):
        return True
    if rule.kind == "abuse" and _BY_A_THING.search(before, max(0, len(before) - 80)):
        return True
    near = around(said, match, 10)
    if rule.past and _LONG_AGO.search(near) and not _FRESH.search(near):
        return True
    if rule.kind in ("suicide", "self_harm") and _is_over(before[-80:] + match[1], after):
        return True
    return _is_subject(match, said) or _is_bereaved(match[1], near)


def _is_over(until: str, after: str) -> bool:
    """Thoughts she had and has no more: "I was suicidal but I'm much better now"."""
    return bool(_BEHIND.match(after) or (_WAS.search(until) and (_OVER.match(after) or _BETTER.search(after[:80]))))


def _is_subject(match: re.Match[str], said: str) -> bool:
    """Harm as a subject: a course, a talk, a charity run. What is felt, done or suffered is never one."""
    words = match[1]
    return bool(_NAMES_IT.search(words) and not _LIVES_IT.search(words) and _TOPIC.search(around(said, match, 6)))


def _is_bereaved(words: str, near: str) -> bool:
    """Somebody else's death by suicide: grief, which has its own need."""
    if not re.search(r"suicid|killed|took|end(?:ed)? (?:his|her)", words) or _STILL_ALIVE.search(near):
        return False
    return bool(_GRIEF.search(near)) and "myself" not in words


def around(said: str, match: re.Match[str], words: int) -> str:
    """The match with this many words before and after it."""
    start, end = match.start(1), match.end()
    before = said[max(0, start - 20 * words) : start].split()[-words:]
    after = said[end : end + 20 * words].split()[:words]
    return " ".join([*before, match[1], *after])
