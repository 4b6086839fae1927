"""Languages spoken at a place, from names to BCP 47 codes and back.

The table is `languages.csv`: those spoken in Britain, with the names that people use for them. English is read where
it is named, so that "English; Polish" is told from a place where only Polish is spoken.
"""

import csv
import re
from functools import cache
from importlib.resources import files

from directory.understanding.remembering import remembered
from directory.understanding.wording import plain_words

_LIST_WORDS = re.compile(
    r"\b(?:and|or|also|spoken|speakers?|speaking|languages?|by|booking|request|arranged|available|on|"
    r"interpreters?|interpreted|interpretation|through|an?|the|some|staff|"
    r"volunteers?|sessions?|we|speak|with|other|others|including|if|booked|in advance|advance|users?|"
    r"learners|main|mainly|plus|both|translation|translators?|bilingual|support)\b|[\W\d_]+",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:speaks?|speaking|spoken|languages?(?: spoken| available| offered)?(?: are| include| is)?:?|in|"
    r"fluent in|interpreters?(?: (?:for|in|available in))?:?|interpreting in|translat\w+ (?:in|into|to)|"
    r"bilingual|mother tongue|native)"
    r" ?:? ?(?:(?:both )?(?:and|or|&|,|english|welsh|also|as well as) ?){0,4}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[ -](?:speak\w*|spoken|interpret\w*|translat\w*|language\b(?! (?:class|course|lesson))|(?:and|&|"
    r"or) [A-Z]\w+[ -](?:speak\w*|spoken|interpret\w*)|sessions? (?:in|available)|is spoken|are spoken)",
)
_TAUGHT = re.compile(
    r"\b(?:learn\w*|teach\w*|lessons?|class(?:es)?|courses?|beginners?'?|gcse|study|conversation|"
    r"conversational|improve(?:rs)?|practi[cs]e|evening class|course in|classes in|lessons in|tuition in|"
    r"taught|level \d)\b",
    re.IGNORECASE,
)


ENGLISH = "en"
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n")
_CAPITALS = re.compile(r"\b[A-Z][a-z]+\b")
_HELD = re.compile(r"\b(?:in|speak|speaks|speaking|speakers|spoken|languages?)\b", re.IGNORECASE)
_NOT_HELD = re.compile(
    r"\b(?:(?:leaflets?|forms?|letters?|books?|menus?) (?:in|are|available)|(?:made|cooked|baked|dressed|interest\w*) in|printed|written|subtitles?|film|song|music|food|cooking|lessons?|class|learn\w*|teach\w*|courses?|"
    r"website|text|translat\w+|born|live[sd]?|living|worked|holiday|don't speak|no)\b",
    re.IGNORECASE,
)
_BESIDE_ENGLISH = re.compile(
    r"\b(?:interpret\w+|also|too|as well|some|staff|workers?|volunteers?|one of|someone|can|if you|available|on request|at the table|who|he|she|"
    r"is there|advis[eo]rs?|mixed|by|we speak|speak|we have|(?<!for )\w+[- ]speaking (?:workers?|staff|volunteers?|advis[eo]rs?))\b",
    re.IGNORECASE,
)


@cache
def _names() -> dict[str, str]:
    """Every name, in small letters, and the code it stands for."""
    table = {}
    for row in _rows():
        for name in (row["name"], *filter(None, row["other_names"].split(";"))):
            table[name.lower()] = row["code"]
    return table


@cache
def _codes() -> dict[str, str]:
    return {row["code"]: row["name"] for row in _rows()}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = files("directory.understanding").joinpath("languages.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names)})\b", re.IGNORECASE)


@remembered
def read_languages(text: str) -> tuple[str, ...]:
    """BCP 47 codes of the languages that `text` says are spoken, as written first to last.

    A text that is nothing but a list of languages (or of codes) is read as one; elsewhere a name counts only where it
    is spoken ("Polish-speaking worker", "in Urdu"), not where it is taught, eaten or celebrated.
    """
    words = plain_words(text)
    if codes := _list_of_codes(words):
        return codes
    found = list(_pattern().finditer(words))
    if _TAUGHT.search(words):
        found = [match for match in found if _AFTER.match(words[match.end() : match.end() + 40])]
    elif _LIST_WORDS.sub("", _pattern().sub("", words)):
        found = [match for match in found if _is_spoken(words, match)]
    return tuple(dict.fromkeys(_names()[match.group().lower()] for match in found))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0].capitalize() for name in _names())


def languages_in(text: str) -> tuple[str, ...]:
    """The languages in which a description says that something is held: "Every Saturday, in Polish".

    English stands beside a language that is only spoken there too, by one of those who run it or by an interpreter.
    """
    words = plain_words(text)
    if _first_words().isdisjoint(_CAPITALS.findall(words)):
        return ()
    found: dict[str, None] = {}
    for sentence in _SENTENCES.split(words):
        if not _NOT_HELD.search(sentence) and _HELD.search(sentence) and (spoken := read_languages(sentence)):
            found |= dict.fromkeys(spoken)
            if _BESIDE_ENGLISH.search(sentence):
                found["en"] = None
    return tuple(found) if found.keys() - {ENGLISH, "bfi"} else ()


def known_languages() -> tuple[str, ...]:
    """The codes of all languages that have a name here, by their names."""
    return tuple(sorted(_codes(), key=_codes().__getitem__))


def language_name(code: str) -> str:
    """The English name of a language ("pl" is "Polish"); of a variety, the language; else the code."""
    return _codes().get(code) or _codes().get(code.split("-")[0].lower(), code)


def _list_of_codes(words: str) -> tuple[str, ...]:
    entries = [entry for entry in re.split(r"[\s,;|/]+", words) if entry]
    known = [entry.split("-")[0] for entry in entries]
    if not entries or not all(entry.islower() and code in _codes() for entry, code in zip(entries, known, strict=True)):
        return ()
    return tuple(dict.fromkeys(known))


def _is_spoken(words: str, match: re.Match[str]) -> bool:
    if match.group()[0].islower():
        return False
    before, after = words[max(0, match.start() - 60) : match.start()], words[match.end() : match.end() + 40]
    before = re.sub(r"(?:,| and| or|&) ?$", ",", _pattern().sub("", before))
    if _names()[match.group().lower()] == "bfi":
        return (
            re.match(
                r"^ (?:interpret\w*|signer|users?|session|supported|provided|available|on request|by)|^$|^[,.;]", after
            )
            is not None
        )
    return (
        _AFTER.match(after) is not None
        or _BEFORE.search(re.sub(r"(?:[,&]|\band\b|\bor\b|\s)+$", " ", before)) is not None
    )
