"""American spellings, as they are written here: "color" is "colour", "organize" is "organise"."""

import re

_BEGINNINGS = {
    "color": "colour",
    "favor": "favour",
    "neighbor": "neighbour",
    "behavior": "behaviour",
    "harbor": "harbour",
    "flavor": "flavour",
    "rumor": "rumour",
    "tumor": "tumour",
    "counselor": "counsellor",
    "counseling": "counselling",
    "traveler": "traveller",
    "traveling": "travelling",
    "jewelry": "jewellery",
    "pediatric": "paediatric",
    "gynecolog": "gynaecolog",
    "orthopedic": "orthopaedic",
    "pajama": "pyjama",
    "enrollment": "enrolment",
    "skillful": "skilful",
    "catalog": "catalogue",
}
"""In which words begin, whatever follows."""

_WORDS = {
    "center": "centre",
    "centers": "centres",
    "theater": "theatre",
    "theaters": "theatres",
    "program": "programme",
    "programs": "programmes",
    "labor": "labour",
    "humor": "humour",
    "honor": "honour",
    "gray": "grey",
    "mom": "mum",
    "moms": "mums",
    "mommy": "mummy",
    "mold": "mould",
    "moldy": "mouldy",
    "enroll": "enrol",
    "license": "licence",
    "practise": "practice",
    "practised": "practiced",
    "practising": "practicing",
    "diaper": "nappy",
    "diapers": "nappies",
    "fiber": "fibre",
    "aging": "ageing",
    "judgment": "judgement",
    "dialog": "dialogue",
}

_IZE = re.compile(r"(?<![ei])(?<!pr)(?<!^s)(?<!res)(?<!caps)(?<!ups)(?<!downs)iz(e[drs]?|ers|ing|ations?)$")
_YZE = re.compile(r"lyz(e[drs]?|ing)$")
_EXCEPT = ("catalogue", "colorado", "colorectal")
_BEGIN = re.compile("|".join(_BEGINNINGS))


def british(word: str) -> str:
    """The British spelling of a word in lower case; most are it."""
    if word in _WORDS:
        return _WORDS[word]
    if "z" in word:
        return _YZE.sub(r"lys\1", _IZE.sub(r"is\1", word))
    begun = _BEGIN.match(word)
    if begun and not word.startswith(_EXCEPT):
        return _BEGINNINGS[begun.group()] + word[begun.end() :]
    return word
