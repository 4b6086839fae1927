"""The words in which ages are written, and what only looks like them: the patterns that `ages` reads."""

import re

from directory.understanding.weekdays import NAME

LONGEST = 4_000
SHORT = 90
"""In a text no longer than this, the field of a form, a bare "16-25" is an age."""
OLDEST = 110
HINTS = (
    "adult",
    "over",
    "under",
    "age",
    "year",
    "plus",
    "old",
    "above",
    "birth",
    "reception",
    "to ",
    "between",
    "up",
    "fift",
    "sixt",
    "primary",
    "in their",
    "in your",
    "pension",
    "oap",
    "retire",
    "grown",
    "teen",
)
"""Where neither a figure nor any of these stands, no age is said."""
_YEARS = r"(?: ?-? ?(?:years?|yrs?|yo)\b(?:[ -]olds?\b| of age\b)?)"
_PART_OF_YEAR = r" ?-?(?P<{name}>weeks?|wks?|months?|mths?|mos?)\b(?:[ -]olds?\b| of age\b)?"
_AGED = r"\b(?:age[sd]?|age (?:group|range)s?|ages? of)\b:? ?"

_FIGURE_BEGINS = r"(?<![\w.£$:/+~-])"
"""Not in the middle of a price, a time, a telephone number or another range."""
_PLURAL = r" ?'?s'?\b"
"""As in "50s" and "under 5's"."""

_FROM = rf"(?P<lead>{_AGED}(?:from |between )?|\bbetween (?:the )?(?:ages? (?:of )?)?|\bif you(?:'re| are) (?:aged |between )?|\bfrom )?"
_LOW = (
    rf"{_FIGURE_BEGINS}(?P<low>birth|newborn|\d{{1,3}})"
    rf"(?:{_PART_OF_YEAR.format(name='low_unit')}|(?P<low_years>{_YEARS}))?"
)
_TO = r" ?(?:-|to|and|&|until|up to|through) ?"
_HIGH = (
    r"(?P<high>\d{1,3})(?![\d%~]|[.:/]\d|st|nd|rd|th)"
    rf"(?:{_PART_OF_YEAR.format(name='high_unit')}|(?P<high_years>{_YEARS})|(?P<plural>{_PLURAL}))?"
)
RANGE = re.compile(_FROM + _LOW + _TO + _HIGH)
""" "Ages 16 to 25", "0-6 months", "between 5 and 11"."""

_AND_OVER = (
    rf"{_FIGURE_BEGINS}(?P<a>\d{{1,2}})(?P<a_years>{_YEARS}|'?s(?= (?:and|or|&) (?:over|above)))?"
    r"(?: ?\+|(?:[ -]?plus\b)|,? (?:and|or|&) (?:over|above|older|up|upwards|more)\b(?! \d)| (?:upwards|onwards)\b|(?<=from \d\d) up\b(?! to))"
    rf"(?P<a_more>s\b|{_YEARS})?"
)
_OVER = (
    r"\b(?:aged |those |people |anyone )?over(?: the age of| age| -)?[ -]?"
    rf"(?P<b>\d{{1,2}})(?P<b_more>{_PLURAL}|{_YEARS})?"
)
_AT_LEAST = (
    r"\b(?:min(?:imum)?\.? age(?: is| of)?:?|from (?:the )?age(?: of)?|aged? (?:at least|from)|"
    r"must be(?: at least| over| aged?)*|at least|no under[ -]?|not (?:suitable )?for under[ -]?|no one under|all ages from|"
    r"nobody under|older than|above(?: the age of)?|(?:who(?:'re| are)|who's|you(?:'re| are)|we(?:'re| are)(?: all)?|anyone|those|people|folk) (?:now )?past) ?"
    rf"(?P<c>\d{{1,2}})(?P<c_more>{_PLURAL}|{_YEARS}| and (?:over|above))?(?![\d.:]\d)"
)
MINIMUM = re.compile(f"{_AND_OVER}|{_OVER}|{_AT_LEAST}")
""" "50+", "over 50s", "must be at least 18"."""

_UNDER = (
    r"\b(?:under|below|younger than)(?: the age of| age(?: of)?)?[ -]?"
    rf"(?P<below>\d{{1,2}})(?P<below_more>{_PLURAL}|{_YEARS})?"
)
_AND_UNDER = rf"{_FIGURE_BEGINS}(?P<upto>\d{{1,2}})(?:{_YEARS}|'?s)? (?:and|or|&) (?:under|younger|below)\b(?! \d)"
_UP_TO = (
    r"\b(?:up to(?P<included> and including)?|max(?:imum)?\.?) (?P<aged>(?:the )?age(?:s|d)?(?: of)?:? ?)?"
    rf"(?P<most>\d{{1,2}})(?P<most_more>{_YEARS}|{_PLURAL})?"
)
MAXIMUM = re.compile(f"{_UNDER}|{_AND_UNDER}|{_UP_TO}")
""" "Under 5s", "16 and under", "up to age 12"."""

FROM_WEEKS = re.compile(rf"\b(?:from|aged) (?P<low>\d{{1,2}}){_PART_OF_YEAR.format(name='unit')}(?! course| programme)")
""" "From 6 weeks"."""

BY_THE_HOUR = re.compile(
    r"(?:\d'?s|olds?|under|over|years? \d\d?) ?(?:welcome |only |come |are |in )*(?:till?|until|before|up to) (?:about )?(?:half |quarter )?(?:past )?"
    r"(?:@|~|\d|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|tea ?time|the break)"
)
""" "Under-25s till six": at another hour come others, whether or not it was understood who."""
GROWN_UPS_LATER = re.compile(r"\b(?:adults|grown[- ]?ups|seniors) (?:from|at|after|in the next) (?:\d|half|the)")
""" "12 to 17s at six, grown-ups from seven"."""
THOSE = re.compile(r"\b(?:leavers|people|anyone|adults|youth|ones|lads|women|men|folk|teenagers|students) $")
LOOSELY_WRITTEN = re.compile(r"\b(\d\d?)(?:'?s(?= ?(?:-|to) ?\d)|( ?(?:-|to) ?\d\d)?ish\b)")
""" "11s to 16s", "16 to 25ish"."""
PENSIONERS = re.compile(
    r"\b(?:for|only|all|local|any) (?:\w+ )?(?:pensioners|oaps)\b(?! (?:half|free|£|get|pay|concession|discount))|"
    r"^(?:\w+ )?(?:pensioners|oaps) (?:only|please)\W*$|\b(?:pensioners|oaps)[ -]only\b|"
    r"\b(?:of|over|above|reached|past|at) (?:state )?(?:pension|retirement) age\b|^(?:state )?(?:pension|retirement) age\b"
)
PRIMARY = re.compile(r"\bprimary(?: school)?[ -]age(?:d|s)?\b")
""" "Children of primary school age", where no figure says it better. "Secondary" ends at 16 or at 18."""
CARING_HINTS = ("carer", "cares", "care for", "caring", "after", "about", " of ")
_KIN = (
    r"(?:husbands?|wi(?:fe|ves)|partners?|spouses?|parents?|mums?|dads?|mothers?|fathers?|sons?|daughters?|brothers?|"
    r"sisters?|siblings?|grand\w+|nans?|grans?|aunt\w*|uncles?|friends?|neighbours?|relatives?|relations?|child(?:ren)?|"
    r"loved ones?|family members?)"
)
CARED_FOR = re.compile(
    r"\b(?:carers? (?:of|for|to)|(?P<caring>(?:who|you|they|that|anyone|anybody|people|those)(?: may| also)? (?:help )?cares? for|"
    r"(?:^|anyone|anybody|someone|people|those|adults?|you|you're|who|are|is|and|or|women|men|while) caring for|"
    r"look(?:s|ing)? after)|worr(?:y|ied) about|concerned about|"
    r"(?:relatives|friends|neighbours|partners|families|family|grandparents|parents) of)\b[^.;,()\n]{0,60}"
    rf"(?:, ?(?:and |or )?(?:an? |your |their |her |his |the )?(?:\w+ )?{_KIN}\b[^.;,()\n]{{0,60}}){{0,6}}(?:, who (?:is|are) [^.;,()\n]{{0,40}})?"
)
"""She of whom it speaks does not come: "carers of someone over 65", "who look after a wife, husband or parent of 80"."""
NOT_YET = re.compile(
    r"\b(?:(?:has|have|who)n't|haven't yet|has not|have not|not yet|yet to) (?:yet )?(?:turn(?:ed)?|reach(?:ed)?|had your) (?P<a>\d\d)(?:st|nd|rd|th)?\b(?: birthday)?|"
    r"\b(?:not|n't) (?:yet )?(?P<b>\d\d) yet\b|"
    r"(?:\b(?:up )?(?:until|till?|to)(?: the day| the week)?|\bthe day) before (?:your|their|his|her|the) (?P<c>\d\d)(?:st|nd|rd|th)?(?: birthday)\b|"
    r"\b(?:up )?(?:until|till|to) (?:your|their|his|her|the) (?P<d>\d\d)(?:st|nd|rd|th)? birthday\b"
)
""" "Who haven't turned 26", "until your 19th birthday": under that age."""
BIRTHDAYS = {
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21, "twenty-fifth": 25, "twenty-sixth": 26, "thirtieth": 30,
}  # fmt: skip
BIRTHDAY = re.compile(rf"\b({'|'.join(BIRTHDAYS)})(?= birthday)")
OLDER_AND_NOT_YET = re.compile(
    r"\b(?P<low>\d\d) ?(?:\+|(?:or|and) (?:more|over|older|above)|plus)?,?(?: but| and)?,? (?:you |who |they )?(?P<high>under \d\d)\b(?! with| must| if| need|s)"
)
""" "19 or more but under 26"."""
PUPILS_AND_NOT_YET = re.compile(r"\b(?:school )?year (?P<year>\d\d?),? (?:and |but )?under (?P<under>\d\d)\b")
EACH_AGE = re.compile(
    r"\b(\d\d)(?:, \d\d){1,6},? (?:or|and) (\d\d)\b(?! ?(?:minutes|people|weeks|min|places|years of))"
)
""" "14, 15, 16, 17 or 18"."""
BIRTHDAY_OF_CARE = re.compile(r"\b(?:after|before|since|past|around) (?:your|their) \d\d(?:st|nd|rd|th)? birthday\b")
""" "In care after your 14th birthday" is long ago."""
OF_WORKING_AGE = re.compile(
    r"\b(?:of working[- ]age|working[- ]age (?:people|adults|disabled|men|women)|^working[- ]age)\b"
)
TEENAGERS = re.compile(
    r"\b(?:for|just|only) (?:the |all |local )*(?:teens|teenagers)\b(?!,? (?:and|or|&) |'s? | with | welcome| who| pay)|"
    r"\b(?:teens|teenagers)[ -]only\b"
)
DECADES = re.compile(
    r"(?<!are )(?<!mostly )(?<!mainly )(?<!often )(?<!by those )(?<!by people )\bin (?:their|your) (?P<low>[2-9])0'?s"
    r"(?:(?: ?[,/&-] ?| (?:and|or|to) |, (?:and|or) )(?:(?:their|your) )?(?P<high>[2-9])0'?s){0,3}"
    r"(?P<more> ?\+| ?(?:and|or|&) (?:over|above|older|up|upwards|beyond)\b)?(?! and (?:over|above))"
)
""" "In their 20s and 30s" are 20 to 39; "most are in their 80s" tells nothing of who may come."""

NO_AGE = re.compile(
    r"\b(?:volunteers?|helpers?|coaches|staff|leaders) (?:must|need to|should|have to) be (?:aged )?(?:over |at least )?\d+\w*|"
    r"£ ?\d[\d.,]*(?: ?- ?£?\d[\d.]*)?|\b\d+p\b|\+?\b[\d ]{9,15}\b|\b\d{1,2}(?:[:.]\d\d)? ?(?:-|to|til|"
    r"until) ?\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|"
    r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\b\d{1,2}[:.]\d\d\b(?: ?- ?\d{1,2}[:.]\d\d)?|"
    r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|\((?:boys|sons|lads|brothers) (?:only )?(?:under|up to)[^)]*\)|"
    r"\b(?:school )?years? (?:groups? )?r?\d{1,2}(?: ?(?:-|to|and|&) ?\d{1,2})?|\bks ?\d(?: ?- ?\d)?|"
    r"\bkey stages? \d|\bcovid-?19\b|\b11 ?(?:\+|plus) (?:tuition|exams?|preparation|tests?)\b|"
    r"\b(?:open|between|from) \d{1,2}(?:-| to )\d{1,2} (?:mon|tue|wed|thu|fri|sat|sun)\w*"
)
"""Prices, telephone numbers, times of day, postcodes, school years: taken out before ages are looked for."""
TIMES_OF_A_DAY = re.compile(
    rf"\b(?:{NAME}|week ?days?|daily|weekends?)[^\d\n;.~@]{{0,14}}?\d{{1,2}} ?(?:-|to|til|"
    rf"till) ?\d{{1,2}}(?! ?(?:{_YEARS}|'?s\b))",
    re.I,
)
""" "Monday 10-12" is no age either."""
COUNTED = re.compile(
    r" ?-?(?:weeks?|wks?|months?|sessions?|minutes?|mins?|hours?|hrs?|days?|people|persons?|members|groups?|"
    r"places|activities|"
    r"classes|courses?|miles?|venues|locations|organi[sz]ations|volunteers|times|years? (?:of|in|experience|"
    r"serving)|years'|countries|"
    r"clubs|homes|houses|services|events|stone|kg|%|per cent|(?:[a-z']+ )?(?:street|road|avenue|lane|close|drive|place|"
    r"square|terrace))\b"
)
"""After a number, what it counts instead of years: "10 weeks", "20 people", "50 High Street"."""
EXPERIENCE = re.compile(
    r"'? (?:of (?!age|an adult|someone)|experience|in (?:the|business)|serving|ago\b|worth|history)|'"
)
"""Years that are no age: "over 50 years of experience"."""
CONDITION = re.compile(
    r"accompan|(?:don't|do not|needn't) (?:have to )?pay\b|pays? (?:nothing|half|less)\b|"
    r"with (?:an? )?(?:adult|parent|guardian|carer)|must (?:be|have|bring|come with)\b|need(?:s)? (?:an|to)|free\b|half price|"
    r"unless|£|~|welcome too|by arrangement"
)
"""What makes an age half of a condition: "under 16s with an adult", "under 5s free"."""
PARENTS = re.compile(
    r"\b(?:parents?|mums?|mothers?|dads?|fathers?|famil(?:y|ies)|grandparents?|guardians?|expectant|expecting)\b|"
    r"\b(?<!young )carers\b"
)
"""Whose place it is where the age is a child's."""
BEFORE_BARE_AGES = re.compile(
    r"\b(?:for|only|anyone|anybody|everyone|those|women|men|people|boys|girls|adults|and|ladies|children|kids|"
    r"toddlers|teens|teenagers|juniors|"
    r"youth|pre-?school(?:ers)?|young people|tots|carers|bab(?:y|ies))$"
)
""" "Girls 9-13" is an age, "room 9-13" is none."""
CHILDREN = re.compile(
    r"child|young|famil|bab(?:y|ies)|toddler|teen|all ages|any age|kids|youth|pupil|infant|junior|older adult"
)
"""What shows that an age may be a child's, and that "adults" is not all that is said."""
NO_CHILDREN = re.compile(
    r"\b(?:no|not (?:suitable |really )?for|sorry,? no|without) (?:young |small |little |\w+ (?:or|and) )?"
    r"(?:children|child|kids|babies|toddlers|youngsters|teenagers)\b|\b(?:child|kid)[- ]free\b|\bgrown (?:men|women) of any age\b"
)
"""Who keeps children out speaks of adults."""
ADULTS_FOR_A_WHILE = re.compile(
    rf"\badults?[ -]only (?:after|from|on|before|until|till|{NAME})|\b{NAME} (?:is |are )?adults?[ -]only\b", re.I
)
""" "Adults only after 8pm": the rest is for everybody."""
ADULTS = re.compile(
    r"\bgrown[- ]?ups only\b|"
    r"\b(?:for|to|at|only|all|supports?|men and women),? (?:[\w+]+ ){0,2}?adults\b|\bany adult\b|\badults? only\b|\(adults\)|^grown[- ]?ups\b(?! (?:and|with|of) (?:kids|children|young))|"
    r"\bfor (?:the |us )?grown[- ]?ups\b(?! (?:and|with) )|\bgrown (?:men|women)\b(?! and)|\bany grown[- ]?up age\b|"
    r"^(?:(?!not?\b)[\w+-]+,? ){0,5}adults\b|^adult$"
)
""" "For adults", "any adult": with no age beside it, 18 and over."""
