"""The words in which prices are written: the patterns by which `prices` reads them."""

import re

from directory.understanding.spoken_numbers import NUMBER_WORDS

SPOKEN = re.compile(rf"\b({'|'.join(NUMBER_WORDS)}) (?:pounds?|quid)\b", re.IGNORECASE)
COLON = re.compile(r"(£ ?\d{1,3})(?::|-(?=00))(\d\d)(?!\d)")
COINED = re.compile(r"(?<!\bof )(?<!\bfew )\b(?:an? )?(fiver|tenner|quid)\b(?<!\d quid)", re.IGNORECASE)
COINS = {"fiver": "£5", "tenner": "£10", "quid": "£1"}
UNMARKED = re.compile(
    r"(?<![£\d.,:])(\d{1,2}\.\d0)(?= (?:on|at) the door\b| (?:per|each|entry|admission|pp|p/p)\b| an? (?:session|class|week|go|hour)\b)"
)
""" "2.50 on the door": pounds, though nobody says so."""
POINTED = re.compile(r"\bp\.(a|p|w|h|m|c\.m)\.?(?=\W|$)", re.IGNORECASE)
""" "p.a.": its stops end no sentence."""
NOTHING_PAID = re.compile(
    r"\b(?:(?:do(?:es)?|need)(?:n't| not) (?:have to )?pay(?: (?:anything|a penny))?|pays? nothing)(?=\W*$|[,.;)]| and | but )",
    re.IGNORECASE,
)
""" "Under 12s don't pay"."""
IS_FREE = re.compile(r"(?<=\w)'s (?=free\b)", re.IGNORECASE)
""" "First one's free"."""
FIRST_FREE = re.compile(r"(?<=\w) (?=(?:your |the )?(?:first|1st) \w+ free\b)", re.IGNORECASE)
""" "£3 first one free", with no comma."""
HALF_PRICE = re.compile(r"\bhalf[- ]price \((£ ?[\d.]+)\)", re.IGNORECASE)
""" "Half price (£4) for under 16s"."""
POUNDS = re.compile(r"\bGBP ?(?=\d)", re.IGNORECASE)
AGED = re.compile(
    r"\b(?:over|under)[ -]?\d|\d ?\+|\d (?:and|&|or) (?:over|under)\b|\badults?\b|\bkids?\b", re.IGNORECASE
)
AGES_LISTED = re.compile(r"(?:^|(?<=, ))(\d{1,2} ?- ?\d{1,2})(?= £)")
""" "Under 5s free, 5-11 £2": among ages, so are two numbers before a price."""
CONDITION_IF = re.compile(
    r"^,? ?(?P<option>(?:if|when|unless) (?!you (?:come|arrive|attend|join|turn up|get here)\b(?! with| as| by))[^,;.()]{2,60})",
    re.IGNORECASE,
)
""" "£3 if you're on benefits": not everybody is; "when you arrive" everybody does."""
FOR_WHOM = re.compile(r"(?:for )?(?:children |adults? )?(?:under|over)?[ -]?\d+\D*|adults? only", re.IGNORECASE)
"""Between commas these tell for whom it is; in brackets, who pays the price before them."""
INCLUDED_AFTER = re.compile(r"[\w ,&]{0,40}\b(?:incl\w*|provided|available|thrown in)\b", re.IGNORECASE)
AGE_BESIDE = re.compile(r" \(((?:under|over|aged)? ?\d{1,2}(?: ?[+-] ?\d{0,2})?'?s?)\):? ?(?=£)", re.IGNORECASE)
""" "Senior (60+) £5": the age is part of who pays."""
FULL_AND_REDUCED = re.compile(r"^£ ?(?P<full>\d{1,3}(?:\.\d\d)?) ?/ ?£ ?(?P<lower>\d{1,3}(?:\.\d\d)?)$")

_SUM = r"\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,5}(?:\.\d{1,2})?"
_MONEY = (
    rf"£ ?(?:{_SUM})(?:p\b)?(?![\d%]|[,.]\d| ?(?:k|m|bn|million|thousand)\b)|\b\d{{1,3}} ?p\b(?! ?m\b|\.m)|"
    rf"\b\d{{1,3}} pence\b|\b(?:{_SUM}) ?(?:pounds|quid)\b"
)
MONEY = re.compile(_MONEY, re.IGNORECASE)
PRICED = re.compile(rf"{_MONEY}|\bfree\b|\bno charge\b|\bdonations?\b", re.IGNORECASE)

OPEN_END = re.compile(
    r"\b(?:to|of|from|at|least|up|just|only|about|around|between|is|are|and|for|over|under|pay|costs?)$", re.IGNORECASE
)
RANGE = re.compile(
    rf"(?<!\d and )(?<!\d or )(?<!\d & )\b(?:from(?: only| just)?|start(?:ing|s)? (?:at|from)|between|up to|"
    rf"max(?:imum)?\.?(?: of)?|at least|"
    rf"min(?:imum)?\.?(?: of)?|"
    rf"around|about|approx(?:imately)?\.?|circa|roughly|less than|under|over|(?:no )?more than|"
    rf"upwards of) (?:{_MONEY})(?: ?(?:-|to|and) ?(?:{_MONEY}|{_SUM}))?|"
    rf"(?:{_MONEY}) ?(?:-|to) ?(?:{_MONEY}|{_SUM})|£ ?\d+ ?(?:-|to) ?£?\d+|(?:{_MONEY}) ?(?:\+(?! ?\w)|"
    rf"upwards|or more|or less|ish\b)",
    re.IGNORECASE,
)
NO_FIGURE = re.compile(
    r"\b(?:a )?(?:small|nominal|modest|minimal|low|subsidised|affordable) (?:\w+ )?(?:charges?|fees?|costs?|"
    r"contribution|cost)\b|"
    r"\b(?:charges?|fees?) (?:may )?(?:appl(?:y|ies)|var(?:y|ies))|\bprices? (?:vary|on request|varies|"
    r"depends?)|\bmeans[- ]tested\b|\bcosts? (?:vary|varies|depends?)",
    re.IGNORECASE,
)
NOT_A_PRICE = re.compile(
    r"\b\d for £|\bgrants?\b|\bfund(?:ed|ing|s|raising|raised)?\b|\braised?\b|\bworth\b|\bvouchers?\b|"
    r"\bawards?(?:ed)?\b|\bprizes?\b|\bwin\b|\bincomes? (?:under|below|of|over|less)|"
    r"\bearn(?:s|ing|ed)?\b|\bsav(?:e|ed|es|ings?)\b|\bdebts?\b|\bowe[ds]?\b|\barrears\b|\bcompensation\b|"
    r"\bturnover\b|\bdiscount|\boff\b(?![- ]peak)|\bclaim(?:ed)?\b|"
    r"\bcashback\b|\bpayments? of\b|\bbenefit of\b|\bloans? of\b|\bhousehold support\b|\bgiven\b|"
    r"\bdonated\b|\bbursar",
    re.IGNORECASE,
)

PAID_TO_HER = re.compile(
    r"\bpaid (?:\w+ )?£|\b(?:we pay|pays you|earning)\b|£ ?[\d.,]+ (?:of (?!the)|gets)", re.IGNORECASE
)
NOT_FREE = re.compile(
    r"\b(?:not|n't|no longer|never|isn't|aren't|cannot be|hardly) (?:\w+ )?free\b|"
    r"\b(?:used to be|was|were|previously|formerly) free\b|\bfree no longer\b",
    re.IGNORECASE,
)
SOMETIMES = re.compile(
    r"\b(?:most(?:ly)?|some|usually|sometimes|many|often|normally|may be|might be|can be|could be|"
    r"where possible|generally|occasional(?:ly)?|"
    r"free (?:or|and|/) (?:low|reduced|subsidised|cheap|discount|paid)[\w -]*)\b",
    re.IGNORECASE,
)
_NOTHING_TO_PAY = (
    r"\bno (?:charge|cost|fees?|entry fee|admission (?:charge|fee)|charges)\b(?! (?:to|for) (?:park|"
    r"parking))|\bfree of charge\b|\bat no (?:extra |additional )?(?:cost|charge)\b|"
    r"\bwithout charge\b|\bfully[- ]funded\b|\b(?:doesn't|does not|won't|will not) cost (?:you )?(?:anything|"
    r"a penny)\b|\bnothing to pay\b|\bcosts? nothing\b|\bfoc\b|\bgratis\b|"
    r"^(?:nil|none|zero|nowt|zilch|not a (?:penny|bean)|0|(?:absolutely |it costs )?nothing(?: at all)?)$"
)
_OTHER_FREEDOM = "".join(
    f"(?<!{word} )"
    for word in (
        "sugar smoke step drug alcohol gluten dairy hands feel set rent interest barrier debt pain nut scent "
        "crime break breaks duty tax hassle stress meat violence dogs "
    ).split()
)
_WHAT_IS_FREE = (
    r"entry|admission|places?|services?|sessions?|class(?:es)?|courses?|advice|support|groups?|activit\w+|"
    r"events?|workshops?|drop|confidential|impartial|"
    r"independent|local|weekly|membership|counselling|help|training|tasters?|trial|first|legal|loans?|"
    r"swim\w*|gym|use|access|fitness|community|online|"
    r"friendly|initial|consultation|appointments?|assessments?|lessons?|yoga|exercise|walks?|short|"
    r"specialist|expert|information|monthly|learning|"
    r"programme|play|youth|children|family|debt|welfare|befriending|home|computer|digital|weekly|art|craft|"
    r"singing|music|taster|mentoring|therapy|"
    r"\d+[- ]week|[\w'-]+ (?:sessions?|class(?:es)?|groups?|clubs?|"
    r"courses?|workshops?|"
    r"lessons?|events?|walks?|choir|mornings?|afternoons?|screenings?|performances?|tours?)|"
    r"talks?|clinics?|helpline|delivery|advocacy|practical|emotional|health|face|one|1"
)
FREE = re.compile(
    rf"{_NOTHING_TO_PAY}|(?<![\w-]){_OTHER_FREEDOM}free\b(?![-'])(?=\W*$|[ ]*[,;:!.)(*~]| (?:under|over) \d|"
    rf" (?:carers?|child|"
    rf"members?|companions?)\W*$| (?:to|"
    rf"for|at|and|"
    rf"if|on|with|when|or|but|as|thanks|because|unless|while|in|of|until|\+|-|&|{_WHAT_IS_FREE})\b|!)"
    r"(?! (?:on 0|0\d|to (?:contact|call|ring|get in touch|email|ask|bring|choose|speak|drop|pop|leave|"
    r"message|phone)|from\b|of (?!charge)|at (?:last|home)|time\b|in the|for a chat|on (?:the|a)\b|spirit|"
    r"church|home deliver|delivery))",
    re.IGNORECASE,
)
EVERYONE = re.compile(
    r"(?:for |to )?(?:the (?:patient|client|user|person|individual|participant|learner|carer|member|family|public)s?|"
    r"this|our|any|the (?:service|sessions?|group|course|class)|everyone|everybody|anyone|"
    r"anybody|all(?: \w+)?|attend(?:ees)?|join|use|come|enter|access|participants|the public|service users|"
    r"clients|you|take part|local people|hire|borrow|book|visit|view)\b",
    re.IGNORECASE,
)

DONATION_OF = re.compile(r"\b(?:donation|contribution)s?(?: of)?$", re.IGNORECASE)
""" "Suggested donation £2": the sum is the donation's."""
_RELIES = "".join(
    f"(?<!{words} )"
    for words in (
        "rely on",
        "relies on",
        "funded by",
        "run on",
        "food",
        "clothing",
        "furniture",
        "make a",
        "accept",
        "by your",
    )
)
DONATION = re.compile(
    rf"{_RELIES}\bdonations?(?! of (?!£)| point| centre| bank)(?=\W*$| (?:welcome|appreciated|requested|"
    rf"invited|accepted|only|please|gratefully|basis|on the day|"
    r"at the door|bucket|tin|jar|pot|plate|towards|per|a|each|if|suggested|based|is|are|would|box|for refreshments|for)\b)|"
    r"\bdonations? of (?:about |around )?£ ?[\d.]+(?: (?:is |are |would be )?(?:suggested|welcome|appreciated|requested|invited|"
    r"nice|please)\b|\W*$)|"
    r"\bsuggest(?:ed|ing)?(?: about| around| a)? £|£ ?[\d.]+ if (?:you can(?: afford(?: it)?| spare it| manage(?: it)?)?|possible)\W*$|"
    r"^[^£\d]*\b(?:what|whatever) you can (?:spare|afford|give|manage)\b|\bput what you can\b|"
    r"\bcontributions? (?:welcome|appreciated)\b|\bby donation\b|"
    r"\b(?:suggested|voluntary|optional|recommended|requested|discretionary|"
    r"any) (?:[\w£.]+ ){0,2}(?:donations?|contributions?)\b|"
    r"^(?:suggested|recommended)(?: amount)?:? ?£|£ ?\d+(?:\.\d\d)? (?:is )?suggested\b|\bpay (?:what|whatever|"
    r"as much as|as|how much) you (?:can|like|feel|want|wish|are able)|\bpayf\b|"
    r"\bpwyc\b|\bgive what you can\b|\bhonesty box\b|\bpay what you",
    re.IGNORECASE,
)

_UNITS = (
    r"sessions?|weeks?|wk|months?|mth|years?|yr|annum|courses?|class(?:es)?|hours?|hr|days?|persons?|head|"
    r"terms?|visits?|lessons?|nights?|famil(?:y|ies)|"
    r"half[ -]days?|half[ -]hours?|tickets?|meals?|games?|child|adult|household|bags?|journey|trip|mile|"
    r"block|place|couple|item|load|workshop|group|swim|round|box|"
    r"shop|basket|page|sheet|dog|match|appointment|call|member"
)
PER = re.compile(
    rf"^\W*(?:(?:cost|fee|charge|price|all in|only|just|payable|entry) )?(?:a|an|the|per|each|every|/|p/|"
    rf"for (?:a|the|each|one|every)) ?(?P<unit>{_UNITS})\b(?! course| programme)|"
    r"^\W*(?:for )?(?:a |the )?(?P<block>\d{1,2}[ -](?:weeks?|sessions?|classes|lessons|months))\b|"
    r"^\W*(?P<adverb>weekly|monthly|annually|annual|yearly|hourly|daily|nightly|termly|pp|ppn?|pw|p/w|pcm|"
    r"p/m|pa|p\.a\.|p/a|ph|p/h)(?!\w)|"
    r"(?:^|\b)(?P<before>weekly|monthly|annual|yearly|hourly|daily|nightly|termly)\b[\w ]{0,20}\W*$",
    re.IGNORECASE,
)
PER_NAMES = {
    "annum": "year", "yr": "year", "annually": "year", "annual": "year", "yearly": "year", "pa": "year",
    "p.a.": "year", "p/a": "year",
    "wk": "week", "weekly": "week", "pw": "week", "p/w": "week", "mth": "month", "monthly": "month", "pcm": "month",
    "p/m": "month",
    "hr": "hour", "hourly": "hour", "ph": "hour", "p/h": "hour", "head": "person", "pp": "person", "daily": "day",
    "nightly": "night",
    "ppn": "night", "termly": "term",
}  # fmt: skip

_WHO = (
    r"concession(?:s|ary|aries)?|concs?\b|con\b|unwaged|waged|unemployed|employed|low(?:er)? (?:income|"
    r"waged?)s?|(?:people |those |if |anyone )?on (?:\w+ )?(?:benefits?|universal credit|uc|pip|esa|"
    r"pension credit)|"
    r"(?:those )?in receipt of[\w ]*|benefits?\b|universal credit|non[ -]?members?|members?|adults?|"
    r"child(?:ren)?|kids?|juniors?|grown[ -]?ups|mums and dads|brothers and sisters|mums|dads|grandparents|parents|"
    r"(?:aged? |ages )?\d{1,2} ?(?:-|to) ?\d{1,2} ?(?:'?s\b|(?:years?|yrs?)(?:[ -]olds?)?)|(?:aged?|ages) \d{1,2} ?(?:-|to) ?\d{1,2}|"
    r"(?:(?:children|kids|babies|bab(?:y|ies)|tots|toddlers|those) )?(?:aged )?(?:under|over) \d+ (?:months?|mths?|years?|yrs?)(?: old)?|"
    r"(?:children )?(?:under|over)[ -]?\d+'?s?|"
    r"(?:(?:people|those|residents|anyone|visitors) )?(?:(?:living |coming )?(?:from )?(?:outside|elsewhere|other (?:areas|boroughs|"
    r"districts|towns|councils|parishes|villages)))(?: of)?(?: the (?:borough|area|parish|district|village|town))?|"
    r"\d+(?: years)?(?: ?\+| (?:and|&) (?:over|under))|students?|seniors?|oaps?|pensioners?|older people|"
    r"(?:unpaid )?carers?|family ticket|famil(?:y|ies)(?: of (?:\d|two|three|four|five|six)| \(?\d ?\+ ?\d\)?)?|"
    r"couples?|(?:\w+ )?residents?|non[ -]residents?|"
    r"volunteers?|veterans?|individuals?|groups|organisations?|companions?|siblings?|bab(?:y|ies)|toddlers?|"
    r"claimants?|job ?seekers?|"
    r"refugees?(?: and asylum seekers)?|asylum seekers?|disabled people|patients?|tenants?|"
    r"(?:your |the )?(?:first|1st) (?:one|go|session|visit|class|lesson|week|time|half hour|hour|child|taster|month|meeting|"
    r"(?:\d+|two|three|four|five|six) \w+|consultation|appointment)|(?:initial|taster|trial)(?: (?:session|class|"
    r"lesson|"
    r"consultation|appointment|visit|week))?|"
    r"(?:each )?(?:additional|extra|second|2nd) (?:child|sibling|person|bag|session)|early bird|school age|"
    r"if (?:you )?(?:book|pay|paid|pre-?paid)[\w ]*|reduced(?: rate)?|supported(?: rate)?|(?:two|three|"
    r"four)(?: people)?(?![\w ])|households?|(?:\w+ ){1,2}(?:card|pass)(?: holders?)?\b|off[- ]peak|peak|"
    r"follow[- ]?ups?|visitors?|guests?"
)
_EXTRA = (
    r"(?:initial )?assessment|deposit|membership(?: fee)?|joining fee|to join|registration(?: fee)?|hire|equipment|"
    r"(?:art )?materials|refreshments|(?:a )?(?:cup of |cuppa|brew)?(?:tea|coffee)(?: ?(?:and|&|/|"
    r"or) ?(?:tea|coffee|cake|biscuits?|toast)){0,3}|"
    r"(?<!course )lunch(?:es)?|(?:hot )?meals?|breakfast|transport|delivery|printing|parking|insurance|ingredients|"
    r"snacks?|trips?|uniform|bags?|minibus|badge|booking fee|admin fee|raffle|bingo|kit|"
    r"(?:shoe|racket|bike|skate|equipment|room|hall|instrument) hire|crèche|creche|certificate|food|drinks?"
)
_FIGURE = r"£ ?\d{1,3}(?:\.\d\d)?"
SUM_WHO_SUM = re.compile(rf"(?P<all>{_FIGURE}),? (?P<who>{_WHO}) (?P<theirs>{_FIGURE})", re.IGNORECASE)
""" "£3.50 OAPs £2.50": who stands before what they pay."""
WHO_SUMS = re.compile(rf"(?:(?:{_WHO}):? (?:{_FIGURE}|free\b) ?){{2,}}", re.IGNORECASE)
""" "Adult £8.20 Junior £4.10", with nothing between them."""
OPTION_BEFORE = re.compile(
    rf"(?:^|\b)(?P<option>{_WHO}|{_EXTRA})(?: (?:is|are|pay|costs?|price|rate|fee|tickets?|just|only|go|at|"
    rf"get in|places?|for)){{0,4}} ?[:=-]? ?$",
    re.IGNORECASE,
)
OPTION_AFTER = re.compile(
    rf"^ ?[:=-]? ?(?:(?:(?:for|if|to|with) )?(?:(?:the|your|a|any|those|people|anyone) )?(?P<who>{_WHO})|"
    rf"(?:for )?(?:the |a |your )?(?P<extra>{_EXTRA})|for (?P<span>\d{{1,2}} ?- ?\d{{1,2}})(?!\d|[:.]\d| ?(?:\w+ )?(?:weeks?|wks?|"
    r"sessions?|classes|lessons|people|[ap]m|hours?)\b))(?:\b|(?<=\+))"
    r"(?! (?:mornings?|afternoons?|clubs?|groups?|sessions?|class(?:es)?|can be|is|are|available|provided|included)\b)",
    re.IGNORECASE,
)
WHO_ALONE = re.compile(rf"(?:for )?(?P<option>{_WHO})(?: only| price| rate)?", re.IGNORECASE)
CONDITION_AFTER = re.compile(
    r"^ (?P<option>(?:with|without|if|on|when|until|for|to|after)\b[^,;.()]{2,60})", re.IGNORECASE
)
SUBJECT_BEFORE = re.compile(r"^(?P<option>[^\W\d]+(?: [^\W\d]+)?) ?[:=-]? ?$")
NO_SUBJECT = re.compile(
    r"\b(?:just|only|is|it's|its|are|costs?|costing|prices?|charges?|fees?|sessions?|entry|admission|entrance|on|at|"
    r"door|pay|subs|suggested|class(?:es)?|full|standard|please|cash|all|everyone|"
    r"weekly|a|the|we|for|of|each|per|normally|currently|tickets?|course|courses|group|service|totally|"
    r"completely|absolutely|always|events?|activities|everything|rate|payable|"
    r"this|they|you|that|and|or|then|but|plus|otherwise|thereafter|after|afterwards|else|walks|workshops|be|"
    r"being|minimum|donations?|contributions?|usual|usually|normally|our|join|us|your|it|attend|places?|rent|usual|"
    r"drop|in|approx|to|meetings?|dances?|mornings?|afternoons?|evenings?|nights?|clubs?|talks?|quiz|disco|film|concert)\b",
    re.IGNORECASE,
)
