"""What makes a sentence of running text one about times, prices, ages, a gender or access: the patterns by which
`running_text` chooses the sentences that it believes.
"""

import re
from typing import NamedTuple

from directory.understanding.weekdays import NAME


class Subject(NamedTuple):
    """What a sentence has to speak of, and what it must not, for then it only looks like it.

    Where none of the hints stands in a text, it need not be read. Patterns are for small letters: they are found in a
    fraction of the time when capitals need no thought.
    """

    hints: tuple[str, ...]
    about: re.Pattern[str]
    not_about: re.Pattern[str]

    def speaks(self, sentence: str) -> bool:
        small = sentence.lower()
        return self.about.search(small) is not None and self.not_about.search(small) is None

    def is_whole(self, words: str) -> bool:
        """Whether the words speak of it and of nothing else."""
        return self.about.fullmatch(words.lower()) is not None


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases))


def _words(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


_CLOCK = (
    r"(?:\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|noon|o'?clock)|\b[012]?\d:[0-5]\d\b|"
    r"\b\d{1,2}(?:[.:]\d\d)? ?(?:-|to|till?|until) ?\d{1,2}\b)"
)
_DAY = rf"\b(?:{NAME}|week ?days?|weekends?|w/e(?:nds?)?\b|wk ?ends?|every ?day|daily)"
TIMES = Subject(
    ("day", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekend", "daily", "w/e", "wkend"),
    _any(
        rf"{_DAY}.{{0,80}}?{_CLOCK}",
        rf"{_CLOCK}.{{0,40}}?{_DAY}",
        r"^(?:in |during )?(?:school )?term[- ]?time(?: only)?$",
    ),
    _words(
        r"office|reception|admin|phone ?lines?|lines?(?! danc)|helpline|telephone|switchboard|call|ring|enquir\w+|text|e-?mail|"
        r"phone(?= (?:\w+ )?(?:any|on|between|from|before|after|\w+day))",
        r"live chat|response|reply|was|were|used to|previous\w*|last (?:year|week|month)|until recently|no longer",
        r"closed|cancel\w*|except|may|might|could|usually|often|some|other times|also|another|our (?:other|sister)",
        r"deliver\w*|collect\w*|donations?|volunteers? (?:needed|wanted)|deadline|agm|annual general",
        rf"(?:by|before) (?:\d|noon|midday|{NAME})|trustees|committee|bus(?:es)?|trains?(?! (?:on |every )?{NAME})|parking|nearest|served",
        r"(?:the|our|its) (?:branch|café|cafe|shop|library|centre)(?: (?!itself\b)\w+)? (?:is|opens?|are|runs)",
    ),
)
"""A day with its hours, and neither the telephone's, nor the café's, nor what was last year."""
OF_THE_OFFICE = _words(
    r"office|reception|admin|phone ?lines?|helpline|telephone|switchboard|call|ring|phone|e-?mail|enquir\w+|caf[eé]|shop"
)
CLAUSES = re.compile(r", (?:and |but )?| but | and (?=(?:the|our|we)\b)| while ", re.IGNORECASE)
_HAPPENING = (
    r"(?:groups?|clubs?|class(?:es)?|sessions?|choir|meetings?|drop[- ]?ins?|courses?|workshops?|society|band|team|activities|"
    r"lessons|rehearsals)"
)
HAPPENS = re.compile(
    rf"(?:(?:the|our|this|all|my) )?(?:[\w'-]+ ){{0,2}}?{_HAPPENING} (?:meets?|runs?|takes? place|happens?|rehearses?|gathers?|"
    r"starts?|is|are|on)\b|(?:the|our) (?:(?!office|shop)[\w'-]+ ){1,3}itself (?:is|runs?|meets?|opens?|happens|takes place)\b|"
    r"we (?:all )?(?:meet|run|gather|sing|play|rehearse|practi[sc]e)\b"
)
"""How a clause begins that tells when it happens, in a sentence that tells the hours of the office as well."""

_UNIT = (
    r"(?:session|class|week|visit|person|head|hour|lesson|month|year|term|course|child|family|adult|night|day|meeting|"
    r"game|swim|walk)"
)
_SUM = r"(?:£ ?\d[\d.,]*\d|£ ?\d|\b\d{2}p)"
_ACTIVITY = (
    r"(?:sessions?|class(?:es)?|groups?|clubs?|courses?|workshops?|activit\w+|services?|support|advice|drop[- ]?ins?|"
    r"events?|lessons?|counselling|walks?|choir|programme|mornings?|afternoons?)"
)
_FOOD = r"(?:refreshments|tea|coffee|cakes?|food|lunch(?:es)?|equipment|kit)"
PRICES = Subject(
    ("£", "free", "charge", "cost", "no fee", "nothing to pay", "pay what", "0p", "5p"),
    _any(
        rf"{_SUM} ?(?:a|an|per|each|every|/|for (?:each|every|a)) ?{_UNIT}\b",
        rf"{_SUM} ?(?:each|pp|p/h|entry|admission|on the door|at the door|to (?:attend|join|come|take part)|"
        r"\(concessions?)\b",
        r"\b(?:costs?|price[ds]?|fees?|charges?|entry|admission|tickets?|subs|membership)"
        r"(?: (?:is|are|just|only|of|at|it|from|at just)){0,3} ?:? ?£ ?\d",
        rf"\b{_ACTIVITY} (?:is|are|costs?) (?:just |only )?£ ?\d",
        r"\b(?:it's|it is|its) (?:just |only )?£ ?\d{1,2}(?:\.\d\d)?(?=\W*$|,| (?:which|that|and that|including|inc|to (?:come|join|get in|"
        r"attend|take part)|on the door|at the door|for (?:the|an|two|\d)|cash)\b)",
        rf"(?:{_CLOCK}|\bnoon|\bmidday)[ ,:(/|-]{{1,3}}(?:only |just )?£ ?\d|"
        r"\b(?:two|three|2|3)[- ]courses?(?: [a-z]+){0,2}[ ,:-]{1,3}£ ?\d|"
        r"[(]£ ?\d{1,2}(?:\.\d\d)?[,)]",
        r"\bfree to (?:attend|join|use|come|enter|access|all|everyone|anyone|members of the public|take part)\b",
        r"\b(?:is|are|it's|completely|totally|absolutely|all|entirely|always) free\b"
        r"(?! (?:from|of (?!charge)|to choose|to (?:leave|ask|bring)))",
        r"\bfree of charge\b|\b(?:no|without|at no) (?:charge|cost|fees?)\b|\bnothing to pay\b",
        r"^free\b",
        rf"\b(?:our|a|this|these|weekly|offers?|provides?|runs?|join|of|"
        rf"for) free,? (?:\w+,? (?:and )?){{0,3}}{_ACTIVITY}\b",
    ),
    _words(
        r"also|raised?|raising|funding|funded|grants?|worth|prizes?|save[ds]?|savings?|benefits?|vouchers?|salary|"
        r"wages?",
        r"pay(?:s|ing|ment)s? (?:of|up to)|owe[ds]?|debts?|loans?|fines?|insurance|income|per cent|million|turnover",
        r"budget|parking|wi-?fi|transport(?! (?:can be |is |may be )?(?:arranged|available|provided))|"
        r"travel|bus|delivery|helpline|phone ?line|number|calls?|may be|might|some|"
        r"most",
        r"many|where possible|if you (?:are|have|get|receive)|school meals|prescriptions?|dinners?|eye tests?|crèche",
        rf"creche|{_FOOD} (?:is|are|costs?|for|from|at|available)|free (?:\w+ )?{_FOOD}(?! (?:morning|afternoon|"
        rf"club))|hire|not free|childcare",
        r"hours of|places? (?:is|are)|trial|taster|was|were|we (?:really |badly )?need|appeal",
    ),
)
"""A sum with what it is for, or that it is free; not what was raised, and not the parking."""

_PAYERS = (
    r"(?:adults?|children|kids|members|non[- ]?members|visitors|guests|concs?|concessions?|students|seniors|oaps|"
    r"pensioners|unwaged|waged|famil(?:y|ies)|juniors|(?:under|over)[- ]?\d{1,2}'?s|carers|siblings|residents)"
)
PRICE = re.compile(r"£|\b\d{2}p\b|\bfree(?: for\b|\W*$)", re.IGNORECASE)
CLIPPED_PRICES = Subject(
    PRICES.hints,
    _any(
        r"(?:cost:? |price:? |only |just )?(?:£ ?\d[\d.]*|\d{2}p)(?: ?/ ?£ ?\d[\d.]*)?(?: \([^()]*\))?"
        r"(?: (?:donation|suggested|waged|unwaged|adults?|concs?|concessions?|(?:non[- ]?)?members|visitors|guests|children|kids|pay as you go|cash only)|"
        rf" ?(?:per|a|an|each|every|/) ?{_UNIT}?| (?:incl?(?:uding|udes|\.)?|with|inc\.?) [\w &]{{1,30}})?"
        r"(?: \([^()]*\))?",
        rf"{_PAYERS}:? (?:£ ?\d[\d.]*|\d{{2}}p|free)(?: each)?",
        r"free(?: (?:of charge|service|group|class|session|entry|admission|event|activity|course))?",
        r"[^,]{0,40}\(free\)|(?:members|carers|concessions|students|children|under \d{1,2}s|"
        r"over \d{1,2}s) (?:go )?free",
        r"first (?:session|class|visit|lesson) free(?:,? (?:then|thereafter|and then) £ ?\d[\d.]*)?",
        r"pay what you (?:can(?: afford)?|like|feel|want)|(?:by )?donations?(?: welcome)?",
    ),
    _words(r"raised?|raising|grants?|worth|prizes?|save[ds]?|owe[ds]?|up to|was|were|vouchers?|also"),
)
""" "£4 (£3 concs)", "free", between two commas."""

_PEOPLE = (
    r"(?:people|adults?|women|men|ladies|anyone|anybody|everyone|those|children|kids|young people|young adults|girls|"
    r"boys|teenagers|teens|residents|toddlers|babies|learners|carers|singers|players|members|folk|older people|"
    r"youngsters|individuals|students|pupils)"
)
_IN_WORDS = r"(?:eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_AGE = (
    rf"(?:aged?s? |between (?:the ages of )?\d|over[- ](?:the age of )?(?:\d|{_IN_WORDS}\b)|over[- ]?(?:forties|fifties|sixties|seventies|eighties)|"
    r"in (?:their|your) (?:[2-9]0'?s|twenties|thirties|forties|fifties|sixties|seventies|eighties)\b|"
    rf"{_IN_WORDS}(?:[- ]\w+)? (?:plus|(?:and|or) (?:over|above|older))\b|"
    r"under[- ](?:the age of )?\d|\d{2} ?\+|\d{2} (?:and|or) (?:over|above|older|under)|"
    r"\d{1,2} ?(?:-|to) ?\d{1,2} ?(?:years?|yrs?|year[- ]olds?)|\d{2} plus)"
)
AGES = Subject(
    (
        " to 1",
        " to 2",
        " to 3",
        "-1",
        "-2",
        "-3",
        "s to ",
        "s-",
        "age",
        "over",
        "pensioner",
        "under",
        "+",
        "between",
        "year",
        "plus",
        "adult",
        "for ",
        "u1",
        "u8",
        "u9",
        "yrs",
        "ks",
        "girls",
        "boys",
    ),
    _any(
        r"^any grown[- ]?up age\b|\ball past \d\d\b",
        r"\b(?:for|open to|aimed at|suitable for|designed for|available to|welcomes?|supports?|supporting|helps?|"
        rf"work(?:s|ing)? with|anyone|everyone|any)\b.{{0,60}}?\b{_AGE}",
        rf"\b{_PEOPLE} {_AGE}|^{_AGE}|, {_AGE}|\bages? \d|\bfor (?:the )?\d{{1,2}}-\d{{1,2}}'?s\b|\badults? only\b|"
        r"^adults$|\b(?:school years? \d|y(?:ea)?rs \d{1,2}(?: to| and|,| &)|key stages? \d|ks[1-5]\b|u\d{1,2}'?s?\b|"
        r"primary(?: school)?[ -]age)|\(\d\d ?\+\)|"
        r"\b(?:young people|young carers|children|kids|girls|boys|teens|teenagers|juniors) \d{1,2} ?(?:-|"
        r"to) ?\d{1,2}\b|"
        r"\bfor (?:adults|(?:the |us )?grown[- ]?ups|(?:local )?teens)\b(?! (?:and|or|as well))|"
        r"\b(?:group|club|class|course|sessions?|activities|choir|space|workshops?) for adults\b|"
        rf"\b(?:over|under)[- ]?\d{{1,2}}'?s\b",
        r"\b(?:must be|you need to be|minimum age|min age|lower age limit)\b",
        r"^(?:ages? )?(?:1\d|[2-9]\d|[5-9])(?:'?s)? ?(?:-|to) ?(?:1[3-9]|[2-9]\d)(?:'?s|ish)?"
        r"(?=[,.]|$| (?:only|who|welcome|living|please|in care|and)\b)",
        r"\b\d\d?'?s (?:-|to) ?\d\d'?s\b|\b\d\d ?(?:-|to) ?\d\ds\b|\bif you(?:'re| are) (?:aged )?\d\d? ?(?:-|to) ?\d\d\b",
        r"^any adult$|, (?:\d\d|sixteen|eighteen) plus\b|\b(?:people|lads|men|women|ladies|fellas|folk|those|girls|carers) (?:of |aged )?(?:\d\d|sixty|fifty|forty|seventy|sixty-five) and (?:over|up|above)\b|\ball ages from \d|\bif you(?:'re| are) between \d\d? |"
        r"^adults (?:only|living|in) |\b(?:for|local|only) (?:\w+ )?pensioners\b|\bpensioners only\b",
    ),
    _any(
        r"\b(?:volunteer\w*|staff|trustees?|over \d+ years(?! (?:old|of age))|for \d+ years|since|established|founded|"
        r"experience|years of|years ago|anniversary|grandchild\w*|oldest|youngest|average|most of (?:our|us)|"
        r"(?:their|your|his|her) (?:\w+ )?(?:child\w*|son|daughter|baby|babies|mum|dad|parents?)|parents?|famil\w+|"
        r"mothers?|mums?|carers of|accompan\w+|free (?:for|to|if)|discount|half|members? (?:over|under)|priority|"
        r"especially|"
        r"particularly|including|mainly|mostly|e\.?g|such as|from (?:the )?\d|"
        r"(?:don't|do not|needn't) (?:have to )?pay|pays? (?:nothing|half|less)|go(?:es)? free|(?:some|many) (?:of|people|members|"
        r"are)|miles|hours|"
        r"so far|and for (?:anyone|people|those|their)|\d+[- ](?:month|week)|\d(?:s|'s|\+)? are (?:\w+ )?welcome)\b",
    ),
)
"""The age of those it is for; not the staff's, nor for how long it has been running."""

CARING = re.compile(
    r"\b(?:who|that) (?:help )?(?:look(?:s|ing)? after|cares? for|(?:are|is) caring for)\b(?! (?:the (?!person)|nature|wildlife|animals|plants)).*"
)
"""She who cares for somebody comes, and all that follows is of the other: "aged 8 to 17 who look after somebody, for example a gran over 80"."""
CLIPPED_AGES = Subject(
    ("over ", "over-", "under", "+", " u", "plus"),
    _any(
        r"(?:[\w'&-]+ ){0,4}(?:(?:over|under)[- ]?\d{1,2}'?s?|u\d{1,2}'?s?|(?!11)\d\d ?\+|\d\d plus)(?: (?:only|welcome))?",
    ),
    AGES.not_about,
)
""" "Tai chi 50+", as a piece of its own."""

_ONE = (
    r"(?:women|womens|ladies|females?|men|mens|gentlemen|males?|girls|boys|dads|fathers|mums|mothers|lads|guys|chaps|"
    r"blokes|lasses)"
)
GENDER = Subject(
    (
        "wom",
        "men",
        "ladies",
        "male",
        "girls",
        "boys",
        "dads",
        "fathers",
        "mums",
        "mothers",
        "lads",
        "guys",
        "chaps",
        "bloke",
        "lasses",
        "any man",
        "s only",
        "mams",
        "fellas",
        "gents",
        "grandads",
        "nans",
        "sisters",
        "brothers",
        "widow",
    ),
    _any(
        rf"^(?:[\w'-]+ ){{1,3}}for (?:\w+ ){{0,2}}{_ONE}\b(?! (?:and|or|&))",
        rf"\ball-{_ONE}\b|\b(?:charity|project|organisation|service|group|refuge) (?:that )?(?:support(?:s|ing)|"
        rf"help(?:s|ing)|"
        rf"empower(?:s|ing)) (?:\w+ ){{0,2}}{_ONE}\b(?! (?:and|or|&))",
        r"\b(?:for|open to|welcomes?) any (?:man|woman|bloke|lady|dad|mum)\b(?! (?:or|and)\b|/)|"
        r"\bfor (?:all )?(?:sisters|brothers|daughters|nans|nannas|grandmas|grandmothers|aunties|grandads|grandfathers|uncles)[ -]only\b|"
        rf"\b{_ONE}(?:'s)?[ -]only\b|\b(?:only|exclusively|just) (?:for |open to )?{_ONE}\b|"
        rf"^for (?:\w+ ){{0,2}}{_ONE}\b",
        rf"^(?:(?:we are |this is |it is )?an?|this|our|the) (?:[\w-]+ ){{0,2}}{_ONE}(?:'s|s'|')? (?:[\w-]+ ){{0,2}}"
        r"(?:group|club|choir|circle|network|team|class|course)\b(?!, an?\b| and an?\b)",
        r"\b(?:groups?|clubs?|sessions?|class(?:es)?|courses?|spaces?|choir|network|programme|charity|refuge|walks?|"
        r"place|project|team|side|circle|drop[- ]?in|café|cafe|meet[- ]?up|support|football|swim(?:ming)?|yoga|"
        r"fitness|is|are|open) "
        rf"(?:aimed at |open |only |run by \w+ )?(?:for|to) (?:\w+,? (?:and )?){{0,3}}{_ONE}\b",
    ),
    _words(
        r"volunteer\w*|staff|worker|workers|also|separate|some|other(?! (?:male|female)\b)|as well as|including|especially|one of|two|three",
        r"many|mixed|monthly|once a month|changing|toilets?|history|rights|wear|wards?|clothing|clothes|jobs?",
    ),
)
""" "A group for men", "women only"; not one session of several."""

CLIPPED_GENDER = Subject(
    GENDER.hints,
    _any(
        r"(?:women|men|ladies|girls|boys|mums|dads)(?:'s|s'|') (?:[\w-]+ ){0,3}[\w-]+(?: \([^()]*\))?",
        r"(?:[\w-]+ ){0,3}\(?(?:girls|boys|women|men|ladies) (?:only|(?:aged? )?\d{1,2} ?(?:-|to) ?\d{1,2}|"
        r"in (?:school )?years? [\d ,&-]{1,9}(?:and \d{1,2})?)\)?",
    ),
    GENDER.not_about,
)
""" "Men's walking football", as a heading of its own; "Guides (girls 10-14)"."""

ACCESS = Subject(
    ("step", "wheel", "loop", "access", "bsl", "sign language", "large print", "big print", "dog", "changing places", "park", "lift",
     "ramp", "quiet", "stairs", "relaxed", "sensory", "disabled"),
    _words(
        r"step[- ]?free|wheel ?-?chair|(?:hearing|induction) loop|accessible (?:toilets?|building|venue|entrance)",
        r"disabled (?:toilets?|access|parking)|fully accessible|level access|(?:bsl|sign language)[ -]interpret\w*",
        r"interpreted in bsl|(?:large|big)[- ]print|(?:assistance|guide) dogs?|changing places|a lift|no lift|lift to|ramp(?:ed)?|stairs|staircase|(?:on|at) the ground floor|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozen|stone|steep) steps (?:up|down|to|at|and)",
        r"(?:free|on-?site|ample|disabled|car) park(?:ing)?|no (?:on-?site )?parking|quiet (?:room|space|area)|"
        r"low[- ]sensory",
        r"relaxed (?:session|performance)s?",
    ),
    _words(
        r"campaign\w*|learn\w*|teach\w*|courses? (?:in|on)|train(?:ing|s)? (?:in|on)|advice|grants?|adapt\w*|"
        r"install\w*",
        r"fit(?:s|ted|ting)?|help(?:s|ing)? with|apply|applications?|repairs?|hire|loans?|lend|equipment|rails?|"
        r"showers?",
        r"your home|homes?|stair ?lifts?|provide wheelchairs|push|basketball|rugby|tennis|may|might|could|some|most|"
        r"soon",
        r"plan\w*|hope|hoping|hopefully|appl(?:ied|ying)|rais(?:e|ing)|fund-?raising|saving|waiting|"
        r"need(?:s|ed)? (?:a|to)|want|would|if|whether|ask|check|contact|call|ring|assess\w*|"
        r"holiday",
        r"accommodation|flats?|properties|journeys?|stations?|buses|taxis?|minibus\w*|vehicles?|transport|meet",
    ),
)  # fmt: skip
"""What is said of the place or the session; not what a service fits, lends or campaigns for."""

_CLIPPED_FEATURE = (
    r"(?:fully )?(?:step[- ]?free(?: access)?|wheelchair (?:accessible|access|friendly)|accessible toilets?|"
    r"disabled (?:access|toilets?|parking)|(?:hearing|induction) loop|ground floor(?: venue| room| hall)?|level access|"
    r"(?:free|on-?site) parking|carers? welcome|(?:large|big) print(?: copies)?|bsl interpreter)"
)
CLIPPED_ACCESS = Subject(
    (*ACCESS.hints, "ground floor", "carer"),
    _any(_CLIPPED_FEATURE),
    ACCESS.not_about,
)
""" "Step free", between two commas."""
LISTED_ACCESS = Subject(
    CLIPPED_ACCESS.hints,
    _any(
        rf"(?:{_CLIPPED_FEATURE}|lift|ramp|parking|quiet room)(?:,? (?:and |& )?(?:{_CLIPPED_FEATURE}|lift|ramp|"
        rf"parking|quiet room))+"
    ),
    ACCESS.not_about,
)
""" "Hearing loop, parking": where nothing else stands in the sentence, these words are of access too."""

PARKING_BESIDE = Subject(
    ("parking",),
    _any(
        rf"(?:^|, ?){_CLIPPED_FEATURE}, ?(?:car )?parking(?=\W*$|,)",
        rf"(?:^|, ?)(?:car )?parking, ?{_CLIPPED_FEATURE}(?=\W*$|,)",
    ),
    ACCESS.not_about,
)
""" "£5, step free, parking": alone it may be what people complain of, and beside its price it is what they pay."""

PHONES = re.compile(
    r"\b(?:ring|call|phone|telephone|tel|text|contact|speak to|number|mob(?:ile)?|t)\b[^\n]{0,60}?\(?\+?\(?0\d",
    re.IGNORECASE,
)
LONGEST_SHORT_NUMBER = 7
"""Characters of "116 123" and of "85258": help lines that are named in passing are not this activity's."""
