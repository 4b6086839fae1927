"""What makes a sentence of running text one about times, prices, ages, a gender, access: patterns of `running_text`.

Each is a pair: what it has to speak of, and what it must not, for then it only looks like it.
"""

import re

from directory.understanding.weekdays import NAME

_CLOCK = r"\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|noon|o'?clock)|\b[012]?\d:[0-5]\d\b|\b\d{1,2}(?:[.:]\d\d)? ?(?:-|–|to|till?|until) ?\d{1,2}\b"
TIMES = re.compile(
    rf"\b(?:{NAME}|week ?days?|weekends?|every ?day|daily)[\s\S]{{0,80}}?(?:{_CLOCK})|"
    rf"(?:{_CLOCK})[\s\S]{{0,40}}?\b(?:{NAME}|week ?days?|weekends?|every ?day|daily)",
    re.IGNORECASE,
)
NOT_TIMES = re.compile(
    r"\b(?:office|reception|admin|phone ?lines?|lines?|helpline|telephone|switchboard|call|ring|enquir\w+|"
    r"was|were|used to|previous\w*|last (?:year|week|month)|until recently|no longer|closed|cancel\w*|except|"
    r"may|might|could|usually|often|some|other times|deliver\w*|collect\w*|donations?|volunteers? (?:needed|wanted)|"
    r"also|another|our (?:other|sister)|deadline|by|before|agm|annual general|trustees|committee|rehears\w+ for|"
    r"text|e-?mail|live chat|response|reply|bus(?:es)?|trains?|parking|nearest|served|"
    r"branch|café|cafe|shop)\b",
    re.IGNORECASE,
)

_UNIT = r"(?:session|class|week|visit|person|head|hour|lesson|month|year|term|course|child|family|adult|night|day|meeting|game|swim|walk)"
PRICES = re.compile(
    rf"(?:£ ?\d[\d.,]*\d|£ ?\d|\b\d{{2}}p)(?: ?(?:a|an|per|each|every|/|for (?:each|every|a)) ?{_UNIT}\b| ?(?:each|pp|p/h|entry|"
    r"admission|on the door|at the door|to (?:attend|join|come|take part)|\(concessions?)\b)|"
    r"\b(?:costs?|price[ds]?|fees?|charges?|entry|admission|tickets?|subs|membership)(?: (?:is|are|just|only|of|at|it|from|at just))* ?:? ?£ ?\d|"
    r"\bfree to (?:attend|join|use|come|enter|access|all|everyone|anyone|members of the public|take part)\b|"
    r"\b(?:is|are|it's|completely|totally|absolutely|all|entirely|always) free\b(?! (?:from|of (?!charge)|to choose|to (?:leave|ask|bring)))|"
    r"\bfree of charge\b|\b(?:no|without|at no) (?:charge|cost)\b|\bnothing to pay\b|^\W*free\W*$|"
    r"\b(?:our|a|this|these|weekly|offers?|provides?|runs?|join|of|for) free,? (?:\w+,? (?:and )?){0,3}(?:sessions?|class(?:es)?|groups?|clubs?|courses?|"
    r"workshops?|activit\w+|services?|support|advice|drop[- ]?ins?|events?|lessons?|counselling|walks?|choir|programme)\b",
    re.IGNORECASE | re.MULTILINE,
)
NOT_PRICES = re.compile(
    r"\b(?:also|raised?|raising|funding|funded|grants?|worth|prizes?|save[ds]?|savings?|benefits?|vouchers?|salary|wages?|"
    r"pay(?:s|ing|ment)s? (?:of|up to)|owe[ds]?|debts?|parking|wi-?fi|transport|travel|bus|delivery|helpline|phone ?line|number|calls?|"
    r"up to £|million|turnover|budget|may be|might|some|most|many|where possible|if you (?:are|have|get|receive)|school meals|"
    r"prescriptions?|dinners?|eye tests?|crèche|creche|lunch(?:es)? (?:is|are)|refreshments|tea|coffee|cake|food|equipment (?:is|are)|"
    r"kit|hire|not free|income|per cent|loans?|fines?|insurance|childcare|hours of|places? (?:is|are)|trial|taster|was|were)\b",
    re.IGNORECASE,
)

_PEOPLE = (
    r"(?:people|adults?|women|men|ladies|anyone|anybody|everyone|those|children|kids|young people|young adults|girls|boys|teenagers|teens|"
    r"residents|toddlers|babies|learners|carers|singers|players|members|folk|older people|youngsters|individuals|students|pupils)"
)
_AGE = (
    r"(?:aged?s? |between (?:the ages of )?\d|over[- ](?:the age of )?\d|over[- ]?(?:fifties|sixties)|under[- ](?:the age of )?\d|\d{2} ?\+|\d{2} (?:and|or) (?:over|above|older|under)|"
    r"\d{1,2} ?(?:-|–|to) ?\d{1,2} ?(?:years?|yrs?|year[- ]olds?)|\d{2} plus)"
)
AGES = re.compile(
    rf"\b(?:for|open to|aimed at|suitable for|designed for|available to|welcomes?|supports?|supporting|helps?|"
    rf"work(?:s|ing)? with|anyone|everyone|any)\b[^.\n]{{0,60}}?\b{_AGE}|\b{_PEOPLE} {_AGE}|^\W*{_AGE}|\b(?:over|under)[- ]?\d{{1,2}}'?s\b|"
    r"\b(?:must be|you need to be|minimum age|min age|lower age limit)\b",
    re.IGNORECASE | re.MULTILINE,
)
NOT_AGES = re.compile(
    r"\b(?:volunteer\w*|staff|trustees?|since|established|experience|founded|years of|years ago|anniversary|grandchild\w*|"
    r"(?:their|your|his|her) (?:\w+ )?(?:child\w*|son|daughter|baby|bab(?:ies)|mum|dad|parents?)|parents?|famil\w+|mothers?|mums?|carers of|also|"
    r"oldest|youngest|average|most of (?:our|us)|accompan\w+|free|£|discount|half|members? (?:over|under)|priority|"
    r"especially|particularly|including|mainly|mostly|e\.?g|such as|from (?:the )?\d|some|many|homes?|housing|miles|hours|\d+[- ](?:month|week))\b|£",
    re.IGNORECASE,
)

_ONE_GENDER = r"(?:women|womens|ladies|females?|men|mens|gentlemen|males?|girls|boys|dads|fathers|mums|mothers|lads)"
GENDER = re.compile(
    rf"\b{_ONE_GENDER}(?:'s)?[ -]only\b|\b(?:only|exclusively|just) (?:for |open to )?{_ONE_GENDER}\b|^\W*for (?:\w+ ){{0,2}}{_ONE_GENDER}\b|"
    rf"\b(?:groups?|clubs?|sessions?|class(?:es)?|courses?|spaces?|choir|network|programme|charity|refuge|walks?|place|project|team|side|"
    rf"circle|drop[- ]?in|café|cafe|meet[- ]?up|is|are|open) (?:aimed at |open |only |run by \w+ )?(?:for|to) (?:\w+,? (?:and )?){{0,3}}{_ONE_GENDER}\b",
    re.IGNORECASE | re.MULTILINE,
)
NOT_GENDER = re.compile(
    r"\b(?:volunteer\w*|staff|worker|workers|also|separate|some|other|as well as|including|especially|one of|two|three|many|"
    r"mixed|monthly|once a month|changing|toilets?|history|rights|wear|wards?|clothing|clothes|jobs?)\b",
    re.IGNORECASE,
)

ACCESS = re.compile(
    r"\bstep[- ]?free\b|\bwheel ?-?chair\b|\b(?:hearing|induction) loop\b|\baccessible (?:toilets?|building|venue|entrance)|\bdisabled (?:toilets?|access|parking)|"
    r"\bfully accessible\b|\blevel access\b|\b(?:bsl|sign language)[ -]interpret\w*|\binterpreted in bsl\b|\blarge print\b|\b(?:assistance|guide) dogs?\b|"
    r"\bchanging places\b|\b(?:free|on-?site|ample|disabled|car) park(?:ing)?\b|\b(?:a|no) lift\b|\bramp(?:ed)?\b|\bquiet (?:room|space|area)\b|\bstairs\b|"
    r"\brelaxed (?:session|performance)s?\b|\blow[- ]sensory\b",
    re.IGNORECASE,
)
NOT_ACCESS = re.compile(
    r"\b(?:campaign\w*|learn\w*|teach\w*|courses? (?:in|on)|train(?:ing|s)? (?:in|on)|advice|grants?|adapt\w*|install\w*|fit(?:s|ted|ting)?|help(?:s|ing)? with|apply|"
    r"applications?|repairs?|hire|loans?|lend|equipment|rails?|showers?|your home|homes?|stair ?lifts?|provide wheelchairs|push|"
    r"basketball|rugby|tennis|may|might|could|some|most|soon|plan\w*|hope|hoping|need(?:s|ed)? (?:a|to)|want|would|if|whether|ask|check|contact|call|ring|"
    r"assess\w*|holiday|accommodation|flats?|properties|journeys?|stations?|buses|taxis?|minibus\w*|vehicles?|transport)\b",
    re.IGNORECASE,
)

PHONES = re.compile(
    r"\b(?:ring|call|phone|telephone|tel|text|contact|speak to|number|mob(?:ile)?)\b[^\n]{0,60}?\(?\+?\(?0\d|\b(?:tel|t|phone|ring|call)[.:]? ?\(?0\d",
    re.IGNORECASE,
)
LONGEST_SHORT_NUMBER = 7
"""Characters of "116 123" and of "85258": help lines that are named in passing are not this activity's."""
