"""Where somebody must live, or have her doctor, as a sentence says it."""

import re

from directory.understanding.eligibility.places import (
    PLACES,
    each_list,
    is_district,
    listed_districts,
    places_in,
    with_capitals,
)
from directory.understanding.eligibility.sentences import Sentence, Where
from directory.understanding.remembering import speaks_of

_HINTS = (
    "live", "living", "resid", "only", "cover", "serv", "from ", "postcode", "home", "people", "famil", "tenant", "folk",
    "address", "for ", "adults", "women", "based", "men ", "household", "connection",
)  # fmt: skip
_PEOPLE = (
    r"(?i:people|adults|carers|anyone|anybody|those|families|children|kids|young people|parents|residents|tenants|homeowners|everyone|"
    r"older people|grown-ups|men|women|households|couples|veterans|refugees|individuals|patients|folk|locals|lads|girls|mums|dads|renters|members|seniors|young ones|"
    r"private renters|pensioners|mums to be|owners|neighbours|young women|young men|them|homes|women and children|"
    r"(?:over|under)[- ]?\d\ds|\d\ds?|you)"
)
_PLACES = rf"(?P<places>{PLACES})"
_LIVES = re.compile(
    rf"\b(?i:(?:who |you |must |to |they |and |if you(?:'ve)? )?(?:live|lives|living|lived|reside|resides|residing|resident|residents|"
    rf"your home|your address|local connection to|setting up|a home|link to|last address|own door|doors?|tenancy|in care|home or school|school or home|every household)(?: is| are| being)?(?: or (?:work|works|working|study)\b)?(?: currently| somewhere| anywhere| already)?"
    rf"(?: (?:in|on|within|inside|of|round|around|from|across|has an?|has to be|must be|an?|the|is))*)"
    rf" {_PLACES}(?! (?i:library|road|street|hospital|baths|station|centre|park|hall|church))"
)
_RESIDENTS = re.compile(
    rf"(?<![\w'-]){_PLACES}(?i:'s)? (?i:(?:[\w-]+ )?(?:residents?|households|homeowners|householders|tenants|address|postcodes?(?: only)?|addresses|pick-?ups|collections|incidents|connection|phone (?:nos?|numbers?)|landlines|"
    rf"families|people|folk|locals)(?! (?:to|are|have|will|come|who (?:can (?:help|spare|give|drive|offer|volunteer)|help)|from)\b)(?: only)?|only|ONLY)\b"
)
_ONLY_THERE = re.compile(
    rf"\b(?i:only|just|strictly|solely)(?i: (?:for|in|to|available|open|cover|covers|covering|serve|serves|work|works|visit|visits|go|"
    rf"goes|deliver|delivers|operate|operates|within|accept|take|see|people|those|families|from|referrals|residents|of|anyone|across|"
    rf"people's homes|the|round|around|as far as))* {_PLACES}"
)
_PEOPLE_OF = re.compile(
    rf"(?:^|\b)(?i:(?=any(?:one|body)\b)|(?:for|to|help|helps|helping|support|supports|supporting) )(?i:(?:all|any|the|local|isolated|older|young|"
    rf"disabled|unpaid|private|new) )*{_PEOPLE}(?i: (?:aged )?\d[\w+-]*)?,? (?i:(?:living |based |resident |who live |on (?:a )?low incomes? )?(?:in|from|within|of|on)) "
    rf"{_PLACES}(?! (?i:library|road|street|hospital|baths|station|centre|park|hall|church|town centre|who live outside))"
)
_PEOPLE_FROM = re.compile(
    rf"(?:^|\b)(?i:(?=any(?:one|body)\b)|(?:for|to|help|helps|helping|support|supports|supporting) )(?i:(?:all|any|the|local|isolated|older|young|"
    rf"disabled|unpaid|private|new) )*{_PEOPLE}(?i: (?:aged )?\d[\w+-]*)?,? (?i:(?:(?:living |based |resident |who live |on (?:a )?low incomes? )(?:in|within|on)|from|of|(?<=anyone) (?:in|on)|(?<=anybody) in)) "
    rf"{_PLACES}(?! (?i:library|road|street|hospital|baths|station|centre|park|hall|church|town centre|who live outside))"
)
_COVERS = re.compile(
    rf"\b(?i:(?:we |service |team |van |project |it |which |area |areas |only |currently )?(?:cover|covers|covering|covered|serve|serves|"
    rf"serving|available|visit|visits|deliver|delivers|operating|operate|operates|anywhere|across|throughout|all over|area)"
    rf"(?: is| are|:)?(?: only| to| in| on| every corner of| the length of| the length and breadth of| the whole of| all of| homes in| people in| across| throughout| anywhere in| the)*) {_PLACES}"
)
""" "We cover Sefton": a limit of what comes to people, or is rung by them; elsewhere only a claim."""
_ALONE = re.compile(
    rf"^(?i:(?:for |from |open to |must be |all |any |strictly |last )*(?:{_PEOPLE}(?i:,? | in | from | of ))*)?{_PLACES}"
    rf"(?i: (?:only|please|families|residents|postcodes?|people|area|schools|mums|dads|carers|mums to be|pensioners|men|women|adults|thanks|or nearby|and they check)| ?\([^)]*\))*\W*$"
)
_DOCTORS = re.compile(
    rf"\b(?i:registered|register|signed up|sign up|patients?|doctor|gp|surgery|practice)(?i: (?:is|are|be|must|at|with|of|to|a|an|any|in|"
    rf"one|gp|gps|doctors?|doctor's|surgery|surgeries|practices?|medical|dentist|the|that's|within|has|from))* {_PLACES}(?:'s)?"
    rf"(?: (?i:gps?|doctors?|doctor's|surgery|surgeries|(?:gp |medical )?(?:practices?|centres?)))?"
)
_HAS_DOCTOR = re.compile(
    rf"\b(?i:with|have|has|got|of|at|for|only)(?: (?i:an?|any|your|one of|the|patients of|people with))* {_PLACES}(?:'s)? "
    rf"(?i:(?:gps?|doctors?|doctor's|surgery|surgeries|(?:gp |medical )?practices?)(?: patients?)?\b)"
)
_DOCTOR = re.compile(r"\b(?:gps?|doctor|surger|practice)", re.IGNORECASE)
_PRACTICES = re.compile(rf"^(?i:for |all )?{_PLACES} (?i:gps?|surgeries|practices|doctors)(?i: only)?\W*$")
_NOT_ONLY = re.compile(
    r"\b(?:(?:need(?:n't| not)|don't have to|do not have to|don't need to) live|not (?:just|only|limited)|priority|prefer\w*|and (?:beyond|surrounding|further|neighbouring|elsewhere)|nationwide|"
    r"(?:from|live) anywhere|wherever you|wider|doesn't matter where|no matter where|any (?:borough|area|postcode)|"
    r"mainly|mostly|primarily|free (?:for|to|delivery)|discount|cheaper|outside|further afield|not in|except|"
    r"all over merseyside|everyone|everybody|anyone from)\b|£\d+ for|\bfor (?:everyone|all) in\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:office|based|our base|staff|volunteers?|team is|born|founded|since (?:19|20)\d\d|used to|grew up|years)\b",
    re.IGNORECASE,
)
_SHORT = 70
_FRAGMENT = re.compile(
    rf"^(?:[^.,]+ \d\d ?\+, {PLACES}|(?i:for |all )?{PLACES} (?i:families|carers|mums|mums to be|dads|people|residents|schools|pensioners|tenants|adults|men|women|young people)|"
    r"[^.]+,[^.]+ and (?:[A-Z][\w ]+|[A-Z]{1,2}\d+(?:-[A-Z]?\d+)?))\b(?: \([^)]*\))?\W*$"
)
""" "Sefton carers.", "Knowsley, St Helens and L11-L14.": a sentence without a verb."""
_DELIVERS = re.compile(r"\bwe (?:can |also )?(?:deliver|collect)\b")
""" "We deliver to Knowsley" tells nothing of who may come to the shop."""
_FOR_THEIR = re.compile(rf"\b(?i:for|for all|for the|other) {_PLACES} {_PEOPLE}\b(?! (?i:are|have|will|to))")
_THEIR_FIRST = re.compile(rf"^{_PLACES} {_PEOPLE}(?=\W*$|,| (?i:aged|over|under|who|with|living|only|and their|\d))")
_WITHIN = re.compile(
    rf"\b(?i:in|within|from|to an?|open to|for|folk of|people of|at an?|attending an?|any|at any) (?i:the )?{_PLACES}"
    rf"(?=(?i: and nobody else| address| schools?\b(?! (?:hall|run))|\W*$|,? \d\d\+))"
)
""" "Under mental health services in Wirral, 18+", in a field; "members from CH41 and CH42", where districts are no venue."""
_SCHOOLS = re.compile(
    rf"(?:\b(?i:at|attending|attend|in) (?i:an?|any) (?=.*school))?{_PLACES} (?i:school(?<= school)(?! hall)|schools only|schools? pupils)\b(?<! the school)"
)
_BESIDE = re.compile(
    rf"\b{_PLACES} (?:or|and) (?i:(?:the )?(?:north|south|east|west)(?:ern)? (?:end of )?[\w ]+)\([A-Z]"
)
""" "Sefton or north Liverpool (L4, L5)": all of the one, and of the other some."""
_PART_OF_TOWN = re.compile(
    r",? (?:or|and) (?:the )?(?:north|south|east|west)(?:ern)? [\w ]{0,30}\([^)]{3,60}\)", re.IGNORECASE
)
_WITHIN_TOWN = re.compile(rf"\b(?i:within|inside|throughout) (?i:the )?{_PLACES}")
""" "Within the city of Liverpool", of what has no venue."""
_ONES_OF = re.compile(
    rf"\b(?i:for|members from|open to|folk of|people of|anyone in|those in|those of us in|deliver(?:ed|s)? (?:anywhere )?(?:in|on|round)) (?i:the )?(?:[\w',]+ ){{0,7}}?(?i:in |of |from |on )?{_PLACES}"
)
_ITS_PEOPLE = re.compile(rf"^(?:{_PEOPLE} )(?i:in|on|from|of|across) (?i:the )?{_PLACES}")
_SCHOOL_OF = re.compile(rf"\b(?i:at|of|attending) (?i:an?|any) {_PLACES} (?i:schools?|secondary|primary|academy)\b")
_REGISTERED_THERE = re.compile(rf"^{_PLACES} (?i:gps?|doctors?)(?i: practice)? (?i:reg'?d|registered|reg|patients?)\b")
_MANY_COMMAS = re.compile(r"[,;]| - |(?<=\d[+s]) ")


_LIMITS = (
    (("for ", "other "), _FOR_THEIR),
    (("carers", "adults", "women", "men ", "people", "tenants", "famil", "parents", "folk"), _THEIR_FIRST),
    (("school",), _SCHOOLS),
    (
        (
            "liv",
            "resid",
            "home",
            "household",
            "address",
            "door",
            "tenancy",
            "in care",
            "setting up",
            "connection",
            "link to",
        ),
        _LIVES,
    ),
    (
        (
            "resid",
            "holds",
            "owner",
            "tenant",
            "postcode",
            "address",
            "pick",
            "collection",
            "famil",
            "people",
            "folk",
            "local",
            "only",
            "connection",
            "incidents",
            "phone n",
            "landlines",
        ),
        _RESIDENTS,
    ),
    (("only", "just", "strictly", "solely"), _ONLY_THERE),
    (
        ("live", "living", "from ", "based", "anyone in", "anybody in", "anyone on", "folk of", "people of"),
        _PEOPLE_FROM,
    ),
)


def read_surgery(sentence: Sentence) -> tuple[str, ...]:
    """The places with a doctor of which she must be registered."""
    if sentence.where is Where.NAME or not _DOCTOR.search(sentence.words):
        return ()
    if (fragment := _PRACTICES.match(sentence.words) or _REGISTERED_THERE.match(sentence.words)) and (
        places := places_in(fragment["places"])
    ):
        return places
    if _NOT_ONLY.search(sentence.words):
        return ()
    for pattern in (_DOCTORS, _HAS_DOCTOR):
        for found, places in each_list(pattern, sentence.words):
            if _DOCTOR.search(found.group()):
                return places
    return ()


def read_living(sentence: Sentence, *, has_venue: bool) -> tuple[str, ...]:
    """The places where she must live. What has no venue ("we cover Sefton") is limited by where it goes."""
    if sentence.where is Where.NAME or not _speaks(sentence, has_venue) or _NOT_ONLY.search(sentence.words):
        return ()
    words = with_capitals(sentence.words)
    if districts := _of_districts(words, sentence, has_venue=has_venue):
        return districts
    patterns = [pattern for hints, pattern in _LIMITS if speaks_of(sentence.small, *hints)]
    if sentence.where is Where.FIELD or not has_venue:
        patterns += (_PEOPLE_OF, _ITS_PEOPLE, *(() if has_venue else (_COVERS, _WITHIN_TOWN)))
        if speaks_of(sentence.small, "school", "secondary", "primary", "academy"):
            patterns.append(_SCHOOL_OF)
    for pattern in patterns:
        for found, places in each_list(pattern, words):
            if not _STAFF.search(words[max(0, found.start() - 25) : found.start()]):
                return _with_districts(places, words[found.end() :])
    return _alone(sentence, has_venue=has_venue) or _by_the_way(words, sentence.where)


_HAS_FIGURE = re.compile(r"[A-Za-z]\d")
_ONLY_DISTRICTS = re.compile(
    r"(?:only|just|we cover|covering|postcodes?|please|and|or|to|the|in|for|areas?|[\W\d]|(?:l|ch|wa|pr|wn)\d+)*",
    re.IGNORECASE,
)


def _of_districts(words: str, sentence: Sentence, *, has_venue: bool) -> tuple[str, ...]:
    """A bare list of districts: in a field and where nobody goes to it wherever it stands, else where nothing else is said."""
    if not _HAS_FIGURE.search(words):
        return ()
    if sentence.where is not Where.FIELD and has_venue and not _ONLY_DISTRICTS.fullmatch(words):
        return ()
    if not (districts := listed_districts(words)):
        return ()
    town = next((places for found, places in each_list(_BESIDE, words) if "(" not in found["places"]), ())
    return tuple(dict.fromkeys((*town, *districts)))


def _with_districts(places: tuple[str, ...], after: str) -> tuple[str, ...]:
    """ "Live in Knowsley or south Liverpool (L19, L24)": the part of a town by its districts."""
    if (part := _PART_OF_TOWN.match(after)) and (districts := listed_districts(part.group())):
        return tuple(dict.fromkeys((*places, *districts)))
    return places


def _by_the_way(words: str, where: Where) -> tuple[str, ...]:
    """Places that a field names last, and postcode districts wherever people are of them: neither is a venue."""
    if where is Where.FIELD and (found := next(each_list(_WITHIN, words), None)):
        return found[1]
    return next((places for _, places in each_list(_ONES_OF, words) if all(map(is_district, places))), ())


def _speaks(sentence: Sentence, has_venue: bool) -> bool:
    return (
        sentence.where is Where.FIELD
        or not has_venue
        or len(sentence.small) < _SHORT
        or any(hint in sentence.small for hint in _HINTS)
    )


def _alone(sentence: Sentence, *, has_venue: bool) -> tuple[str, ...]:
    """A field, or a sentence about what has no venue, that is a list of places: "18+, Sefton", "St Helens families"."""
    if sentence.where is not Where.FIELD and has_venue and not _FRAGMENT.match(with_capitals(sentence.words)):
        return ()
    words = with_capitals(sentence.words)
    if has_venue and _DELIVERS.search(sentence.small):
        return ()
    parts = [words]
    if sentence.where is Where.FIELD or _FRAGMENT.match(words):
        parts += _MANY_COMMAS.split(words)
    found = (_ALONE.match(part.strip(" .")) for part in parts)
    return tuple(dict.fromkeys(place for one in found if one for place in places_in(one["places"])))
