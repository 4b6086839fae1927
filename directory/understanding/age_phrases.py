"""The words in which ages are written, and what only looks like them: the patterns that `ages` reads."""

import re

from directory.understanding.weekdays import NAME

LONGEST = 4_000
SHORT = 90
"""In a text no longer than this, the field of a form, a bare "16-25" is an age."""
OLDEST = 110
_YEARS = r"(?: ?-? ?(?:years?|yrs?|yo)\b(?:[ -]olds?\b| of age\b)?)"
_PART_OF_YEAR = r" ?-?(?P<{name}>weeks?|wks?|months?|mths?|mos?)\b(?:[ -]olds?\b| of age\b)?"
_AGED = r"\b(?:age[sd]?|age (?:group|range)s?|ages? of)\b:? ?"

RANGE = re.compile(
    rf"(?P<lead>{_AGED}(?:from |between )?|\bbetween (?:the )?(?:ages? (?:of )?)?|\bfrom )?"
    rf"(?<![\w.£$:/+~-])(?P<low>birth|newborn|\d{{1,3}})(?:{_PART_OF_YEAR.format(name='low_unit')}|"
    rf"(?P<low_years>{_YEARS}))?"
    rf" ?(?:-|to|and|&|until|up to|through) ?(?P<high>\d{{1,3}})(?![\d.:/%~]\d?|st|nd|rd|th)"
    rf"(?:{_PART_OF_YEAR.format(name='high_unit')}|(?P<high_years>{_YEARS})|(?P<plural> ?'?s'?\b))?"
)
MINIMUM = re.compile(
    rf"(?<![\w.£$:/+~-])(?P<a>\d{{1,2}})(?P<a_years>{_YEARS})?(?: ?\+|(?: ?plus\b)|,? (?:and|or|&) (?:over|"
    rf"above|older|up|upwards)\b|"
    rf" (?:upwards|onwards)\b)(?P<a_more>s\b|{_YEARS})?|"
    rf"\b(?:aged |those |people |anyone )?over(?: the age of| age|"
    rf" -)?[ -]?(?P<b>\d{{1,2}})(?P<b_more> ?'?s'?\b|{_YEARS})?|"
    rf"\b(?:min(?:imum)?\.? age(?: is| of)?:?|from (?:the )?age(?: of)?|aged? (?:at least|from)|"
    rf"must be(?: at least| over| aged?)*|"
    rf"at least|no under[ -]?|not (?:suitable )?for under[ -]?|no one under|nobody under|older than|"
    rf"above(?: the age of)?) ?(?P<c>\d{{1,2}})"
    rf"(?P<c_more> ?'?s'?\b|{_YEARS}| and (?:over|above))?(?![\d.:]\d)"
)
MAXIMUM = re.compile(
    rf"\b(?:under|below|younger than)(?: the age of|"
    rf" age(?: of)?)?[ -]?(?P<below>\d{{1,2}})(?P<below_more> ?'?s'?\b|{_YEARS})?|"
    rf"(?<![\w.£$:/+~-])(?P<upto>\d{{1,2}})(?:{_YEARS})? (?:and|or|&) (?:under|younger|below)\b|"
    rf"\b(?:up to|max(?:imum)?\.?)(?: and including)? (?P<aged>(?:the )?age(?:s|"
    rf"d)?(?: of)?:? ?)?(?P<most>\d{{1,2}})(?P<most_more>{_YEARS}| ?'?s'?\b)?"
)
FROM_WEEKS = re.compile(rf"\b(?:from|aged) (?P<low>\d{{1,2}}){_PART_OF_YEAR.format(name='unit')}(?! course| programme)")

NO_AGE = re.compile(
    r"£ ?\d[\d.,]*(?: ?- ?£?\d[\d.]*)?|\b\d+p\b|\+?\b[\d ]{9,15}\b|\b\d{1,2}(?:[:.]\d\d)? ?(?:-|to|til|"
    r"until) ?\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|"
    r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\b\d{1,2}[:.]\d\d\b(?: ?- ?\d{1,2}[:.]\d\d)?|"
    r"\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b|"
    r"\b(?:school )?years? (?:groups? )?r?\d{1,2}(?: ?(?:-|to|and|&) ?\d{1,2})?|\bks ?\d(?: ?- ?\d)?|"
    r"\bkey stages? \d|\bcovid-?19\b|"
    r"\b(?:open|between|from) \d{1,2}(?:-| to )\d{1,2} (?:mon|tue|wed|thu|fri|sat|sun)\w*"
)
TIMES_OF_A_DAY = re.compile(
    rf"\b(?:{NAME}|week ?days?|daily|weekends?)[^\d\n;.]{{0,14}}?\d{{1,2}} ?(?:-|to|til|"
    rf"till) ?\d{{1,2}}(?! ?(?:{_YEARS}|'?s\b))",
    re.I,
)
COUNTED = re.compile(
    r" ?-?(?:weeks?|wks?|months?|sessions?|minutes?|mins?|hours?|hrs?|days?|people|persons?|members|groups?|"
    r"places|activities|"
    r"classes|courses?|miles?|venues|locations|organi[sz]ations|volunteers|times|years? (?:of|in|experience|"
    r"serving)|years'|countries|"
    r"clubs|services|events|stone|kg|%|per cent|(?:[a-z']+ )?(?:street|road|avenue|lane|close|drive|place|"
    r"square|terrace))\b"
)
EXPERIENCE = re.compile(r"'? (?:of (?!age)|experience|in (?:the|business)|serving|ago\b|worth|history)|'")
CONDITION = re.compile(
    r"accompan|with (?:an? )?(?:adult|parent|guardian|carer)|must be|need(?:s)? (?:an|to)|free\b|half price|"
    r"unless|£|~|welcome too|by arrangement"
)
PARENTS = re.compile(
    r"\b(?:parents?|mums?|mothers?|dads?|fathers?|famil(?:y|ies)|grandparents?|guardians?|expectant)\b|"
    r"\bcarers\b"
)
CHILDREN = re.compile(
    r"child|young|famil|bab(?:y|ies)|toddler|teen|all ages|any age|kids|youth|pupil|infant|junior|older adult"
)
ADULTS = re.compile(
    r"\b(?:for|to|at|only|all|supports?|men and women),? (?:[\w+]+ ){0,2}?adults\b|\bany adult\b|\badults? only\b|"
    r"^(?:[\w+]+ ){0,2}adults\b|^adult$"
)
