"""The words by which partners say how a place may be got into and used: the patterns that `access` reads."""

import re

from directory.kinds import Access

WRITTEN_SHORT = re.compile(
    r"\b(accessible|disabled) (parking|access|entrance) (?:and|&|\+) (?=toilets?|loos?\b)", re.IGNORECASE
)
""" "Disabled parking & toilets": both are for disabled people."""
INACCESSIBLE = re.compile(r"(?<=toilet)(s?) but not accessible|\binaccessible(?= (?:to|for|by)\b|$)", re.IGNORECASE)
BROKEN = re.compile(r"\b(?:not (?:currently )?working|out of (?:order|use|action|service)|broken)\b", re.IGNORECASE)
INCLUDING_TOILETS = re.compile(r"\baccessible,? (?:including|incl\.?|inc\.?) (?:the )?toilets?\b", re.IGNORECASE)
NOT_WORKING = re.compile(
    r"^(?:(?:but )?it(?: is|'s) )?(?:(?:very |rather |quite )?(?:steep|narrow|uneven)$|(?:is |are )?(?:currently |"
    r"temporarily )?(?:not (?:always |currently )?(?:working|available|in use)|"
    r"out of (?:order|use|action|service)|broken)|faulty|when (?:it is |it's )?working|if (?:it is |it's )?working|"
    r"(?:(?:we have |we've )?(?:a )?(?:grant |funding |money )?(?:has been |been )?applied for|hopefully|planned|on order|"
    r"on its way|coming(?: soon)?|to be (?:fitted|installed|built)|not yet|one day|next year)"
    r"(?: (?:by|in|for|this|next|at|the) [\w ]{1,20})?$)\b",
    re.IGNORECASE,
)
"""In brackets after a feature: it is there, and nobody can rely on it; or it is only hoped for."""
PLANNED = re.compile(
    r"\b(?:appl(?:ied|ying) (?:for|to)|hop(?:e|es|ing) (?:for|to (?:have|get|fit|install|add|put|build|be|make|buy))|"
    r"rais(?:e|ing) (?:money|funds|cash)|fund-?rais(?:e|ing) (?:for|to)|sav(?:e|ing)(?: up)? for|waiting (?:for|on) (?:a|an|the|our)|"
    r"plans? (?:for|to)|planning|wish ?list|(?:we|have|we've) asked|asking the|(?<!you )(?:would|we'd) (?:love|like) (?:a|an|to)|"
    r"being (?:fitted|installed|built|put in|refurbished|replaced|repaired|upgraded)|"
    r"(?:to|will) be (?:fitted|installed|built|put in)|on order|hopefully|"
    r"next year|one day|in the (?:pipeline|future)|(?:it|we|hall|building|entrance|door) (?:really |still )?needs? an?|"
    r"look(?:ing)? into|trying to (?:get|raise)|bid(?:ding)? (?:in )?for|ordered|"
    r"looking to (?:install|get|fit|add|have)|we are getting|(?<!you )wants? (?:to (?:get|have|fit|install|put in|add)|an?)|"
    r"if we (?:get|can)|will have an? [\w ]{1,30} (?:from|by|in|soon|next))\b|^(?:still |really )?needs? an? ",
    re.IGNORECASE,
)
"""What is asked for or hoped for is not there."""
STAIRS_TO_TOILETS = re.compile(
    r"\b(?:toilets?|loos?|wcs?)\b[^,]{0,30}\b(?:stairs|steps|upstairs|staircase)\b", re.IGNORECASE
)
_TOILET = r"toilets?|loos?|wcs?|w\.c\.?|bathrooms?|washrooms?|restrooms?"
OWN_ANSWER = re.compile(r"(?P<own>[\w -]+?) ?[:=-] ?(?P<answer>yes|no|y|n)", re.IGNORECASE)
""" "Toilet: yes", as a form asks."""
STAIR_LIFT = re.compile(r"\bstair ?-?(?:lift|climber)s?\b", re.IGNORECASE)
UPPER_FLOOR = re.compile(
    r" (?:to|on|for) (?:the |our )?(?:upper|first|1st|second|2nd|third|top|other|all|every|upstairs)\b", re.IGNORECASE
)
TOILET_DENIED = re.compile(
    rf"\b(?:{_TOILET})(?: (?:is|are))? (?:not |in)accessible\b|\binaccessible (?:{_TOILET})\b", re.IGNORECASE
)
STEPS_AT_FRONT = re.compile(
    r"\bsteps?\b[^.;\n]{0,20}\b(?:front|main|door|entrance)\b|\b(?:front|main)\b[^.;\n]{0,25}\bsteps?\b", re.IGNORECASE
)
STEPS_FURTHER_IN = re.compile(
    r"\b(?:steps?(?![ -]?free)|stairs)\b[^.;\n]{0,15}\b(?:inside|within|hall|toilets?|loos?|rooms?|stage|kitchen|upstairs)\b|"
    r"\binside\b[^.;\n]{0,25}\b(?:steps?(?![ -]?free)|stairs)\b",
    re.IGNORECASE,
)
OTHER_WAY_IN = re.compile(
    r"\b(?:level|step[- ]?free|flat|no steps?)\b[^.;\n]{0,25}\b(?:back|side|rear)\b|"
    r"\b(?:back|side|rear) (?:door|entrance|way|gate)\b[^.;\n,]{0,20}\b(?:level|step[- ]?free|flat|no steps?)\b",
    re.IGNORECASE,
)
"""Steps at the front are no hindrance where one gets in level round the back; a ramp there may be anything."""
FEATURES: tuple[tuple[Access, str], ...] = (
    (Access.CHANGING_PLACES, r"changing places?(?: (?:toilet|facility|facilities))?(?! class)"),
    (
        Access.TOILET,
        rf"(?:fully )?(?:wheelchair[- ])?(?:accessible|disabled|adapted|easy access|"
        rf"disabled access)(?: and gender neutral)? (?:{_TOILET}|facilities)|"
        rf"(?:accessible|disabled) (?:\w+ and \w+ )?(?:{_TOILET})|(?:{_TOILET})(?::| is| are)? (?:accessible|"
        rf"wheelchair accessible|for disabled|adapted)(?: people| users)?|"
        rf"(?:{_TOILET}) with (?:grab rails|wheelchair access)|radar (?:key )?(?:{_TOILET})",
    ),
    (
        Access.HEARING_LOOP,
        r"(?:portable )?(?:hearing|induction|audio)(?:[- ]aid)?[- ]?(?:induction )?(?:loops?|system)|"
        r"induction loops?|t[- ]?loops?|^loop$|(?<=^no )loop(?: yet)?$|(?<=with a )loop|"
        r"(?<=n't a )loop(?= yet|$)|loop system|loop (?:fitted|installed|available)|t-coil",
    ),
    (
        Access.BSL,
        r"(?:bsl|british sign language|sign[- ]language)(?:[- ](?:interpret\w+|signed|signing|users?|"
        r"supported|translation|translators?))?|signed (?:performances?|sessions?|tours?)",
    ),
    (Access.LARGE_PRINT, r"(?:large|big|larger|bigger)[- ]print"),
    (
        Access.ASSISTANCE_DOGS,
        r"(?:assistance|guide|hearing|service|support)(?: (?:and|&|or|/) (?:assistance|guide|"
        r"hearing))? dogs?",
    ),
    (
        Access.CARER_WELCOME,
        r"(?:carers?|pas?|p\.a\.s|personal assistants?|support workers?|companions?|enablers?)(?: (?:and|&|"
        r"or|/) (?:carers?|pas?|personal assistants?|support workers?|companions?|friends|family))?"
        r"(?:'s)? (?:are |is )?(?:(?:also |very |always )?welcome|go(?:es)? free|free|come free|"
        r"tickets? free|can (?:come|attend|stay)(?: too)?|may (?:attend|stay))|"
        r"(?:bring|come with) (?:a |your |an? own )?(?:carer|pa|personal assistant|support worker|companion|"
        r"supporter)\b",
    ),
    (
        Access.QUIET,
        r"(?:quiet|calm|chill[- ]?out|low[- ]stimul\w+|break[- ]?out|sensory|safe quiet|"
        r"low[- ]sensory) (?:room|space|area|corner|hours?|sessions?|zone|breakout room)|"
        r"low[- ]sensory|sensory[- ]friendly|quiet(?:er)? (?:opening|slots?)|relaxed (?:session|performance|"
        r"screening)s?",
    ),
    (
        Access.PARKING,
        r"(?:(?:free|ample|plenty of|limited|on[- ]?site|on[- ]?street|street|disabled|accessible|blue badge|"
        r"nearby|own|secure|good|some|customer|visitor|designated|dedicated|adequate|private|public|level|"
        r"pay and display|bay|easy|of|and) ){0,4}(?:car )?parking(?: (?:bays?|spaces?))?|"
        r"(?:spaces?|bays?|places) (?:(?:are |is )?(?:reserved|kept) )?for (?:\d+ )?(?:blue badges?(?: holders?)?|"
        r"disabled (?:drivers?|badge holders?|people|visitors|users)|badge holders?)|(?:can|may) park(?! and)|"
        r"car ?parks?\b|(?:disabled|accessible|blue badge) (?:bays?|spaces?)|parking (?:bays?|spaces?)|"
        r"wheelchair bays",
    ),
)
"""Features that are named by themselves, most particular first: what one has read the next does not see."""

WHEELCHAIR = re.compile(
    r"\bwheel ?-?chair[- ](?:users? )?(?:access(?:ible|ibility)?|friendly|accesible|accessable|enabled|"
    r"suitable)\b|\bwheel ?-?chair users?(?: are)? (?:welcome|can)|"
    r"\b(?:accessible|accesible|suitable|access|accessibility)(?: (?:to|for|"
    r"by))?(?: \w+){0,2} wheel ?-?chairs?(?: users?)?|\bwheel ?-?chairs? (?:welcome|ok|can|is possible)|"
    r"\bwheelchairs?$|^wheelchairs?(?: users?)?(?= ?[-:=] ?(?:yes|no)\b)",
    re.IGNORECASE,
)
PARTLY = re.compile(
    r"\b(?:partial(?:ly)?|partly|limited|some|mostly|restricted|not fully|not (?:all|every)|only some|"
    r"parts? of|(?:large|wide|big|electric|powered|motorised) wheel ?-?chairs?|difficult|narrow (?:door|corridor|"
    r"aisle|entrance|hall)\w*|can be|may be|"
    r"might be|where possible|most)\b(?![^,;.]*\bparking)|"
    r"\b(?:please (?:ask|check|ring|call|contact|enquire)|unsure|not sure|tbc|unknown|working towards|"
    r"hope to|planned|coming soon|soon)\b",
    re.IGNORECASE,
)
STEP_FREE = re.compile(
    r"\b(?:all|everything(?:'s| is)?)(?: is)? (?:on the )?(?:flat|level)\b(?! (?:\d|pack|screen|rate|out))|\blevel all the way\b|"
    r"\bstep[- ]?free\b|\bstepfree\b|\blevel(?:ed)? (?:(?:side|rear|back) )?(?:access|entrance|entry|floor\w*|throughout|site|"
    r"ground)\b|^level$|\bflat (?:access|entrance|entry|throughout|site|routes?)\b|^flat$|\b(?:no|"
    r"without(?: any)?|zero|avoids?(?: the)?) (?:steps?(?![- ]?free)|stairs)\b|"
    r"(?<=not )accessible\b(?! (?:by|via|from|to|online|for wheel))|(?<=n\'t )accessible\b(?! (?:by|via|from|to|"
    r"online))|"
    r"\b(?:all )?on (?:the |one )?(?:ground floor|(?:one |a single |the )?level)\b|"
    r"\bground[- ]floor\b(?! (?:only|flat))|\b(?:a |portable |wheelchair |access |entrance |fixed |ask for |"
    r"has |via ){0,4}ramp(?:s|ed)?\b(?: (?:access|entrance|up|at|to|available|from))?|"
    r"\b(?:fully|completely|totally|100%|very|highly) (?:dda )?accessible\b|\baccessible (?:venue|building|"
    r"premises|entrance|site|hall|space|centre|location|room|for (?:disabled|all disabled|"
    r"people with (?:disabilities|mobility)))\b|"
    r"\b(?:the )?(?:building|venue|hall|centre|premises|site|room|church|space) (?:is |"
    r"are )?(?:fully )?accessible\b(?! (?:by|via|from))|^accessible$|\b(?:disabled|disability) access\b|"
    r"\baccess for (?:disabled|people with disabilities)|"
    r"\b(?:door|entrance|way in) is (?:completely |all |nice and )?(?:level|flat)\b|"
    r"\bdda compliant\b|\bdisabled[- ]friendly\b|\b(?:fully|easily) accessible for\b",
    re.IGNORECASE,
)
STEPS = re.compile(
    r"\b(?:a|one|two|three|four|five|six|seven|eight|ten|some|several|few|steep|\d{1,2}|small|big|high|stone|"
    r"front|entrance|has|have|there (?:is|are)(?: a| some)?|via|by|up|down|only)(?: (?:small|steep|stone|low|"
    r"high|few|shallow|front|flights? of)){0,4} (?:steps?|stairs|staircase)\b(?![- ]?free)(?! (?:away|from the|class|"
    r"programme|to (?:health|work|success|wellbeing|change|recovery|employment)|towards|aerobics|challenge|"
    r"group|course|up service))|"
    r"\bsteps? (?:at|to|up to|into|down to|up|down|inside|outside|leading|before|by|in) (?:the |"
    r"our )?(?:front |main |side )?(?:door|entrance|entry|hall|building|venue|porch|basement|room|church|it|"
    r"get in)\b|"
    r"\bstep(?:s|ped) (?:access|entrance|entry)\b|\bstepped\b|\b(?:flights?|lots|set|couple|"
    r"number) of (?:steps|stairs)\b|\bstairs only\b|\b(?:it's|its|it is|that's) (?:all )?(?:stairs|steps)\b(?! (?:to|towards|for))|\blegs (?:that|which|to) (?:do|climb|manage) (?:stairs|steps)|\b(?:access(?:ed)?|reached) (?:is )?(?:only )?(?:by|"
    r"via) (?:\w+ )?(?:stairs|steps|staircase)\b|^(?:steps|stairs|one step|a step)\b",
    re.IGNORECASE,
)
UPSTAIRS = re.compile(
    r"\b(?:upstairs|up stairs|first[- ]floor|1st[- ]floor|second[- ]floor|2nd floor|third floor|basement|"
    r"top floor|upper floor|downstairs)\b",
    re.IGNORECASE,
)
LIFT = re.compile(
    r"\b(?:(?:passenger|platform|wheelchair|building has|has|have|with|by|via|access|is|small|working|and|a|"
    r"an|no|use|the|without) ){1,4}lifts?\b(?! (?:to (?:hospital|and|the hospital|appointments|town|"
    r"your)|home|club|share|sharing|from|for people))|"
    r"^lifts?\b(?! (?:to (?:hospital|and|appointments|your)|home|share|from))|\blift(?:s)? (?:access|"
    r"available|to (?:all|every|the|first|upper|both|1st|second|each)(?: \w+)? ?(?:floors?|levels?|room)|in|"
    r"is|to (?:first|upper|the first|1st))\b|\blift$",
    re.IGNORECASE,
)
NOT_LIFT = re.compile(
    r"\b(?:stair ?lifts?|tail[- ]?lift|weight ?lift\w*|lift(?:s)? (?:laid on|given|offered|provided|can be|"
    r"arranged)|(?:give|offer|need|get|arrange|provide|want|require)s?(?: you)? (?:a )?lifts?|"
    r"minibus with (?:a )?(?:tail )?lift|lift(?:ing|ed)|bus with (?:a )?(?:ramp|lift))\b",
    re.IGNORECASE,
)
NOT_ACCESS = re.compile(
    r"\b(?:bsl|british sign language|sign language|makaton)(?: \w+){0,2} (?:class(?:es)?|courses?|lessons?|"
    r"level|beginners|qualification|taster|learners|training|choir)\b|\b(?:learn|teach|study|beginners'?|"
    r"introduction to|intro to|level \d|basic)(?:ing|es)? (?:\w+ )?(?:bsl|british sign|sign language)[\w ]*|"
    r"\bpark(?:ing)? and ride\b|\bquiet (?:street|road|park|walk|garden|reflection|time for|time to)\b|"
    r"\bfirst steps\b|\bnext steps\b|\bsmall steps\b|\bsteps? by steps?\b|(?<!up )\b12[- ]steps?\b|"
    r"\btwelve[- ]steps?\b|\bsteps? (?:away|from)\b|\b(?:couple|few) (?:of )?steps (?:away|from)\b|"
    r"\bevery step\b|\bdance steps\b|\b[\d,]{4,} steps\b|\bwheelchair (?:basketball|rugby|tennis|repairs?|"
    r"hire|loan|services?|racing|dancing|fencing|sports?|skills|height|lift|wide|taxi|bays?|rugby)\b|"
    r"\bno ramps?\b|\bramp(?:ing|ed) up\b|\bparking (?:fines?|permits?|tickets?|enforcement)\b|\b(?:skate|"
    r"skateboard|bmx)[ -]?ramps?\b|"
    r"\b(?:baby|clothes) changing\b|\bground floor flats?\b|\bno dogs\b|\baccessible (?:information|online|"
    r"by (?:bus|train|car|public transport|phone)|via|from|language|website|formats?|prices?|price|"
    r"activit\w+|sport|bench|pod|garden|cycling|bikes?|holidays?)\b|\bbuggy access\b|\binternet access\b|"
    r"\btoilet training\b|\bparking(?: (?:here|nearby|outside|round here))?(?: (?:is|can be|gets|will be)|'s|:)? "
    r"(?:(?:an?|very|really|always|often|quite|pretty|bit|of|total|complete|absolute|such|so|the|usual) ){0,4}"
    r"(?:nightmare|pain|awful|terrible|dreadful|murder|hell|joke|impossible|tricky|headache)\b",
    re.IGNORECASE,
)
NO_STEPS = re.compile(
    r"\b(?:no|without(?: any)?|zero|avoids?(?: the)?) (?:steps?(?![- ]?free)|stairs)\b", re.IGNORECASE
)
NO_TOILETS = re.compile(rf"\bno (?:public |customer )?(?:{_TOILET})\b", re.IGNORECASE)
DENIED_BEFORE = re.compile(
    r"(?:\b(?:no|not|n't|without|lacks?|lacking|sorry,? no|cannot|can't|don't have|doesn't have|do not have|"
    r"does not have|have no|has no|unfortunately no|never|neither|nor|isn't|aren't|non)\b(?: (?:a|an|any|"
    r"the|currently|yet|have|has|offer|provide|fully|accessible by|suitable|really|be|is|are|on-?site|"
    r"dedicated|our|own|very|good|available|good|access to|or|step[- ]free access or|lift or|ramp or|"
    r"parking or|toilets? or)){0,4}[ -]?)$",
    re.IGNORECASE,
)
DENIED_AFTER = re.compile(
    r"^(?: access| toilet| available| facilities)?(?: ?[:=-] ?| (?:is |are )?)(?:no\b|none\b|n/a\b|"
    r"not\b(?! far| a problem)|unavailable|out of (?:order|use|action|service)|broken|unfortunately|n\b|"
    r"isn't|aren't|currently (?:not|un|out|broken))",
    re.IGNORECASE,
)
DENIED_LIST = re.compile(r"\b(?:no|without|neither|nor)\b(?: [\w-]+){1,4} (?:or|nor)(?: an?| any)? $", re.IGNORECASE)
