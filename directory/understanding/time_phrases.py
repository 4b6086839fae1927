"""What the words of a timetable look like: the patterns by which `time_tokens` tells them apart."""

from directory.understanding.dates import MONTH_NAME
from directory.understanding.weekdays import NAME

FORMER_HINTS = ("used to", "former", "previous", "until", "no longer", "was ", "were ", "met ")
FORMER = (
    r"\b(?:(?<!are )(?<!get )(?<!'re )used to|formerly|previously|until (?:recently|last (?:year|month|term|week|summer|"
    rf"christmas))|no longer|(?:was|were|met)(?: held)?(?: on| every)?(?= (?:{NAME})))"
    r"(?:[^.;()\n]|\.(?=\d))*?(?=\b(?:but )?(?:now|currently|at present)\b|\bmoved to\b|[.;()\n]|$)"
)
"""When it was, up to what it is now: "used to be Mondays 2-4, now Tuesdays"."""

SMALL = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve)"

SCHOOL_HOLIDAYS = (
    r"(?:school |summer |easter |christmas |half[ -]term |xmas )(?:and half[ -]term )?"
    r"(?:holidays?|hols?|breaks?|closures?|vacations?)|half[ -]?terms?|holiday time|holidays only|"
    r"(?:out of|outside(?: of)?|not(?: in| during)?) term(?:[ -]time)?"
)
BANK_HOLIDAYS = (
    r"(?:bank|public) (?:holidays?|hols?)(?: mondays?| weekends?)?|BHs?\b|PH\b|good friday|"
    r"easter (?:sunday|monday)|christmas(?: day| eve)?|xmas|boxing day|new year'?s? (?:day|eve)|holidays?"
)
NOT = (
    r"(?:closed|clsd|shut|(?:except|exept|excpet|exsept)(?:ing)?(?: for)?|excluding|excl\.?|exc\.?|apart from|other than|but not|not|"
    r"no(?: \w+){0,2}?|off)(?: (?:open|available|running|meeting|on|in|during|over|for|at)){0,2}"
)
NOT_SCHOOL_HOLIDAYS = rf"{NOT}(?: the)? (?:{SCHOOL_HOLIDAYS})"
TERM_TIME = r"(?:in |during )?(?:school )?term[ -]?times?(?: only)?|(?:during|in) (?:school )?terms?"
NOT_BANK_HOLIDAYS = (
    rf"{NOT}(?: the)? (?:{BANK_HOLIDAYS}|{MONTH_NAME})|(?:inc\w*|and)(?: the)? (?:{SCHOOL_HOLIDAYS}|"
    rf"{BANK_HOLIDAYS})"
)
SEASON = (
    rf"(?:{MONTH_NAME}) ?(?:-|to|until|till) ?(?:{MONTH_NAME})|(?:in|during|throughout|"
    rf"over) (?:{MONTH_NAME})|"
    rf"(?:{MONTH_NAME}) only|(?:in|during|over) (?:the )?(?:summer|winter|spring|autumn)|"
    r"(?:summer|winter|spring|autumn)(?: months| season| only| hours|(?= ?[:-]))"
)
ALL_HOURS = r"24 ?/ ?7(?: ?/ ?365)?|24[ -]?(?:hours?|hrs?)\b(?: (?:a|per) day|,? daily)?|round[ -]the[ -]clock"
NOT_ALL_HOURS = (
    r"(?:within|in|every|at least|least|minimum of|than|first|after|next|for|up to) 24[ -]?(?:hours?|hrs?)|"
    r"24[ -]?(?:hours?|hrs?)'? (?:notice|before|in advance|prior|ahead|later|after|of|beforehand|turnaround|"
    r"response)"
)
INTERVAL = (
    r"(?:every )?fortnight(?:ly|s)?|once a fortnight|every (?:other|alternate|two|2|three|3|four|4|six|"
    r"6) (?:weeks?|wks?)|"
    r"every other|every alternate|alternat(?:e|ing)(?: weeks?)?|(?:2|two|3|three|4|four)[ -]weekly|bi-?weekly"
)
EVERY_OTHER_MONTH = r"every (?:other|second|two|2|alternate) months?|alternate months?"
UNSURE = (
    r"bi-?monthly|quarterly|annual(?:ly)?|once a year|every other day|alternate days|"
    r"every (?:three|3) months|"
    r"(?:one|two|three|four|2|3|4|1|twice|several) (?:\w+ )?(?:a|per|each|every) (?:month|year|term|quarter)|"
    r"twice monthly|(?:last|first) (?:week|day|days) of|(?:last|first) (?:week|day)|rota|school years?|"
    r"(?:week|wk)s? \d(?: ?(?:&|and|,) ?\d)?"
)
SOME = (
    rf"(?:some|occasional|selected|certain|most|odd|various|(?:one|two|2|3|three|1)(?= (?:{NAME}) (?:a|per|"
    rf"each) month)|after the|before the)"
)
MONTH = (
    r"(?:(?:of|in|on) )?(?:(?:the|each|every|a|per|any) )?(?:calendar )?month|(?:once )?monthly|once (?:a|"
    r"per|every|each) month|p/m"
)
ORDINAL = r"1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|last|final"
WEEKS = rf"(?:for |over |x )?{SMALL}[ -]?(?:weeks?|wks?)(?: (?:course|programme|block))?|week|weeks|weekly"
CLOCK = (
    r"(?:12 ?(?:noon|midday|midnight)|noon|midday|midnight|"
    r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d){0,2} ?(?:[ap]\.m\.?|[ap] ?m)|"
    r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?: ?(?:hrs?|hours|h))?|"
    r"(?:[01]\d|2[0-3])[0-5][05](?: ?(?:hrs?|hours))?|"
    r"(?:1\d|2[0-3]|[1-9])(?: ?o'?clock)?)(?!%|/(?!\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m)|[:.]\d)"
)

_COUNTED = (
    r"weeks?|wks?|months?|mths?|years?|yrs?|y/?o|yo|people|persons?|places|spaces|sessions?|minutes?|mins?|"
    r"miles?|"
    r"members|participants|volunteers|days|visits?|metres|stops?|times"
)
_NUMBERS = r"\d{1,3}(?: ?(?:-|to|or|and|&) ?\d{1,3})?"
_STREET = (
    r"street|st|road|rd|avenue|ave|lane|ln|close|drive|way|place|square|terrace|grove|crescent|row|walk|hill|"
    r"gardens|"
    r"court|parade|mews|quay|mount"
)
NUMBERS_OF_SOMETHING = (
    r"(?:\+44|0)\d[\d ]{7,13}\d|"
    r"[£$€] ?\d[\d,.]*(?: ?(?:-|to) ?[£$€]?\d+(?:\.\d\d)?)?|\d+p(?![. ]?m)|"
    rf"(?:age[sd]?|age (?:group|range)s?|years?|yrs):? ?(?:from |between )?{_NUMBERS}(?: ?\+)?|"
    rf"{_NUMBERS} ?(?:'?s|\+(?!\d)|-?(?:{_COUNTED}))|\d(?: ?(?:-|to) ?\d)? (?:hours?|hrs?)|"
    rf"{_NUMBERS} (?:hours?|hrs?) (?:a|per|each) \w+|"
    r"(?:girls|boys) \d{1,2} ?(?:-|to) ?1[3-9](?= ?\))|"
    rf"(?:young (?:people|carers|adults)|children|kids|teens|teenagers|youth) {_NUMBERS}(?! ?[ap]\.?m|[:.]\d)|"
    r"(?:over|under)[ -]?\d+(?:'?s)?|\d+(?: years| yrs)? (?:and|&|or) (?:over|under|above|up|below)|"
    rf"(?:rooms|floors|levels|pages|numbers|stages|ks|steps|routes|weeks|units|flats|chapters|parts|over|"
    rf"under|up to|x) ?{_NUMBERS}"
    r"(?! ?[ap]\.?m|[:.]\d)|"
    r"(?:room|flat|unit|floor|level|page|no\.|number|stage|ks|step|bus|route|phase|part|studio|gate|door|"
    r"suite|size) ?\d+"
    r"(?! ?(?:-|to|til) ?\d| ?[ap]\.?m|[:.]\d)|"
    rf"\d+[a-d]?(?:-\d+[a-d]?)?,? (?-i:(?:[A-Z][\w']+ ){{1,3}})(?:{_STREET})|"
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?:one|1|two|2)[ -](?:to|2)[ -](?:one|1)(?!\d)|\d{5,}|\d+%|"
    rf"{NOT_ALL_HOURS}|"
    r"sunday (?:school|roast|best)|shrove tuesday|pancake (?:tues)?day|black friday|ash wednesday|"
    r"maundy thursday|"
    r"(?:mothering|palm|remembrance) sunday|sheffield wednesday|wednesday wolves|"
    r"everyday(?= (?!exc?s?ept|excpet|but|apart|excluding)[a-z])"
)
DAILY_LIFE = r"daily (?:living|life|lives|mail|post|tasks|activities|mirror|echo|needs|basis|routine)"
EXCEPT = (
    r"(?:except|exept|excpet|exsept)(?:ing)?(?: for)?(?: on)?|excluding|excl?\.?|apart from|other than|but not|"
    r"not?(?: (?:open|on|available|\w+ing|sessions?|meetings?|groups?|class(?:es)?|clinics?|"
    r"drop[ -]ins?)){0,2}"
)
CLOSED = r"(?:closed|clsd|shut|closes)(?: (?:on|for lunch|between|from|all day|every)){0,2}|off"
APPOINTMENT = (
    r"(?:by|via)(?: \w+)? (?:appointments?|appts?|arrangement|request)(?: only)?|appointments? only|"
    r"on request|"
    r"to be (?:arranged|confirmed)|tbc"
)
STARTS = (
    r"(?:starts?|starting|begins?|beginning|commences?|commencing|launch(?:es|ing)?|wef)(?: (?:on|from|at|"
    r"again)){0,2}"
)
DEADLINE = r"(?:by|before|deadline|prior to|closing date)(?: at)?"
ASIDE = (
    r"(?:doors(?: open)?|last (?:entry|admissions?|orders|booking|session|appointment|referrals?|call)|"
    r"registration|arriv(?:e|al)|sign[ -]?in)(?: (?:at|from|by))?"
)
UNTIL = r"(?:until|till?|'til|untill|ends?|ending|finish(?:es|ing)?|runs to)(?: (?:at|by|on)){0,2}"
PART = (
    r"(?:in the |during the )?(?:mornings?|afternoons?|evenings?|eves?|nights?|breakfasts?|am|pm|a\.m\.|"
    r"p\.m\.)"
)
OPEN = r"open(?:ing|s)?(?: (?:times?|hours?))?"
NEUTRAL = (
    r"on|the|a|an|of|in|for|only|we|is|are|runs?|held|meets?|meeting|times?|days?|hours?|hrs?|usually|late|"
    r"onwards|dusk|"
    r"dawn|sunset|sunrise|all|drop|drop-ins?|daytimes?|lunchtimes?|regular|sessions?|this|their|our|when|"
    r"dates?|currently|"
    r"approx|around|about|all (?:the )?year(?: round)?|throughout the year|year[ -]round"
)
