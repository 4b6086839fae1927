"""Telephone numbers, e-mail addresses, web addresses and postcodes in what partners write."""

import re

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from directory.listing import Phone
from directory.understanding.remembering import remembered
from directory.understanding.wording import plain_words

MOST = 20
"""Nobody lists more numbers than this for one activity."""
_LONGEST_FOR_NUMBERS = 5_000

_DIGITS = re.compile(r"\d[\d \-().]*\d")
_NUMBER_ALONE = re.compile(r"0\d{2,4} \d{3,4} ?\d{3,4}|0\d{9,10}")
_OF_STORIES = re.compile(r"(?<!\d)(?:07700 ?900 ?\d{3}|01632 ?960 ?\d{3}|03069 ?990 ?\d{3})(?!\d)")
"""What Ofcom keeps for stories, and people for examples; no other number in these ranges is anybody's."""
_SHORT_NUMBERS = re.compile(
    r"(?<![\d£.:/-])(?:(?P<samaritans>116 ?(?:123|000|111|006))|(?P<service>999|111|101|105|119|112)(?=\D|$)|"
    r"(?P<text>\b[68]\d{4}))(?![\d.:/%-]\d|\d)"
)
_SERVICE_BEFORE = re.compile(
    r"\b(?:ring|call|calls|calling|dial|phone|on|nhs|police|tel|telephone|or|"
    r"number)[: ]*(?:us on )?(?:the )?$|^\W*$",
    re.IGNORECASE,
)
_TEXT_BEFORE = re.compile(r"\btext(?:ing)?\b[^.;\n]{0,30}$", re.IGNORECASE)
_DESCRIPTION_AFTER = re.compile(r"^ ?\((?P<words>[^()\d][^()\n]{1,60})\)|^ (?P<option>option \d)\b", re.IGNORECASE)
_DESCRIPTION_BEFORE = re.compile(
    r"(?:^|[;,.\n/|]\s?|\bor )(?P<words>(?-i:[A-Z])[\w'&]*(?: [\w'&]+){0,3}) ?[:-] ?$|\b(?P<kind>mobile|mob|"
    r"text|whatsapp|office|helpline|freephone|textphone|minicom|typetalk|out of hours|evenings?|"
    r"landline)\b[ .:]*(?:number )?(?:on )?$",
    re.IGNORECASE,
)
_PLAIN_LABELS = re.compile(
    r"(?:tel|telephone|phone|t|call|ring|contact|contact us|phone number|number|telephone number|"
    r"contact number|tel no)\.?",
    re.IGNORECASE,
)
_FAX = re.compile(r"\bfax(?: number| no)?[.:]? ?$", re.IGNORECASE)

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_AT = re.compile(r"(?<=\w) ?(?:\(at\)|\[at\]|\{at\}) ?(?=\w)", re.IGNORECASE)
_DOT = re.compile(r"(?<=\w) ?(?:\(dot\)|\[dot\]) ?(?=\w)", re.IGNORECASE)

_ENDINGS = (
    r"(?:co\.uk|org\.uk|gov\.uk|nhs\.uk|ac\.uk|sch\.uk|me\.uk|ltd\.uk|police\.uk|uk|com|org|net|info|coop|"
    r"church|scot|wales|cymru|london|community|charity|foundation|eu|io|me|tv|app)"
)
_DOMAIN = rf"www\.(?:[a-z\d-]{{1,63}}\.){{1,4}}[a-z]{{2,24}}|(?:[a-z\d][a-z\d-]{{0,62}}\.){{1,4}}{_ENDINGS}"
_URL = re.compile(
    r"\bhttps?://[^\s<>\"'|{}\\^`]{3,2000}|"
    rf"(?<![\w@.])(?:{_DOMAIN})\b(?!@)(?:[/?#][^\s<>\"'|]{{0,2000}})?",
    re.IGNORECASE,
)

_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX "
    "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG "
    "NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS "
    "TW UB W WA WC WD WF WN WR WS WV YO ZE "
).split()
_POSTCODE = re.compile(
    rf"(?<![A-Z\d])(?P<out>(?:{'|'.join(sorted(_AREAS, key=len, reverse=True))})\d[A-Z\d]?)"
    r"[ -]{0,2}(?P<in>\d[ABD-HJLNP-UW-Z]{2})(?![A-Z\d])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r" (?:1st|2nd|3rd|[04-9]th)", re.IGNORECASE)


@remembered
def read_phones(text: str) -> tuple[Phone, ...]:
    """British numbers that can be rung, written nationally, each once, as written first to last.

    Short numbers are read where they are meant to be rung ("call 111", "text SHOUT to 85258"); a fax is left out.
    """
    words = plain_words(text)[:_LONGEST_FOR_NUMBERS]
    if not _DIGITS.search(words):
        return ()
    if _NUMBER_ALONE.fullmatch(words) and (alone := _parsed(words)):
        return (Phone(number=_national(alone)),)
    found: dict[int, Phone] = {}
    for match in phonenumbers.PhoneNumberMatcher(words, "GB"):
        if not _FAX.search(words[: match.start]):
            number = _national(match.number)
            found[match.start] = Phone(number=number, description=_description(words, match.start, match.end))
    for story in _OF_STORIES.finditer(words):
        number = _national(phonenumbers.parse(story.group(), "GB"))
        found[story.start()] = Phone(number=number, description=_description(words, *story.span()))
    for short in _SHORT_NUMBERS.finditer(words):
        if phone := _short(words, short):
            found.setdefault(short.start(), phone)
    once = {found[place].number: found[place] for place in sorted(found, reverse=True)}
    return tuple(reversed(once.values()))[:MOST]


def _parsed(words: str) -> phonenumbers.PhoneNumber | None:
    """The number that `words` are, if it is one that can be rung: quicker than looking for it in a text."""
    try:
        number = phonenumbers.parse(words, "GB")
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) or _OF_STORIES.fullmatch(words) else None


def _national(number: phonenumbers.PhoneNumber) -> str:
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, form.NATIONAL if number.country_code == 44 else form.INTERNATIONAL)


def _short(words: str, short: re.Match[str]) -> Phone | None:
    before = words[max(0, short.start() - 40) : short.start()]
    if short["text"]:
        return Phone(number=short["text"], description="text") if _TEXT_BEFORE.search(before) else None
    if short["service"] and not _SERVICE_BEFORE.search(before):
        return None
    if short["service"] and not before.strip() and re.match(r" (?!option)\w", words[short.end() :]):
        return None
    number = "116 " + short["samaritans"][-3:] if short["samaritans"] else short["service"]
    return Phone(number=number, description=_description(words, short.start(), short.end()))


def _description(words: str, start: int, end: int) -> str | None:
    """What or whom the number is for: "(Maureen)" after it, "Office:" or "mobile" before it."""
    if after := _DESCRIPTION_AFTER.match(words[end : end + 70]):
        return (after["words"] or after["option"]).strip()
    before = _DESCRIPTION_BEFORE.search(words[max(0, start - 50) : start])
    if before is None:
        return None
    said = (before["words"] or before["kind"]).strip()
    return None if _PLAIN_LABELS.fullmatch(said) else said


@remembered
def read_emails(text: str) -> tuple[str, ...]:
    """Well-formed addresses, each once, as written first to last; "sue (at) example.org" is understood."""
    words = _DOT.sub(".", _AT.sub("@", plain_words(text)))
    return tuple(dict.fromkeys(filter(None, map(_address, _EMAIL.findall(words)))))[:MOST]


def _address(written: str) -> str | None:
    try:
        return validate_email(written.strip(".-'"), check_deliverability=False).normalized
    except EmailNotValidError:
        return None


@remembered
def read_urls(text: str) -> tuple[str, ...]:
    """Web addresses, each once, as written first to last, with "https://" where the writer left it out."""
    words = _EMAIL.sub(" ", plain_words(text))
    return tuple(dict.fromkeys(_whole(found.group()) for found in _URL.finditer(words)))[:MOST]


def _whole(written: str) -> str:
    url = written.rstrip(".,;:!?*_")
    while url.endswith((")", "]")) and url.count("(") < url.count(")") + url.count("]") - url.count("["):
        url = url[:-1].rstrip(".,;:!?")
    return url if re.match(r"https?://", url, re.IGNORECASE) else f"https://{url}"


@remembered
def find_postcode(text: str) -> str | None:
    """The first full British postcode, in capitals with its space ("L4 3TH"); None when there is none."""
    for found in _POSTCODE.finditer(plain_words(text)):
        if not _ORDINAL.search(found.group()) or found["in"].isupper():
            return f"{found['out']} {found['in']}".upper()
    return None
