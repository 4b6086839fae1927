"""Urgent words in one spelling: how people write when they are upset, made comparable before any rule looks.

Knows letters written as figures ("k1ll", "2 die"), words with stars ("s*icide"), text-speak ("wanna", "kms"), letters
left out or doubled in the words that matter most, and words that only add force ("just", "bloody").
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from recommender.wording import plain

KEY_WORDS = [
    "suicide",
    "suicidal",
    "myself",
    "himself",
    "herself",
    "themselves",
    "killing",
    "killed",
    "overdose",
    "overdosed",
    "abuse",
    "abused",
    "abusing",
    "abusive",
    "violent",
    "violence",
    "strangled",
    "strangles",
    "strangling",
    "punched",
    "punches",
    "punching",
    "slapped",
    "controlling",
    "coercive",
    "threatened",
    "threatening",
    "threatens",
    "threatens",
    "scared",
    "frightened",
    "terrified",
    "afraid",
    "petrified",
    "hurting",
    "hitting",
    "beating",
    "kicking",
    "touching",
    "touched",
    "groomed",
    "grooming",
    "molested",
    "stabbed",
    "stalking",
    "stalker",
    "unalive",
    "anymore",
    "burden",
    "tablets",
    "husband",
    "boyfriend",
    "girlfriend",
    "partner",
    "daughter",
    "children",
    "domestic",
    "forced",
    "marriage",
    "raped",
    "selfharm",
    "bruises",
    "worthless",
]
"""Words worth knowing however they are spelt. Each is at least five letters long."""

NOT_THOSE = frozenset(
    [
        "subside",
        "subsidy",
        "suitable",
        "sociable",
        "social",
        "special",
        "residual",
        "decide",
        "beside",
        "inside",
        "outside",
        "seaside",
        "sunside",
        "side",
        "killjoy",
        "skilled",
        "skilling",
        "billing",
        "filling",
        "willing",
        "milling",
        "drilling",
        "chilling",
        "filled",
        "willed",
        "billed",
        "milled",
        "drilled",
        "fitting",
        "sitting",
        "getting",
        "letting",
        "betting",
        "shutting",
        "putting",
        "cutting",
        "heating",
        "eating",
        "seating",
        "meeting",
        "keating",
        "seating",
        "treating",
        "bearing",
        "beaning",
        "bearings",
        "boating",
        "bating",
        "hunting",
        "hurling",
        "hosting",
        "halting",
        "picking",
        "ticking",
        "packing",
        "kicked",
        "touring",
        "teaching",
        "toughing",
        "vouching",
        "couching",
        "slipped",
        "snapped",
        "clapped",
        "flapped",
        "swapped",
        "slopped",
        "lapped",
        "tapped",
        "scored",
        "scarred",
        "shared",
        "spared",
        "stared",
        "scared-y",
        "scarce",
        "scarf",
        "sacred",
        "cared",
        "sacked",
        "scraped",
        "brightened",
        "lightened",
        "tightened",
        "heightened",
        "terrific",
        "verified",
        "afield",
        "paid",
        "aboard",
        "repaid",
        "unafraid",
        "punchy",
        "lunches",
        "bunches",
        "lunched",
        "launched",
        "punctured",
        "bumped",
        "violet",
        "violets",
        "violin",
        "violins",
        "silence",
        "valance",
        "abutted",
        "amuse",
        "accused",
        "amused",
        "absurd",
        "about",
        "above",
        "partners",
        "parents",
        "parented",
        "patterns",
        "pattern",
        "parker",
        "girlfriends",
        "boyfriends",
        "husbands",
        "daughters",
        "childrens",
        "childs",
        "forged",
        "force",
        "forces",
        "forked",
        "formed",
        "farced",
        "mirage",
        "marriages",
        "carriage",
        "garage",
        "stalled",
        "staling",
        "stacking",
        "talking",
        "walking",
        "stocking",
        "stapled",
        "stabled",
        "stable",
        "grooved",
        "grooms",
        "groomer",
        "booming",
        "blooming",
        "rooming",
        "roomed",
        "glooming",
        "tickets",
        "table",
        "tables",
        "tablet",
        "cabinets",
        "rapid",
        "rapped",
        "reaped",
        "roped",
        "raced",
        "rated",
        "ripped",
        "relaxed",
        "rammed",
        "hers",
        "herbs",
        "alive",
        "arrive",
        "himalaya",
        "moulted",
        "modelled",
        "domestics",
        "dramatic",
        "burdens",
        "burdened",
        "bruised",
        "bruiser",
        "cruises",
        "braises",
        "worthwhile",
        "afraids",
        "threaded",
        "threatening",
        "strangers",
        "stranger",
        "strange",
        "stranded",
        "strangely",
        "controls",
        "controlled",
        "controller",
        "controllers",
        "consoling",
        "cohesive",
        "corrosive",
        "collective",
        "overdue",
        "overdrive",
        "overdone",
        "overuse",
        "overdress",
        "override",
        "killings",
        "suicides",
        "abuses",
        "abuser",
        "abusers",
        "knitting",
        "hitching",
        "hiring",
        "hiding",
        "biting",
        "writing",
        "waiting",
        "heaving",
        "beaten",
        "hearing",
        "hurried",
        "hurdling",
        "batting",
        "banning",
        "boiling",
        "beading",
        "banting",
        "melting",
        "malting",
        "mysel",
        "yourself",
        "ourselves",
        "itself",
    ]
)
"""Ordinary words that stand close to a key word in spelling."""

SPELLINGS = {
    "2": "to", "4": "for", "u": "you", "ur": "your", "r": "are", "n": "and", "b4": "before", "da": "the", "dat": "that",
    "2day": "today", "2nite": "tonight", "2night": "tonight", "tonite": "tonight", "2moro": "tomorrow", "tmrw": "tomorrow",
    "wanna": "want to", "wana": "want to", "wannna": "want to", "wnna": "want to", "wona": "want to", "wantto": "want to",
    "wnt": "want", "wont2": "want to", "wan": "want", "wantin": "wanting", "want2": "want to", "waana": "want to",
    "gonna": "going to", "gunna": "going to", "gona": "going to", "gna": "going to", "goin": "going", "ganna": "going to",
    "imma": "im going to", "ima": "im going to", "tryna": "trying to", "gotta": "got to", "gonnae": "going to",
    "cannot": "cant", "carnt": "cant", "cnt": "cant", "carn't": "cant", "kant": "cant", "canny": "cant",
    "dnt": "dont", "dont": "dont", "donet": "dont", "donut": "dont", "doesnt": "doesnt", "dosent": "doesnt", "dosnt": "doesnt",
    "wudnt": "wouldnt", "didnt": "didnt", "aint": "isnt", "im": "im", "iam": "im", "iv": "ive", "ill": "ill",
    "hes": "hes", "shes": "shes", "hez": "hes", "mam": "mum", "mom": "mum", "mummy": "mum", "mams": "mums", "daddy": "dad", "da's": "dads",
    "me": "me", "meself": "myself", "mesen": "myself", "mysen": "myself", "maself": "myself", "miself": "myself",
    "myslef": "myself", "mself": "myself", "mysel": "myself", "mesel": "myself", "hisself": "himself", "hisen": "himself",
    "imself": "himself", "erself": "herself", "theirselves": "themselves", "themself": "themselves",
    "themselfs": "themselves", "thereselves": "themselves", "oneself": "myself", "ourself": "myself",
    "kil": "kill", "kll": "kill", "kiil": "kill", "kyll": "kill", "kill": "kill", "kiill": "kill", "klil": "kill", "killin": "killing",
    "kilin": "killing", "kiling": "killing", "kild": "killed", "kiled": "killed", "kills": "kills",
    "dye": "dye", "dei": "die", "diee": "die", "di": "die", "deid": "dead", "ded": "dead", "deadd": "dead", "dyin": "dying", "dieing": "dying",
    "lyf": "life", "lif": "life", "livin": "living", "liv": "live", "ova": "over", "wiv": "with", "wid": "with", "wiv out": "without",
    "widout": "without", "wivout": "without", "w/o": "without",
    "unlive": "unalive", "unaliving": "unalive", "unalived": "unalive", "unaliv": "unalive", "un-alive": "unalive",
    "sewerslide": "suicide", "sewercide": "suicide", "sucide": "suicide", "suiside": "suicide", "sueside": "suicide", "suicid": "suicide",
    "sooicide": "suicide", "soocide": "suicide", "suacide": "suicide", "suside": "suicide", "susicide": "suicide",
    "suecide": "suicide", "sueicide": "suicide", "suisidal": "suicidal", "sucidal": "suicidal", "susidal": "suicidal",
    "suicidle": "suicidal", "suicidel": "suicidal", "suiciadal": "suicidal", "sewicidal": "suicidal", "suey": "suicidal",
    "sui": "suicide", "suic": "suicide", "ctb": "ctb", "kms": "kms", "kys": "kys", "od": "overdose", "oded": "overdosed", "od'd": "overdosed", "ods": "overdose",
    "sh": "selfharm", "s/h": "selfharm", "selfharming": "selfharm", "selfharms": "selfharm", "selfharmed": "selfharm",
    "selfharmer": "selfharm", "selfinjury": "selfharm", "selfinjure": "selfharm", "selfinjuring": "selfharm",
    "abusin": "abusing", "hittin": "hitting", "hits": "hits", "hitts": "hits", "beatin": "beating", "beets": "beats", "hurtin": "hurting", "hurtz": "hurts",
    "scard": "scared", "scaird": "scared", "scered": "scared", "skared": "scared", "scart": "scared", "terified": "terrified", "fritened": "frightened",
    "lil": "little", "lil'": "little", "babby": "baby", "bubba": "baby", "sumone": "someone", "some1": "someone", "sum1": "someone", "every1": "everyone",
    "no1": "nobody", "noone": "nobody", "anyone": "anyone", "evry1": "everyone", "everybody": "everyone", "somebody": "someone",
    "bf": "boyfriend", "gf": "girlfriend", "hubby": "husband", "hubbie": "husband", "fella": "partner", "feller": "partner",
    "fiance": "partner", "fiancee": "partner", "missus": "wife", "mrs": "wife", "oh": "oh",
    "tabs": "tablets", "pils": "pills", "meds": "pills", "medication": "pills", "medicine": "pills", "paracetamols": "paracetamol",
    "togo": "to go", "todie": "to die", "goto": "go to", "killmyself": "kill myself", "killmeself": "kill myself",
    "endit": "end it", "enditall": "end it all", "wonderin": "wondering", "thinkin": "thinking", "feelin": "feeling",
    "fink": "think", "finking": "thinking", "finkin": "thinking", "thort": "thought", "thorts": "thoughts", "thawts": "thoughts",
    "nuffin": "nothing", "nuthin": "nothing", "nothin": "nothing", "nowt": "nothing", "nuttin": "nothing", "no-one": "nobody",
    "bin": "been", "av": "have", "ave": "have", "hav": "have", "woz": "was", "wos": "was", "cuttin": "cutting", "cuting": "cutting", "kutting": "cutting",
    "ne": "any", "nemore": "anymore", "anymor": "anymore", "nomore": "no more", "abt": "about", "bout": "about", "bcos": "because",
    "cus": "because", "coz": "because", "cos": "because", "cuz": "because", "luv": "love", "ppl": "people", "wen": "when", "wud": "would", "shud": "should",
    "shes'": "shes", "bein": "being", "doin": "doing", "leavin": "leaving", "makin": "making", "takin": "taking", "tuk": "took", "jumpin": "jumping",
    "hangin": "hanging", "rong": "wrong", "wanted2": "wanted to", "wanting2": "wanting to", "lads": "lads", "keds": "kids",
}  # fmt: skip
"""Text-speak, dialect and the commonest misspellings of short words, where likeness alone would be unsafe."""

FORCE = frozenset(
    [
        "just",
        "really",
        "so",
        "very",
        "fuckin",
        "fucking",
        "fuckn",
        "effing",
        "bloody",
        "friggin",
        "frigging",
        "literally",
        "honestly",
        "actually",
        "sometimes",
        "constantly",
        "often",
        "kinda",
        "kind",
        "proper",
        "basically",
        "even",
        "pure",
        "totally",
        "seriously",
        "genuinely",
        "truly",
        "definitely",
        "probably",
        "absolutely",
        "simply",
        "quite",
        "rather-a",
        "tbh",
        "lol",
        "ngl",
        "fr",
        "rn",
        "pls",
        "please",
        "now",
        "properly",
        "fully",
        "again-and-again",
        "sorry",
        "ffs",
        "omg",
        "jesus",
        "christ",
        "god",
        "sort",
        "maybe",
        "like-a",
        "well",
        "right",
        "desperately",
        "badly",
        "currently",
        "already",
        "physically",
    ]
)
"""Words that add force and change nothing: left out before rules look."""

TOGETHER = {
    ("any", "more"): "anymore", ("any", "longer"): "anymore", ("self", "harm"): "selfharm", ("self", "harming"): "selfharm",
    ("self", "harms"): "selfharm", ("self", "harmed"): "selfharm", ("self", "injury"): "selfharm", ("self", "hurm"): "selfharm",
    ("self", "injuring"): "selfharm", ("self", "injure"): "selfharm", ("self", "arm"): "selfharm", ("slef", "harm"): "selfharm",
    ("self", "inflicted"): "selfharm", ("my", "self"): "myself", ("me", "self"): "myself", ("him", "self"): "himself",
    ("her", "self"): "herself", ("them", "selves"): "themselves", ("i", "am"): "im", ("i", "have"): "ive", ("he", "is"): "hes",
    ("she", "is"): "shes", ("can", "not"): "cant", ("do", "not"): "dont", ("did", "not"): "didnt", ("does", "not"): "doesnt",
    ("would", "not"): "wouldnt", ("will", "not"): "wont", ("is", "not"): "isnt", ("was", "not"): "wasnt", ("no", "one"): "nobody",
    ("sewer", "slide"): "suicide", ("un", "alive"): "unalive", ("over", "dose"): "overdose", ("over", "dosed"): "overdosed",
    ("some", "one"): "someone", ("step", "dad"): "stepdad", ("step", "father"): "stepdad", ("step", "mum"): "stepmum",
    ("sui", "cide"): "suicide", ("sui", "cidal"): "suicidal", ("i", "will"): "ill", ("he", "will"): "hell",
    ("not", "longer"): "no longer", ("a", "lot"): "lots", ("boy", "friend"): "boyfriend", ("girl", "friend"): "girlfriend",
}  # fmt: skip

_PIECE = re.compile(r"[a-z0-9@$*!|/]+(?:['.\-/*][a-z0-9@$*|]+)*|[.,;:!?()\n]+")
_FIGURES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "|": "i"})
_SPACED = re.compile(r"\b(?:[a-z] ){3,}[a-z]\b")
_STARRED = {
    re.compile(r"^s[u*]?[i*]*[c*][i*]d[e*]$"): "suicide",
    re.compile(r"^s[u*][i*][c*][i*][d*][a*][l*]$"): "suicidal",
    re.compile(r"^k[i*!][l*][l*]$"): "kill",
    re.compile(r"^d[i*!]e$"): "die",
    re.compile(r"^r[a*]p[e*]d?$"): "raped",
    re.compile(r"^[a*]b[u*]s[e*]$"): "abuse",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What was said in one spelling: words joined by single spaces, " | " where a clause ends; and where each stood."""

    said: str
    source: str
    places: tuple[tuple[int, int, int], ...]
    """(offset in `said`, start and end in `source`) of every word."""

    def quote(self, start: int, end: int) -> str:
        """The very words between two offsets of `said`."""
        here = [place for place in self.places if start <= place[0] < end]
        return self.source[here[0][1] : here[-1][2]] if here else ""


def one_spelling(words: str) -> Wording:
    """Words as a person wrote them, made comparable. Anything that is not a word or the end of a clause is dropped."""
    source = _SPACED.sub(lambda run: run.group().replace(" ", "") + " " * run.group().count(" "), plain(words))
    pieces: list[tuple[str, int, int]] = []
    for match in _PIECE.finditer(source):
        _put(pieces, match.group(), match.start(), match.end())
    said, places = "", []
    for word, start, end in pieces:
        said += " " if said else ""
        places.append((len(said), start, end))
        said += word
    return Wording(said, source, tuple(places))


def _put(pieces: list[tuple[str, int, int]], raw: str, start: int, end: int) -> None:
    """Add one raw piece: a clause end, or one or more words; joins "self harm" and drops words of force."""
    for word in _words(raw):
        before = pieces[-1] if pieces else ("", 0, 0)
        joined = TOGETHER.get((before[0], word))
        if word == "|" and before[0] in ("|", ""):
            continue
        if joined:
            pieces[-1] = (joined, before[1], end)
        elif word not in FORCE:
            pieces.append((word, start, end))


def _words(raw: str) -> list[str]:
    if not any(mark.isalnum() or mark == "*" for mark in raw):
        return ["|"] if set(raw) & set(".,;:!?()\n") else []
    if "*" in raw or "!" in raw:
        for pattern, word in _STARRED.items():
            if pattern.match(raw):
                return [word]
    return _one_word(raw.strip("!*/|"))


@lru_cache(maxsize=20_000)
def _one_word(raw: str) -> list[str]:
    if raw in SPELLINGS:
        return SPELLINGS[raw].split()
    if "-" in raw or "/" in raw or "." in raw:
        halves = [word for half in re.split(r"[-/.]", raw) if half for word in _one_word(half)]
        whole = SPELLINGS.get(re.sub(r"[-/.]", "", raw))
        return [whole] if whole else _joined(halves)
    bare = raw.replace("'", "")
    if any(mark.isalpha() for mark in bare) and not bare.isalpha() and not bare[0].isdigit():
        bare = bare.translate(_FIGURES)
    return SPELLINGS.get(bare, _nearest(bare)).split()


def _joined(halves: list[str]) -> list[str]:
    found: list[str] = []
    for word in halves:
        joined = TOGETHER.get((found[-1], word)) if found else None
        found = [*found[:-1], joined] if joined else [*found, word]
    return found


def _nearest(word: str) -> str:
    """The key word that this is a misspelling of, or the word itself."""
    if len(word) < 5 or word in NOT_THOSE or word in KEY_WORDS:
        return word
    for key in KEY_WORDS:
        allowed = 1 if len(key) < 8 else 2
        if key[0] == word[0] and OSA.distance(key, word, score_cutoff=allowed) <= allowed:
            return key
    return word
