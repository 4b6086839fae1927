"""How a person takes part, as partners write it: in person, online, by telephone, at home, or here and there.

"Book online", "find us online" and "ring us on 0151…" are ways to begin, not to take part; "help to get online" is
what is taught.
"""

import re
from typing import NamedTuple

from directory.kinds import Attending
from directory.understanding.remembering import remembered, speaks_of
from directory.understanding.wording import plain_words

_NOT_ATTENDING = re.compile(
    r"\b(?:book(?:ed|ing|ings|able)?|register(?:ed|ing)?|registration|apply|applications?|sign(?:ed|"
    r"ing)?[- ]?up|find (?:us|out|more|it|them|details)|see(?: us| more| details)?|order(?:ed|ing)?|donate|"
    r"pay(?:ment)?|"
    r"refer(?:ral|red|rals)?s?|self[- ]refer(?:ral)?|enquire|forms?|buy|bought|(?:tickets?|places?|"
    r"bookings?) (?:are )?available|tickets?|shop(?:ping)?|available to (?:download|view)|download|"
    r"more (?:info\w*|details)|info\w*|details|timetable|read(?: more)?|check|visit us|contact us|enrol\w*|"
    r"complete[d]?|calendar|programme is|listed|published|look(?: us)? up|search|follow us|reserve|claim(?:s|"
    r"ing)?|renew\w*|join the library|catalogue|browse)\b(?: (?:a|your|the|is|are|can be|places?|be|it|form|"
    r"forms|in advance|only|either|by phone(?:,| or|/)|in person or|details|for|us|in|appointments?|made|"
    r"session|sessions|ticket)){0,4} (?:via (?:our|the) )?online\b|"
    r"\bonline (?:book\w*|forms?|regist\w*|application|referral|self[- ]referral|shop\w*|directory|calendar|"
    r"payment|banking|safety|skills|safely|scams?|fraud|dating|gambling|gaming|timetable|ticket\w*|enquiry|"
    r"enquiries|store|bullying|abuse|world|accounts?|portal|claims?|job\w*|services and|catalogue|presence|"
    r"privacy|harms?|exploitation|library|resources?|information|journal|tools? kit|map|survey|questionnaire|"
    r"system|shopping|donation|applications?|sales)\b|"
    r"\b(?:get(?:ting|s)?|go(?:ing)?|be(?:ing)?|stay(?:ing)? safe|safe(?:ly|r)?|confiden\w*|new to|using|use|"
    r"learn(?:ing)?|things|do(?:ing)? \w+|services|help with|skills|helping people|people|works?|are not|"
    r"aren't|isn't|not) (?:things )?online\b|"
    r"\b(?:learn(?:ing)?(?: how)?|how|help(?:ing)?(?: you)?|using|use|used|teach\w*|try|set(?:ting)? up|"
    r"introduction|beginners?|basics|email,|e-?mail and|whatsapp,|email) (?:to )?(?:use |using |and |with |"
    r"of )?(?:zoom|teams|skype|video calls?)\b|"
    r"\b(?:phones|tablets?|laptops?|computers?|ipads?),? (?:and|or|,) (?:\w+ )?zoom\b|"
    r"\b(?:stopped|ended|dropped|ceased|cancelled|scrapped|gave up|used to|no longer|don't do|during (?:the )?(?:lockdown|"
    r"covid|pandemic))(?: (?!and\b|now\b|but\b|instead\b|so\b|for\b)[\w']+){0,4}? (?:online|zoom|skype|video calls?|virtual\w*|webinars?)\b"
    r"(?: (?:group|class|session|meeting|chat|quiz|choir)(?:s|es)?)?|"
    r"\b(?:zoom|online|virtual) (?:\w+ ){0,2}?(?:has|have|is|are)(?: now)? (?:stopped|ended|finished|discontinued|no longer)\b|"
    r"\bno (?:longer )?online\b|\bzoom in\b|\b(?:sports?|football|our|local|health|mental health|project|"
    r"community|staff|other|support|crisis|cmh|care|two|three|quiz|mixed) teams\b|\bonline at\b|\bwww\.|"
    r"\bhttps?://\S*",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r"^online$|\bonline (?:[\w'-]+ ){1,2}(?:forum|group|club|class|session|course|café|cafe|choir|chat|meeting|"
    r"drop-?in|"
    r"workshop|circle|quiz|bingo)s?\b|\bonline(?: only| group| groups| session\w*| class\w*| course\w*| meeting\w*|"
    r" support|"
    r" workshop\w*| events?| chats?| counselling| forum| communit\w+| learning| via| on zoom| using| by zoom|"
    r" through| with zoom| peer| activit\w*| talks?| sing\w*| yoga| café| cafe| self-help| programme\w*|"
    r" training| therapy| tuition| and | or | & | ?/|, |; ?|\)| $|$| too| as well| option| appointments?|"
    r" drop-?ins?| advice| lessons?| choir| book club| coffee| webinars?| mindfulness| delivery| every|"
    r" on (?:mon|tue|wed|thu|fri|sat|sun|zoom|teams)| at \d|: )|"
    r"\b(?:held|meets?|meet(?:ing)?s?|runs?|run|delivered|takes? place|join(?: us)?|attend(?:ed)?|offered|"
    r"available|taught|sessions?|groups?|class(?:es)?|courses?|virtually|live|fully|entirely|also|is|are|and|"
    r"or|/|&|,) online\b|"
    r"\bvirtual(?:ly)? ?(?:sessions?|groups?|meetings?|class(?:es)?|courses?|support|drop-?ins?|café|cafe|"
    r"coffee|events?|choir|peer|appointments?|befriending|only|and|or|$)|\bheld virtually\b|"
    r"\bmeets? virtually\b|"
    r"\b(?:by|via|on|over|using|through|in|with|or|and|/|&|,|our|weekly|a|:|\() ?(?:ms |microsoft )?(?-i:Zoom|"
    r"zoom|ZOOM|Teams|TEAMS|Skype|skype|Google Meet|google meet|MS Teams)\b|\bzoom (?:sessions?|group|"
    r"meetings?|calls?|class(?:es)?|link|chat|only|or|and|yoga|drop|$)|^(?:zoom|ms teams|microsoft teams)\b|"
    r"\bzoom$|\b(?:ms|microsoft) teams\b|"
    r"\bphone(?:,| and| or|/| &) ?video\b|\bby video\b|\bvideo (?:calls?|link|consultations?|appointments?|chats?)\b|"
    r"\bwebinars?\b|\blive[- ]?stream\w*|"
    r"\bfacebook live\b|\bhybrid\b|\bblended\b",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"\b(?:tele)?phone[- ](?:befriend\w*|support|helpline|advice|counselling|appointments?|service|based|"
    r"groups?|calls?|chats?|friend\w*|assessments?|coaching|sessions?|consultations?|listening|only|"
    r"and online|or online|contact)\b(?! (?:number|us))|"
    r"\bhelp-?lines?\b|\b(?:crisis|listening|advice|support|text|info(?:rmation)?) ?-?line\b|\btextline\b|"
    r"\b(?:support|advice|counselling|help|befriending|sessions?|appointments?|delivered|offered|available|"
    r"talk|chat|assessments?|listening|service|coaching|both|either|in person|online|face[- ]to[- ]face|"
    r"video|zoom|home|person|visit)(?: (?:is|are|available|in person|online|offered))?(?:,| or| and| &|"
    r"/)? ?(?:by|over the|on the|via|via the|through the|by the)? ?(?:tele)?phone\b(?!\w| (?:number|to book|"
    r"us|for details|for more|\d|for an? appointment|sue))|"
    r"\bover the (?:tele)?phone\b|\bon the phone\b|\bweekly (?:phone |telephone |friendly )?calls?\b|"
    r"\bwe(?:'ll| will)? (?:ring|call|phone|telephone) you\b(?! (?:back|when|if|as soon|once (?!a)|"
    r"once a place|to (?:book|arrange|confirm))\b)|\ba (?:friendly |regular |"
    r"weekly )?(?:phone |telephone )call\b|"
    r"\b(?:ring|call|phone|telephone)s? you (?:up )?(?:(?:once|twice) (?:a|every) (?:week|day|fortnight|month)|"
    r"every|each|weekly|daily|regularly|for a (?:\w+ )?(?:chat|natter|catch)|"
    r"to (?:chat|check (?:how|you)|see how|say hello))\b|^(?:by )?(?:tele)?phone(?: only)?(?=$|[,;/]| or | and | & )|"
    r"\bby (?:tele)?phone(?=$|[,;.)]| (?:and|or|only|&)\b)|\bsomeone to (?:ring|call|phone)"
)
_NOT_PHONE = re.compile(
    r"\b(?:contact(?:ed)?|book(?:ed|ing|ings)?|refer(?:ral|rals|red)?|enquir\w+|enquiries|register|apply|"
    r"reach(?:ed)?|arrange[d]?|order(?:ed)?|get in touch|(?:make|made|booked|"
    r"making) (?:an? )?(?:appointments?|referrals?))[^.;\n]{0,30}\b(?:by|over the|on the|"
    r"via) (?:tele)?phone\b|\b(?:by|tele)?phone (?:to book|first|ahead|us|sue|for (?:details|more|info|"
    r"an?))|\bphone number\b|"
    r"\b(?:letters|forms|emails|bills|post)(?:,? (?:and|or|&) | ?/ ?)(?:tele)?phone calls\b|\bsomeone to (?:ring|call|phone) (?:about|for)\b|"
    r"\b(?:after|following) a (?:\w+ )?(?:phone |telephone )?call\b|\bhelp with (?:\w+ ){0,2}(?:tele)?phone calls\b"
)
_HOME = re.compile(
    r"\bhome[- ]visit\w*|\bvisit(?:s|ing)?(?: \w+){0,3} (?:at|in) (?:your|their|the|his|her|people's|"
    r"a person's|older people's)?(?: own)? ?homes?\b|\b(?:in|at) (?:your|their|people's|the person's|"
    r"clients'|older people's|patients')(?: own)? homes?\b(?! town)|\bwe (?:can |will |'ll )?(?:come|visit|"
    r"travel) (?:to )?(?:you\b|your home|your house)|"
    r"\bvisiting service\b|\bvisit (?:you|people|them) at home\b|\b(?:care|support|help|befriending|visits?|"
    r"visited|visitor|seen|library|haircuts?|appointments?|assessments?|service|sessions?|delivered|"
    r"counselling|advice|physio\w*)(?: \w+)? at home\b|(?<!you )\bat home (?:or|and) |\bat home (?:support|service|"
    r"visits?|"
    r"befriending)|\bhome[- ](?:based|library service|start|befriending|from hospital|care support|"
    r"help service|treatment)\b|\bin-home\b|(?:,|\bor|\band|/|:) at home$|^at home\b|\bvolunteer (?:visitor|"
    r"visits you)\b|"
    r"\bin the home\b"
)
_NOT_HOME = re.compile(
    r"\b(?:care|nursing|residential|funeral|children's) homes?\b|\bhomes? (?:page|grown|made|baked|cooked|"
    r"work|education|school\w*|office|owners?|town)\b|\bwork(?:ing)? (?:from|at) home\b|"
    r"\bfrom (?:the comfort of )?(?:your )?(?:own )?home\b|\b(?:comfort of|join\w* (?:us )?from|leave|"
    r"stay(?:ing)? at|safe at|happy at|alone at|live at|living at|living independently in|"
    r"remain(?:ing)? (?:independent(?:ly)? )?(?:at|in)|independent(?:ly)? (?:at|in)|"
    r"exercises? (?:to do )?at|practi[cs]e at|abuse at|violence (?:at|in)|at risk at|heating (?:at|in)|"
    r"warm (?:at|in)|internet at|device at|learn(?:ing)? at|read(?:ing)? at|stay(?:ing)? (?:\w+ )?in|"
    r"struggling at|unsafe at|energy (?:use )?in|damp in|falls (?:at|in)|safe(?:r|ty)? in|under 5s at|"
    r"no \w+ (?:at|in)|fire in) (?:your |their |the )?(?:own )?homes?\b|\bat home with\b"
)
_IN_PERSON = re.compile(
    r"\bin[- ]person\b|\bface[- ]?(?:to|2)[- ]?face\b|\bf2f\b|\bhybrid\b|\bblended\b|"
    r"\bon[- ]site (?:sessions?|groups?|courses?)\b"
)
_NOT_IN_PERSON = re.compile(
    r"\b(?:book(?:ed|ing|ings)?|register(?:ed)?|apply|enquire|sign up|pay|collect(?:ed)?|referral|"
    r"enrol)\b[^.;\n]{0,25}\bin[- ]person\b|\bno(?:t| longer)? (?:offer )?in[- ]person\b"
)
_VENUES = (
    r"(?:libraries|children's centres?|community centres|community venues|venues|locations|village halls|"
    r"church halls|schools|places|centres|sites|parks|cafes|cafés|halls|hubs|supermarkets|pubs|settings|"
    r"family hubs|gp surgeries|surgeries|neighbourhoods)"
)
_PERIPATETIC = re.compile(
    rf"\b(?:various|different|several|varying|multiple|rotating|changing(?! places)|a (?:range|variety|number) of|"
    rf"local|"
    rf"many)(?: community| local| council)? {_VENUES}\b|\b(?:in|at|across) {_VENUES} (?:around|across|"
    rf"throughout|all over|in (?:different|the area))\b|\b{_VENUES} (?:around|across|throughout|"
    rf"all over) (?:the )?\w+|"
    rf"\bmoves? (?:around|between|from)\b|\bmobile (?:library|service|unit|van|bus|clinic|pantry|"
    rf"food bank)\b|\broving\b|\bperipatetic\b|\bpop[- ]ups? (?:at|in|across|around|sessions?)\b|"
    rf"\b(?:tours?|travels?) (?:around )?(?:the )?(?:borough|region|area|libraries)\b|\bvenues? (?:vary|"
    rf"varies|changes?|rotates?)\b|\boutreach (?:sessions? )?(?:in|at|across|around) {_VENUES}\b|"
    rf"\ba different (?:venue|library|place|church|centre|hall|village hall) (?:each|every)|"
    rf"\b(?:visit(?:s|ing)?|in|at|go(?:es)? to) a different (?:village|town|estate|pub|café|cafe|park) (?:each|every)|"
    rf"\b(?:bus|van|minibus|trailer|truck|caravan|library|clinic|cinema|shop|bank|surgery|kitchen|unit|team|it|we)"
    rf"(?: \w+)? (?:visits?|stops? (?:at|in)|calls? at|"
    rf"tours?) (?:(?:a|many|most|all|lots|of|\d+|local|our|the|rural) ){{0,3}}(?:(?:different|various|several) (?:village|town|estate|"
    rf"parish|street|neighbourhood|communit)|villages\b|estates\b|parishes\b)"
)
_BOTH = re.compile(r"\W*(?:both|hybrid|in person (?:and|or|&|/) online|online (?:and|or|&|/) in person)\W*")
_DENIED = re.compile(
    r"\b(?:no|not|n't|never|without|no longer|don't offer|do not offer|cannot offer|"
    r"unable to offer)(?: (?:currently|any|offer|offering|available|provide|do|held|via|on|by|an?|yet|"
    r"longer|offered|also|in|the)){0,4}\s*$",
    re.IGNORECASE,
)


class _Way(NamedTuple):
    """How one way is said: where none of the hints stands, the patterns need not be asked."""

    way: Attending
    hints: tuple[str, ...]
    said: re.Pattern[str]
    unsaid: re.Pattern[str] | None = None


_ONLINE_HINTS = tuple("online zoom teams skype google virtual video webinar stream facebook hybrid blended".split())
_PLACES_HINTS = tuple(
    "libraries centres venue locations halls schools places sites parks cafes cafés hubs supermarkets pubs settings "
    "surgeries neighbourhoods move mobile roving peripatetic pop tour travel outreach different villages estates parishes".split()
)
_PHONE_HINTS = (
    "phone", "helpline", "help-line", "textline", "crisis", "listening", "advice line", "adviceline", "advice-line",
    "support line", "supportline", "support-line", "text line", "text-line", "info", "calls", " call", "ring you",
    "rings you",
    "to ring",
)  # fmt: skip
_WAYS = (
    _Way(
        Attending.IN_PERSON,
        ("person", "face", "f2f", "hybrid", "blended", "on site", "on-site"),
        _IN_PERSON,
        _NOT_IN_PERSON,
    ),
    _Way(Attending.ONLINE, _ONLINE_HINTS, _ONLINE),
    _Way(Attending.PHONE, _PHONE_HINTS, _PHONE, _NOT_PHONE),
    _Way(
        Attending.HOME_VISIT,
        ("home", "visiting service", "to you", "come you", "visit you", "travel you"),
        _HOME,
        _NOT_HOME,
    ),
    _Way(Attending.PERIPATETIC, _PLACES_HINTS, _PERIPATETIC),
)


@remembered
def read_attending(text: str) -> tuple[Attending, ...]:
    """The ways of taking part that `text` surely says, in the order of `Attending`; empty when it says none.

    "Both", alone in its field, is in person and online.
    """
    words = plain_words(text)
    if speaks_of(words, *_ONLINE_HINTS, "www", "http"):
        words = _NOT_ATTENDING.sub(" ~ ", words)
    small = words.lower()
    if _BOTH.fullmatch(small):
        return (Attending.IN_PERSON, Attending.ONLINE)
    return tuple(
        # "Teams" is a way to meet, and "teams" are people.
        way.way
        for way in _WAYS
        if speaks_of(small, *way.hints) and _says(way, words if way.way is Attending.ONLINE else small)
    )


def _says(way: _Way, words: str) -> bool:
    """Whether it is said at least once, and not denied."""
    if way.unsaid:
        words = way.unsaid.sub(" ~ ", words)
    return any(
        not _DENIED.search(words[max(0, found.start() - 30) : found.start()]) for found in way.said.finditer(words)
    )
