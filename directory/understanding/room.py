"""Whether there is room for somebody new, as partners write it."""

import re

from directory.kinds import Room
from directory.understanding.remembering import remembered, speaks_of
from directory.understanding.wording import plain_words

_WAITING = re.compile(
    r"^\W*(?:\w+ ){0,2}(?:waiting|wait)[- ]?list\b(?! for (?:nhs|camhs|a diagnosis|surgery))|\b(?:there is|"
    r"there's|there are|we have|has|have|with|operates?|operating|running|join|add(?:ed)? (?:you )?to|"
    r"currently|full|long|short|small|open|closed|our|now|on) (?:a |an |the |our |currently a |short |long |"
    r"small |very |\d+[ -](?:week|month) ){0,4}(?:waiting|wait)[- ]?lists?\b|"
    r"[-:,;(/] ?(?:join (?:our|the) |short |long )?(?:waiting|wait)[- ]?list\b|\b(?:waiting|"
    r"wait)[- ]?lists? (?:applies|in operation|in place|currently|open|only|operating|of|:|-|is (?:open|"
    r"currently|about|around|\d)|now)|\bwaitlist\b|\b\d+[ -](?:weeks?|months?)[ -](?:wait|waiting)\b|"
    r"\b(?:current )?wait(?:ing)?(?: times?)?(?: is| are|:)? (?:of |about |around |approx\w* |currently |"
    r"up to ){0,4}(?:\d+|a couple of|two|three|four|five|six|seven|eight|nine|ten|twelve|several)\b|"
    r"\b(?:you'd|you'll|you will|you would|expect to|may have to|have to) wait (?:of |about |around |approx\w* |up to |at least |for ){0,3}"
    r"(?:a (?:few|couple)|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several) ?(?:of )?(?:weeks?|months?)|"
    r"\b(?:a|the) wait (?:for|of|is)\b|\bnames? (?:down )?on (?:the|a|our) list\b|\b(?:about |around )?(?:an? )?(?:\d+|one|two|three|four|five|six|eight|ten|twelve)[- ](?:weeks?|months?)'? wait(?:ing)?\b|\bgo(?:es)? (?:down )?on (?:the|a|our) list\b|(?<!not )(?<!stopped )\btaking (?:down )?names\b(?! (?:and numbers of|in vain))|\bregister (?:your |an )?interest\b[^.]{0,60}\b(?:september|january|next|intake|when|once|as soon)|\bwaiting\b[^.]{0,25}\b(?:at present|currently|right now|just now)(?: it)?(?: is|'s)? (?:about |around |roughly )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:weeks|months)|\bthere's a list\b|\bput you on (?:the|a|our) list\b",
    re.IGNORECASE,
)
_OTHERS_WAITING = re.compile(
    r"\b(?:while|whilst|for (?:people|adults|children|those|anyone|families)|if you(?:'re| are)|people|"
    r"anyone|patients|children|those|adults|families|\d+\+|who are|stuck|waiting) (?:\w+ ){0,2}on (?:a|an|"
    r"the|our|nhs|camhs|long|any)\b[\w' ]{0,25}(?:waiting|wait)[- ]?lists?\b|\b(?:on|for) (?:a|an|"
    r"the) (?:waiting|wait)[- ]?lists?(?: for)?|\bnhs (?:waiting|wait)[- ]?lists?\b|\bcamhs waiting\b|"
    r"\b(?:may|might|can|could|sometimes|occasionally|often)(?: \w+){0,3} (?:a )?(?:waiting|"
    r"wait)[- ]?list\b|\b(?:waiting|wait)[- ]?list (?:may|might|sometimes)\b|\bif (?:we are|it is|"
    r"the group is|sessions? (?:is|are))? ?full\b|\breduc\w+ (?:nhs )?waiting",
    re.IGNORECASE,
)
_NO_WAITING = re.compile(
    r"\bno (?:current(?:ly)? )?(?:waiting|wait)[- ]?(?:lists?|times?)\b|\bno wait\b|\bwithout (?:a )?waiting",
    re.IGNORECASE,
)
_LIST_CLOSED = re.compile(
    r"\b(?:waiting|wait)[- ]?list(?: is)?(?: (?:now|currently|also))? (?:closed|full)\b|\bclosed (?:waiting|"
    r"wait)[- ]?list\b|\b(?:the |our )?(?:books|list)(?: itself)?(?:(?: is| are|'s)(?: now| currently| also)?)? (?:closed|full|shut)\b|"
    r"\bnot adding (?:any )?(?:more )?names|\bnot (?:keeping|holding) a list\b",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"(?-i:^\W*FULL\b)|^\W*(?:currently |now |group |class |course |sorry,? |we are |"
    r"we're )*full(?: up)?\W*$|\((?:currently |now )?full\)|\b(?:currently|now|is|are|we're|sessions?|group|"
    r"class|course|club|already|completely) full\b(?! (?:of|time|day|price|range|details|access|-|length|"
    r"english|fun|potential))|\bfull (?:at the moment|until|at present|for (?:now|this term|the term|"
    r"the rest)|up\b|to capacity|-|–|but|just now|currently)|"
    r"\bfully[- ]booked\b|\b(?:no|0|zero) (?:current |free |available |more )?(?:places|spaces|vacancies|"
    r"room|availability|capacity)(?: (?:left|available|at|until|for|currently|remaining)|\W*$)|"
    r"\boversubscribed\b|\bnot (?:currently )?(?:taking|accepting) (?:any |on )?(?:new |more |"
    r"on )?(?:new )?(?:members|referrals|people|clients|cases|enquiries|applications|bookings|participants|names|one|starters|families|residents|anyone|anybody|faces)\b|"
    r"\bnot able to take (?:on )?(?:any|anyone|new|more)\b|\bno new (?:members|referrals|people|clients|cases|clients|starters|names|families|faces)(?! (?:fee|form))\b|"
    r"\bchocka\b|\bjam[- ]packed until\b|\bfull (?:till?|'til)\b|"
    r"\bclosed to (?:new|referrals)\b|\b(?:at|reached) (?:full )?capacity\b|\bno new (?:cases|clients|referrals|members|people|families) (?:are|is|can|will) be\w*\b|\bsold out\b|\bunable to (?:take|"
    r"accept) (?:any )?(?:new|more)\b|\bcannot (?:take|accept) (?:any )?(?:new|more)\b",
    re.IGNORECASE,
)
_NOT_FULL = re.compile(
    r"\b(?:not|never|n't|rarely|when|if|until|once|unless|may be|might be|can be|often|gets?|usually|"
    r"not yet|once)(?: (?:we|it|the|is|are|group|class|be|sessions?|they|currently|quite)){0,4} (?:FULL|"
    r"fully booked|full up|sold out|at capacity)\b|\bfull (?:of|time|day|price|range|details|access|english|"
    r"-time|cost|programme|payment|body|name|address|training|support)\b|\bfull-time\b",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:places|spaces|vacancies|room|slots|appointments|availability|spots)(?: (?:are|is))?(?: (?:still|currently|"
    r"now))? (?:available|left|remaining|free|open)\b|\b(?:some|a few|few|\d+|has|have|still|still has|with|got|"
    r"plenty of|lots of|more|currently) (?:free |available |limited )?(?:places|spaces|vacancies|room)\b(?! (?:at|"
    r"where|and|that|of|to|with|in which))(?! (?:rooms|hire))|^(?:vacancies|spaces|places)(?: available)?$|"
    r"\bnew (?:members|people|starters|faces|volunteers|participants|singers|players|learners|clients|"
    r"referrals)(?: are)?(?: (?:always|very|still|most)){0,4} (?:welcome|being taken|accepted)\b|\b(?:taking|"
    r"accepting|welcoming|open (?:to|for)|looking for) (?:on )?(?:new |more )(?:members|referrals|people|"
    r"clients|participants|starters|bookings)\b|\b(?:accepting|taking|open (?:to|for)) (?:referrals|"
    r"bookings|enrolments)\b|\broom for (?:more|new|one|a few)\b|\bjoin (?:at )?any ?time\b",
    re.IGNORECASE,
)
_HINTS_OF_FULL = tuple(
    "full|chocka|jam|book|list|not |no |0 |zero|subscribed|not |closed|capacity|sold|unable|cannot".split("|")
)
_HINTS_OF_ROOM = tuple(
    "place|space|vacanc|room|slots|spots|appointments|availab|new |more |accepting|taking|open |join ".split("|")
)
_NAMED_ROOM = re.compile(
    r"\b(?:meeting|quiet|prayer|function|training|private|treatment|changing|sensory|waiting|the|a) rooms?\b",
    re.IGNORECASE,
)


@remembered
def read_room(text: str) -> Room | None:
    """Whether there is room for somebody new, as far as `text` surely says; None where it does not."""
    words = plain_words(text)
    if speaks_of(words, "wait", "list", "adding", "books", "taking names", "taking down names", "interest") and (
        room := _waiting(words)
    ):
        return room
    full = speaks_of(words, *_HINTS_OF_FULL) and _FULL.search(_NOT_FULL.sub(" ~ ", words))
    free = speaks_of(words, *_HINTS_OF_ROOM) and _ROOM.search(_NAMED_ROOM.sub(" ~ ", _FULL.sub(" ~ ", words)))
    if full and free:
        return None
    return Room.FULL if full else Room.TAKING_PEOPLE if free else None


def _waiting(words: str) -> Room | None:
    if _LIST_CLOSED.search(words):
        return Room.FULL
    if _NO_WAITING.search(words):
        return Room.TAKING_PEOPLE
    return Room.WAITING_LIST if _WAITING.search(_OTHERS_WAITING.sub(" ~ ", words)) else None
