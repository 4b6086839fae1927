"""For whom a sentence says that something is: the frames in which groups of people stand.

Strong frames ("only for", "you must be", "nobody else") hold whatever else is said. Weak ones ("for carers", "we
support veterans", a name like "Stroke Club") hold unless the listing opens its door to everybody.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from directory.understanding.eligibility.groups import MARK, SAID
from directory.understanding.eligibility.sentences import Sentence, Where
from directory.understanding.remembering import speaks_of

_ADJECTIVES = (
    r"(?:all|any|both|local|adult|adults|older|young|younger|isolated|lonely|our|the|other|fellow|those|unpaid|new|"
    r"women|men|female|male|ladies|lads|fellas|girls|boys|vulnerable|single|struggling|knackered|tired|stressed|"
    r"working|former|ex|retired|serving|elderly|senior|middle-aged|newly recognised|newly|recognised|granted|busy|brave|disadvantaged|current|bored|stay-at-home|"
    r"white|brown|british|a|an|registered|verified|fellow|good|proud|every|many|some|you|us|we|your|people|adult)"
)
_FOLK = (
    r"(?:people|persons?|anyone|anybody|someone|somebody|adults|those|them|men|women|ladies|lads|lasses|fellas|blokes|"
    r"folks?|families|individuals|children|young people|youngsters|kids|teens|teenagers|residents|patients|everyone|everybody|"
    r"you|us|us all|ones|older people|young women|young men|boys|girls|couples|parents|members|grown[- ]?ups|(?:over|under)[- ]?\d\ds?|\d\d?(?:'?s)?(?: ?(?:to|-|and) ?\d\d)?(?:'?s|ish| year[- ]olds?|\+| and over| plus)?)"
)
_LINK = (
    r"(?:who|that|which|are|is|'re|'s|have|has|had|'ve|having|been|be|living|live|lives|affected|touched|hit|with|by|in|from|"
    r"recovering|recovery|diagnosed|diagnosis|of|a|an|any|some|experience|experiencing|experienced|struggling|struggle|struggles|dealing|"
    r"coping|suffer|suffers|suffering|facing|going|through|lived|survived|survivors|identify|as|the|their|(?:or|and)(?! their)|recently|"
    r"just|ever|also|currently|living alone|aged|over|under|to|mild|severe|after|following|since|newly|recent|got|"
    r"own|at|risk|battling|on|waiting|for|long-term|supporting|worried|about|may|might|can|feel|think|find|get)"
)
_MARK = r"<[+!]?\w+>"
_OWN = (
    r"(?:(?!(?:with|by|to|from|in|on|at|as|is|of|if|that|about|into|who|and|or|their|the|its|his|her|my)\b)[a-z'-]+ )"
)
""" "Knowsley mums": one word more, of whatever kind."""
_PEOPLE = (
    rf"(?<![\w'-])(?:(?:{_ADJECTIVES},? ){{0,3}}{_OWN}?<!?\w+>|(?:{_ADJECTIVES},? ){{0,3}}{_OWN}?{_FOLK},? ?(?:aged )?(?:\(?\d[\w+-]*\)? )?(?:{_LINK}[ ,]){{0,7}}{_MARK}|"
    rf"(?:an? |your )?<\+\w+>)"
)
_OTHERS = (
    r"(?:,? (?:and|or|&|plus) |, |/ ?| - |, and |, or )(?:for |also |even |their |the )?(?:(?:people|those|families|friends|anyone) (?:who are |who're )?(?:worried|concerned)|anyone|anybody|everyone|everybody|others?|not\b(?! sure)|all(?: are)? welcome|"
    r"people who (?:are )?(?:just|simply)|just|neighbours|the (?:wider|whole|public|general)|members of the public|"
    r"those who aren't|non-|none|local people|any other)\b(?! (?:\w+ ){0,4}<)"
)
""" "for carers, or anyone who fancies a brew" is for everybody."""
_JOIN = r"(?:,? (?:and|or|&|n|'n'|plus|and/or|and for|or for|and to) |, |/ ?|; )"
_CARERS_TOO = re.compile(
    r"(?:,? (?:and|or|&|plus|with|along with|together with|as well as) |, |/ ?)(?:for |also )?(?:the )?(?:their |your |whoever |who(?:ever)? |people who |those who |"
    r"person |people |anyone )+(?:<carer>|famil\w+|partners?|loved|carers?|cares?|caring|look\w*|support\w*|relatives|nearest|kin|close)"
)
_LIST = re.compile(rf"{_PEOPLE}(?:{_JOIN}{_PEOPLE}){{0,6}}")
_FURTHER = re.compile(
    rf",? (?:who(?:'ve| have|'re| are|'s| is)? |with |living with |in |that have |that are |affected by |from |experiencing |"
    rf"struggling with ){{1,3}}(?:a |an |the |been )?({_MARK})|^ ({_MARK})"
)
"""What is asked besides: "parents with a learning disability", "unemployed veterans"."""
_STRONG = re.compile(
    r"(?:\b(?:only|just|exclusively|solely|strictly|purely|specifically|limited|restricted|reserved|ring-?fenced)"
    r"(?: open| available| here| there| meant)? (?:for|to)|\bstrictly|\bonly if you(?:'re| are|'ve| have| had)?|\bmust (?:have been|have had|be|have)|"
    r"\b(?:need|have|has|got) to (?:have been|have had|be|have)|\bno(?:body| one)? (?:one )?(?:but|except)|"
    r"\bunless you(?:'re| are|'ve| have)|\bopen only to|\bonly open to|\bonly (?:take|accept|support|see|work with|house|help)|"
    r"\bonly(?= (?:people|those|anyone|<))|"
    r"\bif you(?:'re| are) not|\byou(?:'ve| have) to (?:be|have been|have had|have)|\byou (?:do )?(?:need|must have)(?: to have)?(?= (?:a |an )?<\+)|\bby and for|\bby (?:\w+ )?for|\brun by and for|\beligible (?:if|people)[\w ]{0,10})"
    r" (?:you(?:'re| are|'ve| have)? )?(?=[\w<])"
)
_ONLY = re.compile(
    r"^(?: aged? [\w -]{1,12}| \d\d?(?:\+|-\d\d)?)?,?(?:'s?)? ?[(\-]? ?(?:only|exclusively|and (?:no ?(?:one|body) else|nobody)|"
    r"and that's it)\b"
)
_FOR = re.compile(
    r"(?:\b(?:for|supports?|supporting|support to|helps?|helping|takes|day (?:club|centre|care) welcomes|aimed at|designed (?:for|with)|dedicated to|open to|"
    r"works? with|working with|works? alongside|welcomes only|sit with|sits with|it's|it is|calling|calling all|available to|offered to|given to|(?:sessions|places|counselling|support|help) to(?: the)?|offering|"
    r"(?:group|club|network|circle|community|bunch|gang|crew|choir|team|band|collective|café|cafe|meet-?up|space|gathering|charity|sisterhood|brotherhood) of|"
    r"brings together|bringing together|befriends?|befriending|visits?|visiting|houses?|housing|feeds|hosts?|"
    r"if you(?:'?re| are|'ve(?: ever)?| have(?: ever)?| had| live with| were| care)?|when you(?:'re| are|'ve| have)|"
    r"are you|have you(?: ever)?(?: had| been)?|being|you(?:'re| are|'ve| have) (?=(?:a|an|been|had|got|living|lost)\b)|"
    r"so you(?:'re|'ve)|other|another|we(?:'re| are)(?: all)?|you must be|where|between|among|connects|connecting|alongside|"
    r"all run by|led by and for|(?:^|[:-] )who(?:'s it)? for\??:?) )"
)
_NOT_SO = re.compile(
    r"(?:(?:\b(?:not|no|never|nor)|n't)(?: \w+){0,2}|\b(?:free|discount|discounts|reduced|half price|cheaper|"
    r"concessions?|\d+% off|£[\d.]+|[\d.]+p|great|good|best|lovely|handy|useful|perfect|ideal|popular|suitable|fine|ok|especially|particularly|"
    r"mainly|mostly|primarily|including|like|priority|parking|toilets?|loos?|access|ramps?|room|seats?|training|course|"
    r"qualification|certificate|cares?|caring|cared|ask|asks|look|looks|looking|raised?|raising|raises|fundrais\w+|money|collect\w*|"
    r"thanks|thank you|funded|subsidised|apply|wait|known|campaign\w*|petition|day|week|lessons|voice|speaks? up|stalls?|prizes?|also|separate|toys|"
    r"crèche|creche|plus|vote|recruit\w*|volunteers?|volunteering|jobs?|work|working|worker|trained|interpreters?|staffed|talk|lecture|"
    r"film|exhibition|concert|donat\w*|memorial|service|prayers?|research|study|except|apart from|swap|clothes|shop|"
    r"we (?:also|sometimes) (?:run|have|do|hold|offer|support)\b[\w ]{0,25}|some|one|sessions? (?:also )?available|invoice|"
    r"awareness|rights|professionals|staff|teachers|workers|managers|delivered|run|led|supervised|made|founded|started|set up|"
    r"sister group|there's (?:a|another|one)(?: separate)?(?: \w+)?|discount codes?|and (?:also )?(?:a |one ))(?: is| are| it's)?)"
    r" (?:a |an |the |by |with |it )?$"
)
"""What before "for carers" makes it something else: "free for carers", "not only for", "a course for", "toys for"."""
_WELCOME_AFTER = re.compile(
    r"^,? (?:and|&|\+|plus|n) (?:their )?(?:friends|allies|mates|supporters)\W*$|^ (?:are|is) asked\b|^,? (?:please\b|there's|can't\b|cannot\b|don't\b|may (?:wait|stay)|can wait|wait\b)|"
    r"^ and (?:friends|families|partners)(?: are)? (?:also |very )?welcome|^,?(?: (?:are|is|all|also|both|too|very|always|especially|more than|equally|or not|alike|most))*"
    r" (?:welcome|welcomed|too\b|as well|especially|included|free\b|half price|go free|get in|can come too|ok\b|fine|alike)|"
    r"^'? (?:friendly|awareness|rights|allowance|week\b|day\b|training|led\b|concession|discount|rate|price)|^-friendly|"
    r"^ (?:get|pay|half|from £|£|staff|volunteers?|workers?|nurses?|specialists?|professionals?|interpreter|can (?:also|get|bring)|"
    r"may be|might|run|lead|teach|has|have trained|will help|sometimes)|^'s? (?:stall|market|fair\b|exhibition|play|film)"
)
_BEGINS = re.compile(
    rf"(?:^|[:;(] ?| - |^(?:hi|hiya|hey|hello|attention|calling|oi),? )(?:(?:all|any|for|just for|open to|suitable for|are you|being|other|"
    rf"who|only|aimed at|local|eligible) )?(?={_PEOPLE})"
)
"""A sentence that begins with those it is for: "Dads, grandads bringing up."""
_SUBJECT_ENDS = re.compile(
    r"\W*$|[,.;:!?()]| [-(&+]|/| (?:who|with|of|over|under|aged|living|in|from|only|and|bringing|whose|at|on|or|that|looking|wanting|"
    r"struggling|trying|to be|plus|based|registered|come|can (?:ask|come|join|use|ring|get)|having|needing|wherever|doing|through|a bit|\d+\+?)(?!\w)|'(?:ve|re)\b| <"
)
_AILS = re.compile(
    r"<\+\w+>(?:,? (?:and|or|&) |, ?|/)(?:[\w-]+, ?){0,3}<\+\w+>(?![^.]*\b(?:appointments?|clinic|we|we'll|you|help|support|advice|tests?|checks?|talks?|training)\b)[^.]*"
)
""" "Fibro, ME, arthritis, bad backs.": of such a list nobody knows whether others may come."""
_A_CLUB = re.compile(
    r"^(?:(?:it is|it's|this is|we are|we're|we run|i run) )?(?:an?|the|our|your|another)? ?(?:[\w'-]+ ){0,2}?<\w+>(?:'s?|s')?(?: (?:and|&) <\w+>(?:'s?|s')?)?"
    r" (?:[\w'-]+ ){0,1}(?:group|club|caf[eé]|choir|breakfast|social|meet-?up|circle|drop-in|coffee morning|shed|network|refuge|hostel|playgroup|stay and play|walk|football)\b(?! (?:on|for) )"
)
_ASIDE = re.compile(
    r"\b(?:especially|particularly|mainly|mostly|primarily|priority|prefer\w*|not (?:just|only)|you don't (?:have|need) to be|"
    r"straight,? (?:or |and )?(?:gay|<)|gay (?:or|and) straight|straight or (?:gay|lgbt\w*)|no need to be|needn't be|whether (?:or not|you)|doesn't matter if|even if|whether or not|whoever you)\b"
)
_GROUP = (
    r"(?:groups?|clubs?|caf[eé]s?|breakfasts?|hubs?|networks?|drop[- ]?ins?|choirs?|mornings?|afternoons?|evenings?|forum|social|socials|"
    r"programme|project|service|centre|circle|counselling|support|befriending|mentoring|helpline|line|meet[- ]?ups?|"
    r"association|society|shed|allotment|games|football|swim|table|coffee|supper|lunch|dinner|tea|brew|brews|cuppa|walk|walks|walkers|gang|crew|"
    r"collective|corner|club|clinic|house|space|haven|retreat|night|tearoom|lounge|connect|together|united|anonymous|"
    r"friends|friendship|fellowship|union|league|garden|singers|swimmers|runners|rest|respite|hour|place|den|natter|chat|playgroup|"
    r"stay|play|session|sessions|exchange|outreach|advice|buddies|peer|peers|room|rooms|gathering|kitchen|lodge|hostel|refuge|"
    r"welcome|aid|action|housing|homes)"
)
_NAMED = re.compile(
    rf"^(?:the |a |our |[\w'&-]+ ){{0,4}}?{_PEOPLE}(?:{_JOIN}{_PEOPLE}){{0,2}}(?:'s?|s'|s)?"
    rf"(?: (?:and \w+|[\w'&-]+)){{0,2}}? {_GROUP}\b|^(?:the )?{_MARK}(?:'s?)?$|"
    rf"\b(?:for|of|with|by)(?: and for)? (?:the )?{_PEOPLE}|^{_MARK}(?:'s?)?(?: (?:of|in|at|on|from)\b|[:,(-]| -)|(?:: | - |\()(?:for )?{_PEOPLE}\)?$"
)
_NAMED_BY_AILMENT = re.compile(
    rf"^(?:the |a |our |[\w'&-]+ ){{0,3}}?(?:(?:young|people|adults|women|men|living|with|affected|by) )*{_MARK}(?:{_JOIN}{_MARK}){{0,2}}"
    r"(?: [\w'&-]+){0,1}? (?:groups?|clubs?|caf[eé]s?|choirs?|circles?|peer|social|friends|survivors?|meet-?ups?|drop[- ]?ins?|tea|lunch|singers|"
    r"walk|walkers|anonymous|tearoom|lounge|coffee|mornings?|afternoons?|exchange)\b|\b(?:with|by|after|for) (?:a |an |the )?<\+"
)
_NOT_NAMED = re.compile(
    r"\b(?:training|course|awareness|level \d|talk|lecture|conference|exhibition|festival|fair|market|week|film|play|"
    r"professionals|practitioners|evening class|diploma|certificate|fundrais\w+|friendly|prevention|first aid|check|screening|shop|"
    r"history|heritage|day)\b|<parent>(?:'|s')? evening$"
)
_IN_FIELD_NOT = re.compile(
    r"\b(?:welcome|worried|work with|staff|professionals?|teachers?|free for|first\b|training|friendly|bring|parking|toilets?|"
    r"accompan\w*|with (?:an? |their )?(?:adult|parent|carer)s?|must be with|need (?:a|an) (?:adult|parent|carer)|sessions? for)\b"
)
_ONE_OF_SEVERAL = re.compile(r"<[+!]?\w+>\?")
""" "Lonely? Housebound? Over 55?": nobody knows whether any will do."""
_FIELD = 18
"""Words of a field in which a group need only be named."""
_AND_THEIR = re.compile(r"(?<!>)(?<!>,)(?<!['>]s) (?:and|or|&|plus) (?:their |the |any )?$")
""" "Sefton residents and their carers" is not for carers alone."""


_TRAINS = re.compile(
    r"\b(?:course|training|award|workshop|skills|cpd|briefing|session|qualification|conference|webinar)\b[^.]{0,60}? (?:for|aimed at) "
    r"(?:[\w-]+ ){0,3}<professional>|^<professional>\W*$|\bnot open to (?:the|members of the) (?:general )?public"
)
GAY_MAN, LESBIAN, LGBT, PROFESSIONAL = "gay_man", "lesbian", "lgbt", "professional"


class Belonging(NamedTuple):
    """The circumstances of which any will do, and whether that holds where everybody is welcome."""

    any_of: tuple[str, ...]
    strong: bool = False


def read_belonging(sentence: Sentence, marks: str) -> list[Belonging]:
    """Whom a sentence, in which the groups are marked, is for; nothing where it only speaks of them."""
    if _ASIDE.search(marks) and not _STRONG.search(marks):
        return []
    found = list(_strongly(marks))
    if found:
        return found
    if sentence.where is Where.NAME:
        return _in_name(marks)
    if sentence.where is Where.FIELD and len(marks.split()) <= _FIELD and not _IN_FIELD_NOT.search(marks):
        return _in_field(marks)
    return _weakly(marks)


def _strongly(marks: str) -> Iterator[Belonging]:
    for begins in _STRONG.finditer(marks):
        if (listed := _LIST.match(marks, begins.end())) and not _is_denied(marks, begins.start()):
            yield from _those(marks, listed, strong=True)
            return
    if not speaks_of(marks, "only", "exclusively", "else", "nobody", "and that's it"):
        return
    for listed in _LIST.finditer(marks):
        if (
            PROFESSIONAL not in listed.group()
            and _ONLY.match(marks[listed.end() :])
            and not re.search(r"\bnot (?:just |only )?(?:for )?$", marks[: listed.start()])
        ):
            yield from _those(marks, listed, strong=True)
            return


def _weakly(marks: str) -> list[Belonging]:
    """What the first frame says in which a group stands."""
    if _TRAINS.search(marks):
        return [Belonging((PROFESSIONAL,))]
    if "<!" in marks and "whatever" not in marks:
        for said in MARK.finditer(marks):
            if said[1] == SAID and not _is_denied(marks, said.start()):
                return [Belonging((said[2],))]
    if _AILS.match(marks):
        return []
    if whole := _A_CLUB.search(marks):
        return [Belonging(_named_in(whole.group()))]
    opening = [(begins, True) for begins in _BEGINS.finditer(marks)]
    for begins, is_subject in (*opening, *((begins, False) for begins in _FOR.finditer(marks))):
        listed = _LIST.match(marks, begins.end())
        if (
            listed is None
            or (is_subject and not _is_alone(marks, listed))
            or _is_denied(marks, begins.start())
            or _is_denied(marks, begins.end() - 4)
        ):
            continue
        after = marks[listed.end() :]
        if _bare(listed.group()) or _WELCOME_AFTER.match(after) or re.match(_OTHERS, after):
            continue
        return list(_those(marks, listed))
    return []


def _named_in(marks: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_wide(name for _, name in MARK.findall(marks))))


def _is_alone(marks: str, listed: re.Match[str]) -> bool:
    """Whether a sentence that begins with people is about who comes, not about what they do."""
    return PROFESSIONAL not in listed.group() and _SUBJECT_ENDS.match(marks, listed.end()) is not None


def _bare(listed: str) -> bool:
    """Whether it only says what people have, or what help is for: "for addiction", "disability forms"."""
    return re.match(r"(?:an? |your )?<\+\w+>", listed) is not None


def _in_name(marks: str) -> list[Belonging]:
    named = None if _NOT_NAMED.search(marks) else _NAMED.search(marks)
    if named is None or ("<+" in named.group() and not _NAMED_BY_AILMENT.search(marks)):
        return []
    return [Belonging(_named_in(named.group()))]


def _in_field(marks: str) -> list[Belonging]:
    """A field that names groups is for them, all together; after "no" and "not" it names those it is not for."""
    if _ONE_OF_SEVERAL.fullmatch(marks):
        return []
    if _TRAINS.search(marks):
        return [Belonging((PROFESSIONAL,))]
    begin = re.split(
        r"\b(?:no|not|including|such as|except|excluding|unless|or anyone|and anyone|or any)\b", marks, maxsplit=1
    )[0]
    listed = _LIST.search(begin)
    if listed is None or _WELCOME_AFTER.match(begin[listed.end() :]) or re.match(_OTHERS, marks[listed.end() :]):
        return []
    if "<carer>" in listed.group() and _AND_THEIR.search(begin[: listed.start()]):
        return []
    return list(_those(begin, listed))


def _those(marks: str, listed: re.Match[str], *, strong: bool = False) -> Iterator[Belonging]:
    """The groups of a list, and of those that follow what is asked besides."""
    found = dict.fromkeys(_named_in(listed.group()))
    after = marks[listed.end() :]
    if _CARERS_TOO.match(after):
        found.setdefault("carer")
    yield Belonging(tuple(found), strong)
    if (further := _FURTHER.match(after)) and (mark := MARK.search(further.group())):
        yield Belonging((mark[2],), strong)


def _wide(names: Iterable[str]) -> Iterator[str]:
    """A woman who only says that she is of the rainbow is meant by "gay women" too: their gender tells the rest."""
    for name in names:
        yield name
        if name in (GAY_MAN, LESBIAN):
            yield LGBT


def _is_denied(marks: str, at: int) -> bool:
    return _NOT_SO.search(marks[max(0, at - 60) : at]) is not None
