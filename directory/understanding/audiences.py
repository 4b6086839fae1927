"""Whom it is for, as circumstances: only where the listing is *for* them, not where they are merely welcome.

The circumstances, as a seeker states them: asylum_seeker, autistic, bereaved, blind, care_leaver, carer, deaf,
dementia, disabled, ex_offender, homeless, learning_disability, lgbt, new_arrival, parent, pregnant, refugee, student,
traveller, unemployed, veteran, young_carer.
"""

import re
from itertools import islice

from directory.understanding.gender import read_gender
from directory.understanding.remembering import remembered
from directory.understanding.residents import read_residents
from directory.understanding.wording import plain_words

__all__ = ["AUDIENCES", "read_audiences", "read_gender", "read_residents"]

AUDIENCES = {
    "young_carer": r"young (?:adult )?carers?",
    "carer": (
        r"(?<!young )(?<!adult )(?:unpaid |family |kinship |parent |male |former |informal |"
        r"adult )?carers?\b(?! (?:assessment|allowance|credit))|people (?:who (?:are )?)?(?:caring|care|"
        r"look(?:ing)? after) (?:for )?(?:someone|a |an |their|others|family)|anyone (?:who (?:cares|"
        r"looks after)|caring for|looking after)|men who care for|women who care for"
    ),
    "veteran": (
        r"(?:armed forces |military |service |naval |army |raf )?veterans?\b|ex[- ](?:forces|service(?:men|"
        r"women|man|woman|people|personnel)?|military)|armed forces community|former (?:service personnel|"
        r"armed forces|members of the armed forces)|those who (?:have )?served in"
    ),
    "asylum_seeker": (r"(?:people )?(?:seeking asylum|asylum[- ]seek(?:ers?|ing(?: people| families| women| men)?))"),
    "refugee": r"refugees?\b|people (?:seeking|who have sought) sanctuary|sanctuary seekers?",
    "new_arrival": (
        r"new arrivals?|newly arrived|new to the (?:uk|country)|migrants?\b|migrant (?:workers|families|"
        r"women)"
    ),
    "care_leaver": (
        r"care[- ]leavers?|care[- ]experienced?(?: young people| people| adults)?|"
        r"(?:young )?people (?:leaving|who have left|who've left|in or leaving|with experience of) care|"
        r"looked[- ]after children"
    ),
    "lgbt": (
        r"lgbt\w*(?:\+|\*)?|lesbian\w*|gay (?:men|women|people|and)|bisexual|(?:trans(?:gender)?|"
        r"(?<!men and )non-binary|queer|questioning)(?: and \w+)? (?:people|young people|adults|men|women|"
        r"folk|youth)|^trans(?:gender)?\b"
    ),
    "deaf": (
        r"(?<!hard of )deaf(?:blind|ened)?\b|hard of hearing|hearing[- ](?:loss|impair\w+)|bsl users|"
        r"people with hearing loss|(?:british )?sign language users"
    ),
    "blind": (
        r"blind\b|partially sighted|visual(?:ly)?[- ]impair\w+|sight[- ](?:loss|impair\w+)|deafblind|"
        r"people with (?:low vision|macular)"
    ),
    "autistic": (r"autistic|autism\b|neurodivergent|neurodiverse|asperger'?s?|on the (?:autism |autistic )?spectrum"),
    "learning_disability": r"learning[- ]disabilit(?:y|ies)|learning[- ]disabled|learning difficult(?:y|ies)",
    "disabled": (
        r"(?<!learning )(?<!learning-)disabled (?:people|adults|children|young people|women|men|veterans|"
        r"person|members|users)|(?<!learning )(?<!learning-)(?:physical )?disabilit(?:y|ies)|^disabled\b"
    ),
    "dementia": r"dementia|alzheimer'?s?|memory (?:loss|problems)",
    "bereaved": (
        r"bereaved?\b|bereavement|widow(?:s|ers|ed)?\b|widow\(er\)s|(?:have |has |'ve )?lost (?:a |an |"
        r"someone|their|your|loved)\w*"
    ),
    "ex_offender": (
        r"ex[- ]offenders?|offenders|ex[- ]prisoners|prison leavers|people (?:leaving|released from|"
        r"coming out of|in) prison|people (?:on probation|with (?:a )?(?:convictions?|criminal records?))|"
        r"(?:with|have) (?:a )?(?:unspent )?convictions?|on probation|leaving prison|criminal record"
    ),
    "homeless": (r"homeless\w*|rough sleepers?|sleeping rough|sofa[- ]surf\w+|nowhere to (?:sleep|stay|live)|roofless"),
    "unemployed": (
        r"unemployed|out of work|job[- ]?seekers?|not in (?:work|employment)|people (?:looking for|"
        r"seeking) work|neets?\b|workless"
    ),
    "student": r"students?\b(?! (?:volunteers?|placements?|nurses?|union|support))",
    "pregnant": (
        r"pregnant|expectant|expecting (?:a baby|parents|mums?|mothers?|families)|mums?[- ]to[- ]be|"
        r"parents[- ]to[- ]be"
    ),
    "traveller": (
        r"(?:gyps(?:y|ies)|roma|irish travellers?|travellers?)(?:,? (?:and|&) (?:roma|travellers?|"
        r"gypsies))?(?: (?:communit(?:y|ies)|people|families|women|men))|^(?:gypsies|gypsy|roma|"
        r"travellers?)\b|gypsy,? roma"
    ),
    "parent": (
        r"parents?\b(?! governors?)|mums\b|mothers?\b|dads\b|fathers?\b|parent/carers?|mum and baby|"
        r"mothers and babies|grandparents?(?! welcome)|families with|single[- ]parent"
    ),
}
"""The circumstances and the words that name those people."""

_NOUNS = {name: re.compile(rf"(?:(?<=^)|\b)(?:{words})", re.IGNORECASE) for name, words in AUDIENCES.items()}
_FOR = re.compile(
    r"\b(?:for|supports?|supporting|support to|helps?|helping|aimed at|designed (?:for|with)|dedicated to|"
    r"open (?:only )?to|only open to|restricted to|exclusively|"
    r"working with|works with|(?:you )?must be|if you(?:'re| are| have)|are you|who are|people (?:who|with)|"
    r"adults (?:who|with)|anyone (?:who|with|affected by)|"
    r"affected by|living with|group of|run by and for|by and for|welcomes only|bringing together|"
    r"brings together|network of|community of)\b",
    re.IGNORECASE,
)
_REGION_ENDS = re.compile(
    r"[.;:!?\n()£]|\b(?:including|such as|e\.?g|especially|particularly|at|every|on (?:mon|tue|wed|thu|fri|"
    r"sat|sun)|welcome|accompan\w+|run by|from|via|by|to (?!be|their)|through|led|delivered|"
    r"held|whether|to help|may|can|will|bring|contact|ring|please|free|where|when|we |you can|it |this )\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"^'?s?'? (?:and \w+ )?(?:peer |support |social |drop[- ]in |breakfast |coffee |advice |community |"
    r"youth |wellbeing |friendship |walking |information |gardening |art |craft |toddler |baby |& \w+ |"
    r"and toddler |and baby )*"
    r"(?:groups?|clubs?|cafe|café|breakfasts?|hubs?|networks?|drop[- ]ins?|choir|mornings?|forum|social|"
    r"programme|project|service|centre|circle|course|counselling|support|befriending|advice|"
    r"rights|mentoring|helpline|meet[- ]?ups?|mornings|association|society|shed|toddlers?|allotment|games|"
    r"football|swim)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"^'?s?'?(?: and their \w+)? (?:only|aged|and their famil|and famil)\b", re.IGNORECASE)
_EVERYBODY = re.compile(
    r"\b(?:everyone|everybody|all ages|all abilities|whole community|the public|any ?one(?! (?:who|with|"
    r"affected|caring|looking|living|bereaved|in|leaving|sleeping|seeking))|open to all(?! \w*(?:carers|"
    r"parents|veterans|students))|"
    r"not (?:just|only)|all are welcome|all welcome)\b",
    re.IGNORECASE,
)
_NOT_FOR = re.compile(
    r"\b(?:not (?:suitable )?for|no|excluding|except|unsuitable for|train(?:ed|ing)?(?: up)? (?:by|as)|"
    r"run by|led by|delivered by|free for|discount for|volunteers?,|we are|staffed by|contact our|"
    r"half price for|concessions? for|access for|toilets? for|parking for|spaces? for|recruit\w*|"
    r"supervised by|with (?:a|an|their|your)|accompanied by (?:a|an|their|your)?|unless you have)\W*$",
    re.IGNORECASE,
)
_MOST_INTRODUCTIONS = 40
_FIELD = 9
"""A text of so few words is the field of a form: "Carers", "veterans and their families"."""
_FIELD_NOT = re.compile(
    r"\b(?:welcome|referr\w*|accompan\w*|voucher|members?hip|worried|work with|staff|professionals?|"
    r"teachers?|with (?:an? )?(?:adult|parent|carer)|rights|free for|first|or on their own|awareness|"
    r"training|friendly|bring|your|parking|toilets?|loos?|access)\b",
    re.IGNORECASE,
)


@remembered
def read_audiences(text: str) -> tuple[str, ...]:
    """The circumstances (keys of `AUDIENCES`) of those whom the listing is for, in alphabetical order."""
    found: set[str] = set()
    words = plain_words(text)
    field = len(words.split()) <= 2 * _FIELD
    for sentence in re.split(r"[.;!?\n](?=\s|$)", words):
        found |= _in_sentence(sentence.strip(), field)
    return tuple(sorted(found))


def _in_sentence(sentence: str, field: bool) -> set[str]:
    if not sentence or _EVERYBODY.search(sentence):
        return set()
    if field and len(sentence.split()) <= _FIELD and not _FIELD_NOT.search(sentence):
        return _named_in_field(sentence)
    found = {
        name for name, noun in _NOUNS.items() if any(_names_group(sentence, match) for match in noun.finditer(sentence))
    }
    for introduction in islice(_FOR.finditer(sentence), _MOST_INTRODUCTIONS):
        if not _NOT_FOR.search(sentence[max(0, introduction.start() - 20) : introduction.end()]):
            found |= _named(_region(sentence, introduction.end()))
    return found


def _named_in_field(sentence: str) -> set[str]:
    begin = re.split(r"\b(?:no|not|including|such as)\b|\bwelcome\b", sentence, maxsplit=1, flags=re.IGNORECASE)[0]
    return _named(begin)


def _region(sentence: str, begin: int) -> str:
    rest = sentence[begin : begin + 120].strip()
    end = _REGION_ENDS.search(rest)
    return rest[: end.start()] if end else rest


def _named(words: str) -> set[str]:
    return {name for name, noun in _NOUNS.items() if noun.search(words)}


def _names_group(sentence: str, match: re.Match[str]) -> bool:
    """Whether "carers" is followed by what makes it a group of theirs: "carers' café", "veterans only"."""
    after = sentence[match.end() : match.end() + 60]
    if _NOT_FOR.search(sentence[max(0, match.start() - 25) : match.start()]):
        return False
    return _GROUP.match(after) is not None or _ONLY.match(after) is not None
