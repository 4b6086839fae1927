"""Whether a group is for one gender, as partners write it.

"Women only", "ladies' choir", "for women" are for women; "men only", "men's group" for men. A men's shed is not:
most of them welcome women unless they say "men only". "Women welcome", "women and men", "women and non-binary people"
and a women-only hour among others are for nobody alone, and give nothing.
"""

import re

from directory.kinds import Gender
from directory.understanding.remembering import remembered, speaks_of
from directory.understanding.wording import plain_words

_WOMEN = r"(?:women|womens|ladies|females?|girls|woman|lady|mums[- ]to[- ]be|mums|mummies|mothers|lasses)"
_MEN = r"(?:men|mens|gentlemen|gents|males?|boys|lads|blokes|guys|chaps|fellas|dads|fathers)"
_WHO_THEY_ARE = (
    r"(?:(?:all|any|local|young|younger|older|single|pregnant|disabled|muslim|black|asian|south asian|gay|bi|"
    r"bisexual|stay[- ]at[- ]home|"
    r"trans|lesbian|vulnerable|isolated|"
    r"refugee|bme|minority ethnic|unemployed|working|retired|homeless|lonely|somali|yemeni|arab|chinese|"
    r"polish|african|traveller|gypsy|jewish|"
    r"middle[- ]aged|expectant|self[- ]?identif(?:ying|ied)|new|adult|asylum[- ]seeking|migrant|minoritised|"
    r"lived)(?:,? (?:and|&) (?=\w+ )|"
    r"[, ]+)){0,4}"
)
_GROUP = (
    r"(?:[\w-]+ ){0,2}(?:groups?|clubs?|circles?|choirs?|class(?:es)?|sessions?|swim(?:ming)?|space|drop[- ]?in|yoga|"
    r"football|gym|network|refuges?|hostel|centre|morning|hour|institute|walks?|walking|breakfast|café|cafe|netball|"
    r"rugby|hub|evening|programme|project|course|service|forum|meet[- ]?ups?|boxing|cricket|keep fit|talk|fellowship|"
    r"pilates|retreat|lunch|cycling|running|hockey|darts|bowls|checks?|screening|self[- ]defence|support(?! worker)|"
    r"guild|union|supper)\b"
)
_FAITH_SISTERS = r"sisters of (?:mercy|charity|nazareth|notre|the|st|our)"
_OTHER_FOLK = r"(?!staff|work|instruct|teach|doctor|counsel|volunteer|gp|toilet|practition|chang|facilit|health|only)"


_KIN_OF_WOMEN = (
    r"(?:grand|step|god)?(?:mums?|mams?|mummies|mothers?)|nans?|grans?|nannas?|nanas?|grann(?:y|ies)|grandmas?|aunt(?:y|ies|s|ie)?|"
    r"sisters?|daughters?|step-?(?:mums|mothers)|ladies|women|girls"
)
_KIN_OF_MEN = (
    r"(?:grand|step|god)?(?:dads?|fathers?)|grandads?|daddies|grandpas?|uncles?|brothers?|sons?|step-?(?:dads|fathers)|"
    r"father figures|men|lads|boys|blokes"
)
_KIN_BESIDE = r"(?:(?:foster|step|adoptive|new|young|single|expectant|male|female|other|the|all|all the|their) )"


_NOT_AFTER_A_HEADING = r"[\w ]*\b(?:(?:wo)?men|ladies|girls|boys|children|all|every\w*|anyone|any|welcome|also)\b"


def _family_of(kin: str, adjective: str) -> str:
    """A field that lists kin of one gender: "dads, grandads and foster dads", "sisters only", "for grandmothers"."""
    one = rf"{_KIN_BESIDE}?(?:{kin}|{adjective} carers)"
    return (
        rf"^\W*(?:for |just for |open to )?(?:muslim )?{one}(?:(?: ?[,&/] ?| )(?:(?:and|or|&) )?{one}){{0,8}}"
        rf"(?:[ -]only)?(?: please| thanks| \([^()]*\))?\W*$"
    )


def _only_for(them: str, *, one: str, unmarked: str, adjective: str, kin: str) -> re.Pattern[str]:
    """`one`: as in "any man"; `unmarked`: without its apostrophe ("ladies choir"); `adjective`: "male survivors"."""
    return re.compile(
        rf"\b{them}(?:'s?|s')?[ -]only\b|\bonly(?: for| open to)? {_WHO_THEY_ARE}{them}\b(?! staff)|"
        rf"\b(?:just|exclusively|specifically) for (?:the )?{_WHO_THEY_ARE}{them}\b|"
        rf"{_family_of(kin, adjective)}|\bfor (?:all )?(?:{kin})[ -]only\b|"
        rf"(?<!^)[(] ?{them}(?:'s?)?(?: (?:and|&) {them})?(?: only| (?:aged )?\d[\w+-]*)? ?[)]|"
        rf"(?<!^)(?:: | - ){them}(?:'s?)?(?: (?:and|&) {them})?(?: only)?(?: (?:u|under |over )?\d[\w+-]*)?\W*$|"
        rf"^\W*{them}(?: - |: |, )all (?:ages|abilities)\W*$|^\W*{them}(?: - |: )(?!{_NOT_AFTER_A_HEADING})[\w ]+$|"
        rf"\b(?:for|supports?|supporting|helps|helping|empower(?:s|ing)|"
        rf"open to) {_WHO_THEY_ARE}{them}\b(?!'s? (?:health|rights))|"
        rf"\b(?:group|club|network|community|circle|charity|choir|refuge|accommodation|hostel) (?:of|"
        rf"for) {_WHO_THEY_ARE}{them}\b|"
        rf"\b{them}(?:'s|s'|') {_GROUP}|\b(?:{unmarked}) {_GROUP}|\bany {one}\b|\ball[ -]{them} {_GROUP}|\ball-{them}\b|"
        rf"\b(?:{adjective}|{one})[- ]identifying\b|\bidentif(?:y|ies|"
        rf"ying) as (?:an? )?{them}\b|"
        rf"^\W*(?:{_WHO_THEY_ARE}{them} (?:and|&) )?{adjective} {_OTHER_FOLK}(?:[a-z-]+ ){{0,2}}?[a-z]+s\b(?!'|"
        rf" (?:and|or|&|/))|"
        rf"^\W*{_WHO_THEY_ARE}{them}(?:,? (?:aged\b|over\b|under\b|\d|(?:with|who|in|from|living)\b|"
        rf"and (?:their )?(?:children|bab(?:y|ies)|daughters|sons)|(?:and|&) (?:girls|boys|young women|young men|"
        rf"(?:new )?mothers|"
        rf"(?:new )?mums)|of\b|welcome\b|"
        rf"(?:(?:and )?(?:that|this|which|we) )?(?:includ(?:es?|ing) |means )?(?:all )?trans\b(?! (?:wo)?men (?:and|or)\b)|"
        rf"\(|affected|experiencing)[^.\n]*)?\W*$"
    )


_FOR_WOMEN = _only_for(
    _WOMEN, one="(?:woman|lady)", unmarked="ladies|womens|girls|mums", adjective="female", kin=_KIN_OF_WOMEN
)
_FOR_MEN = _only_for(
    _MEN, one="(?:man|bloke|lad|fella)", unmarked="mens|boys|gents|dads|lads", adjective="male", kin=_KIN_OF_MEN
)
_BOTH = re.compile(
    rf"\b(?:{_WOMEN} [(](?:and|&|or) {_MEN}|{_MEN} [(](?:and|&|or) {_WOMEN})\b|"
    rf"\b{_WOMEN} [\d-]+,? (?:and )?{_MEN}\b|\b{_MEN} [\d-]+,? (?:and )?{_WOMEN}\b|"
    rf"\b{_WOMEN}(?:'s)?(?:,? (?:and|&|or) (?:\w+ )?|, ?|/){_MEN}\b|\b{_MEN}(?:'s)?(?:,? (?:and|&|"
    rf"or) (?:\w+ )?|, ?|/){_WOMEN}\b|"
    r"\b(?:man|woman)(?: or | and |/| & )(?:a |any )?(?:man|woman)\b|"
    r"\bwomen\b[^.;\n]{0,40}\btrans men\b|\bmen\b[^.;\n]{0,40}\btrans women\b|"
    r"\bnon[- ]?binary|\bgender[- ]?(?:fluid|diverse)|\bmixed (?:group|gender|class|session|sex)|"
    r"\ball genders|\bany gender|\bfor all\b|\b(?:and|or|&|with) (?:their )?(?:partners?|wives|husbands)\b|"
    r"\bparents\b|\beveryone\b|\beverybody\b|"
    rf"\bopen to all\b(?! (?:{_WOMEN}|{_MEN})\b)|"
    r"\ball welcome\b|\banyone\b(?! (?:who )?identif)|\bboth (?:sexes|genders)"
)
_NOT_ONLY = re.compile(
    rf"\b(?:not|isn't|no longer|n't) (?:just |only |exclusively )?(?:for )?(?:{_WOMEN}|{_MEN})\b|"
    rf"\b(?:{_WOMEN}|{_MEN})[ -]only[^.;\n]{{0,25}}\b(?:available|on request|hours?|slots?|also|options?|"
    rf"times?|days?|evenings?|nights?|sessions (?:on|available|each|run))\b|"
    rf"\b(?:also|some|including|includes|separate|and|plus|offers?|available:?|weekly|monthly|our|have|hold|"
    rf"run) (?:a )?(?:{_WOMEN}|{_MEN})[ -]only\b|\b(?:{_WOMEN}|{_MEN})[ -]only (?:mon|tue|wed|thu|fri|sat|"
    rf"sun)|"
    rf"(?<!trans )(?<!all )\b(?:{_WOMEN}|{_MEN}) (?:also |are (?:also )?)?welcome\b|\b(?:{_WOMEN}|"
    rf"{_MEN})'s \w+ on (?:mon|tue|"
    rf"wed|thu|fri|"
    rf"sat|sun)|\bwelcom(?:e|es|ing) (?:{_WOMEN}|{_MEN})\b|"
    rf"\b(?:mon|tues|wednes|weds|thurs|fri|satur|sun)\w* (?:is |are )?(?:{_WOMEN}|{_MEN})[ -]only|"
    rf"[(](?:{_WOMEN}|{_MEN}) (?:on )?(?:mon|tue|wed|thu|fri|sat|sun)"
)
_HINTS = (
    "wom",
    "men",
    "man ",
    "any man",
    "lad",
    "female",
    "male",
    "girl",
    "boy",
    "gent",
    "mum",
    "dad",
    "father",
    "mother",
    "bloke",
    "guys",
    "chaps",
    "fellas",
    "lasses",
    "sister",
    "brother",
    "nan",
    "aunt",
    "uncle",
    "grand",
    "widow",
)
_SHED = re.compile(r"\b(?:men'?s'?|mens) sheds?\b|\bshed for men\b")
_BOTH_KIN = re.compile(r"\bbrothers?\b.*\bsisters?\b|\bsisters?\b.*\bbrothers?\b")
_KIN_NAMED = {
    "women": re.compile(
        rf"^(?:the )?(?!{_FAITH_SISTERS})sisters\b(?! (?:and|&) brothers)(?:'|s')?(?: (?:of (?!veterans|people|someone|those|anyone|soldiers)\w|(?:at|who|together|circle|club|cupboard|table|gathering|only|space|brew|up)\b)|\W*$)|"
        r"^(?:the )?widows'(?! and)|\bdear sisters\b|\bsisters[ -]only\b"
    ),
    "men": re.compile(
        r"^(?:the )?brothers(?:'|s')?(?: (?:of (?!veterans|people|someone|those|anyone|soldiers)\w|(?:at|who|together|circle|club|table|brew|gathering|only|space)\b)|\W*$)|"
        r"^(?:the )?widowers\b(?!,? (?:and|&|or))|\bbrothers[ -]only\b"
    ),
}
_NAMED_LAST = re.compile(
    r"^(?:[\w'-]+ ){1,3}(?:(?P<men>dads|fathers|daddies|lads|blokes|fellas)|(?P<women>mums|mams|mummies|mothers|ladies|sisters|wrens))(?: (?:club|group|brew|coffee|breakfast))?\W*$|"
    r"\((?:(?P<men2>men|lads|dads|fellas)|(?P<women2>women|ladies|girls|sisters))(?:'s|s'|')? (?:room|night|morning|evening|group|day|flats?|house|supported \w+|accommodation)\)|"
    r"\bex-(?P<women3>wrens?)\b"
)
""" "Saturday Dads", "Bees (women's room)": a name that ends with whose it is."""
_LAST_HINTS = (
    "dad",
    "mum",
    "mam",
    "lads",
    "bloke",
    "fella",
    "ladies",
    "sister",
    "wren",
    "mother",
    "father",
    "(m",
    "(w",
    "(l",
    "(g",
)
_AND_OTHERS = re.compile(
    r"\b(?:and|&|\+|or|n|with|for)\b|'s\b.*\b(?:mums|mothers|dads)$|,|\bsingle\b|\bmothers? (?:and|&)\b"
)
_STAFF = re.compile(
    rf"\b(?:{_WOMEN}|{_MEN}) (?:staff|workers?|instructors?|teachers?|doctors?|counsellors?|volunteers?|"
    rf"gps?|toilets?|practitioners?)\b"
)


@remembered
def read_gender(text: str) -> Gender | None:
    """The one gender that `text` surely says it is for; None for everybody and where nothing is said."""
    if not speaks_of(text, *_HINTS):
        return None
    words = _STAFF.sub(" ", _SHED.sub(" shed ", plain_words(text).lower()))
    if _NOT_ONLY.search(words) or _BOTH.search(words):
        return None
    women, men = _FOR_WOMEN.search(words), _FOR_MEN.search(words)
    if not (women or men) and speaks_of(words, "sister", "brother", "widow") and not _BOTH_KIN.search(words):
        women, men = _KIN_NAMED["women"].search(words), _KIN_NAMED["men"].search(words)
    if women and men:
        return None
    return Gender.WOMEN if women else Gender.MEN if men else None


_WOMENS_BODY = re.compile(
    r"\bW\.?I\b(?!-| [Hh]all)|\bTWG\b|(?i:\b(?:women's institute|townswomen|inner wheel|soroptimists?|mothers'? union|ladies'? circle)\b)"
)


_SPEAKS_OF = {
    Gender.WOMEN: re.compile(r"\b(?:women|ladies|lasses|mums|mams|mothers|sisters)\b"),
    Gender.MEN: re.compile(r"\b(?:men|fellas|lads|blokes|dads|fathers|brothers)\b"),
}


def named_gender(name: str, text: str) -> Gender | None:
    """The one gender after which a group is called: "Bees (women's room)", and "Saturday Dads" where its text agrees."""
    if not speaks_of(name, *_LAST_HINTS):
        return None
    found = _NAMED_LAST.search(words := plain_words(name).lower())
    if found is None:
        return None
    gender = Gender.WOMEN if (found.lastgroup or "").startswith("women") else Gender.MEN
    if found.lastgroup not in ("men", "women"):
        return gender
    small = text.lower()
    agreed = (
        not _AND_OTHERS.search(words) and _SPEAKS_OF[gender].search(small) and not _OTHER_HALF[gender].search(small)
    )
    return gender if agreed else None


_ALL_OF_THEM = re.compile(
    r"\ball (?:the )?(?:local )?(?:ladies|women)(?: of (?:all|any) ages?)?(?: are)?(?: very| most)? welcome\b"
    r"(?! (?:too|also|as well)\b)"
)


def invites_women(name: str, text: str) -> bool:
    """Whether a women's institute says that all ladies are welcome: by itself neither keeps anybody out."""
    if not _WOMENS_BODY.search(name):
        return False
    words = plain_words(text).lower()
    return _ALL_OF_THEM.search(words) is not None and not _BOTH.search(words)


_BEFORE_THEM = (
    r"(?:(?:for|open to|open door for|just|only|all|any|local|calling|calling all|retired|gay|lesbian|young|younger|older|single|"
    r"deaf or deafened|deaf|disabled|pregnant|grown|adult|autistic|somali|local|homeless|older|expectant|lads and|women and|girls and|lonely|isolated|new|stressed|knackered|muslim|black|somali|asian|bereaved|widowed|the|us|our|other|\d\d ?\+|over[- ]\d\ds|of any age|-|:) )*"
)
_AFTER_THEM = (
    r"(?=\W*$|[,.:;!?]| (?:who|with|of|over|under|aged|living|in|from|only|mostly|mainly|and their|and all|bringing|to be|day|night|"
    r"fitting|room|whose|trying|raising|that|at|on|and girls|and lads|sit|meet|cook|gather|walk|talk|learn|sew|anywhere|going|where|wanting|looking|without|needing|having|whose|getting|after|experiencing|affected|\d[\w+-]*)(?!\w)|'ve|'re)(?! in (?:the|our) )"
)
_OPENS_WITH_WOMEN = re.compile(
    rf"^{_BEFORE_THEM}(?:women|ladies|girls|lasses|mums|mams|mothers|sisters|nans|grandmas|aunties|widows)\b{_AFTER_THEM}|^(?:women|ladies|girls)'s? \w+(?:\W*$|,)|\bno (?:men|fellas|blokes|lads)\b(?! (?:only|under|over))|"
    r"\b(?:for|open to) (?:\w+ ){0,2}(?:women|ladies|lasses|mums|mams|sisters)\b(?! (?:and|or|&) (?:the )?(?:men|lads|blokes|fellas|boys|dads|brothers|families|(?:other )?carers|their families|partners|other))(?!'s)|\bladies day\b|\b(?:female|women's|ladies'?) (?:dorm|dormitory|wing|hostel beds)\b|\bex-wrens?\b|\bmums[- ]to[- ]be\b(?! (?:and|&|\+) (?:dads|partners))|"
    r"\bwomen of (?:any|all) ages?\b|\bwomen and (?:for )?(?:their )?children\b| - mums with\b"
)
_OPENS_WITH_MEN = re.compile(
    rf"^{_BEFORE_THEM}(?:men|fellas|lads|blokes|gents|guys|chaps|dads|fathers|brothers|grandads|widowers)\b{_AFTER_THEM}|^(?:men|lads|fellas)'s? \w+(?:\W*$|,)|\bno women\b|\b(?:male|men's) (?:dorm|dormitory|wing|hostel beds)\b|"
    r"\b(?:for|open to) (?:\w+ ){0,2}(?:men|fellas|lads|blokes|gents|chaps|dads|brothers)\b(?! (?:and|or|&) (?:the )?(?:women|ladies|lasses|girls|mums|mams|sisters|families|(?:other )?carers|their families|partners|other))(?!'s)|"
    r"\bmen of (?:any|all) ages?\b|\b\d\d\+ men\b"
)
_OTHER_HALF = {
    Gender.WOMEN: re.compile(
        r"(?<!no )(?<!trans )(?<!from )(?<!without )\b(?:men|fellas?|lads|blokes?|dads|grandads|uncles|brothers and|fathers|gents|guys|partners)\b|\bbrothers?\b(?! (?:please )?wait)"
    ),
    Gender.MEN: re.compile(
        r"(?<!no )(?<!trans )(?<!from )(?<!without )\b(?:women|ladies|girls|lasses|mums|mams|mothers|sisters|wives welcome|everyone welcome|lesbians?|trans people)\b"
    ),
}
_NOT_THEM = re.compile(
    r"\b(?:welcome too|also|as well|run by|led by|staff|volunteers?|toilets?|history|rights|wear|clothes for|award|mainly for|"
    r"separate|some|sessions? for|night for|mondays? for|tuesdays? for|all genders|non-?binary|anyone|(?<!tried it )(?<!was )(?<!to be )(?<!isn't )(?<!not )mixed|not just|or not|especially|"
    r"their partners|young people|(?:sisters|brothers|mums|dads|mothers|fathers) of|first\b(?! (?:and|time|baby))|including|such as|refuge for the|donat\w+|collect\w*|charity shop|raise\w*)\b"
)


def opens_with_gender(sentence: str, text: str) -> Gender | None:
    """The one gender with which a sentence of a description begins ("Fellas who've never cooked."), of whom it then is.

    None where the text speaks anywhere of people of the other.
    """
    words, everything = sentence.lower(), text.lower()
    if _NOT_THEM.search(words):
        return None
    for gender, opens in ((Gender.WOMEN, _OPENS_WITH_WOMEN), (Gender.MEN, _OPENS_WITH_MEN)):
        if opens.search(words) and not _OTHER_HALF[gender].search(everything):
            return gender
    return None


def names_both(text: str) -> bool:
    """Whether `text` speaks of women and of men, of everybody, or of hours for one of them."""
    words = plain_words(text).lower()
    if _NOT_ONLY.search(words) or _BOTH.search(words):
        return True
    return all(re.search(rf"\b{them}\b", words) for them in (_WOMEN, _MEN))
