"""How a place may be got into and used, as partners write it: what there is, and what there is not.

Decided so:

- A vague claim ("fully accessible", "disabled access") says step-free and nothing more: a person in a wheelchair
  must still ask about the toilet and the doors. "Wheelchair accessible" says step-free as well as wheelchair.
- A ramp, a ground-floor room and "no steps" are step-free; steps at the door are not; "upstairs, no lift" is not.
- "Partly", "some", "please ask" say nothing; nor does what is both claimed and denied, and what is only hoped for.
- A plain "toilet" is read only as an entry of a list, where it is one of our own words.
"""

import re
from collections.abc import Iterator

from directory.kinds import Access, Known
from directory.understanding import access_phrases as phrases
from directory.understanding.remembering import remembered
from directory.understanding.wording import plain_words

_CLAUSES = re.compile(
    r"[;,\n()|]|[.!?](?=\s|$)|\bbut\b|\bhowever\b|\balthough\b|\bthough\b| - (?!(?:yes|no|none|n/a|not)\b)",
    re.IGNORECASE,
)
_FEATURES = tuple((feature, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for feature, words in phrases.FEATURES)
_OWN_WORDS = {re.sub("_", " ", feature.value): feature for feature in Access}
_LONGEST_CLAUSE = 600
_FIELD = 200
"""In a longer text, which is no list of features, a word between two commas says nothing ("noise, parking, dogs")."""
Answer = tuple[Access, Known]
_ORDER = {feature: place for place, feature in enumerate(Access)}


@remembered
def read_access(text: str) -> tuple[Answer, ...]:
    """What `text` surely says of access, yes or no, in the order of `Access`; empty when it says nothing."""
    words = phrases.NOT_ACCESS.sub(" ~ ", plain_words(text))
    words = phrases.INACCESSIBLE.sub(r"\1 not accessible", words)
    words = phrases.INCLUDING_TOILETS.sub("accessible, accessible toilets", words)
    words = phrases.WRITTEN_SHORT.sub(r"\1 \2, \1 ", words)
    clauses = [clause.strip(" -:*")[:_LONGEST_CLAUSE] for clause in _CLAUSES.split(words)]
    if len(words) > _FIELD:
        clauses = [clause for clause in clauses if " " in clause]
    answers = _answers(clauses)
    if phrases.UPSTAIRS.search(words) and (Access.LIFT, Known.NO) in answers and not phrases.STEP_FREE.search(words):
        answers.add((Access.STEP_FREE, Known.NO))
    if phrases.STAIR_LIFT.search(words) or ((Access.LIFT, Known.YES) in answers and phrases.UPSTAIRS.search(words)):
        answers.discard((Access.STEP_FREE, Known.NO))
    if (Access.STEP_FREE, Known.YES) in answers and _has_another_way_in(words):
        answers.discard((Access.STEP_FREE, Known.NO))
    return in_order_where_sure(answers)


def in_order_where_sure(answers: set[Answer]) -> tuple[Answer, ...]:
    """Without the features of which both yes and no is said."""
    said = [feature for feature, _ in answers]
    return tuple(sorted((a for a in answers if said.count(a[0]) == 1), key=lambda answer: _ORDER[answer[0]]))


def _has_another_way_in(words: str) -> bool:
    at_front = phrases.OTHER_WAY_IN.search(words) and phrases.STEPS_AT_FRONT.search(words)
    return at_front is not None and not phrases.STEPS_FURTHER_IN.search(words)


def _answers(clauses: list[str]) -> set[Answer]:
    """All that the clauses say; "(not working)" takes back what the clause before it said."""
    answers: set[Answer] = set()
    last: set[Answer] = set()
    for clause in filter(None, clauses):
        if phrases.NOT_WORKING.match(clause):
            answers -= last
            if phrases.BROKEN.search(clause):
                answers |= {(feature, Known.NO) for feature, _ in last}
            continue
        last = set(_read(clause))
        if last and phrases.PLANNED.search(clause):
            last = set()
        answers |= last
    return answers


def _read(clause: str) -> Iterator[Answer]:
    if own := _own_word(clause):
        yield own, Known.YES
    if (asked := phrases.OWN_ANSWER.fullmatch(clause)) and (own := _own_word(asked["own"])):
        yield own, Known.YES if asked["answer"].lower().startswith("y") else Known.NO
    if phrases.TOILET_DENIED.search(clause):
        yield Access.TOILET, Known.NO
    rest = phrases.TOILET_DENIED.sub("~", clause)
    for feature, pattern in _FEATURES:
        for found in pattern.finditer(rest):
            if not _doubtful(rest, found) or feature is Access.PARKING:
                yield feature, _known(rest, found)
        rest = pattern.sub(lambda match: "~" * len(match.group()), rest)
    yield from _ways_in(rest)


def _own_word(words: str) -> Access | None:
    return _OWN_WORDS.get(re.sub(r"[_-]", " ", words.lower()))


def _ways_in(clause: str) -> Iterator[Answer]:
    """Steps, ramps, lifts and wheelchairs, which bear upon each other."""
    if phrases.PARTLY.search(clause):
        return
    for found in phrases.WHEELCHAIR.finditer(clause):
        known = _known(clause, found)
        if known is Known.NO and phrases.UPPER_FLOOR.match(clause, found.end()):
            continue
        yield Access.WHEELCHAIR, known
        if known is Known.YES:
            yield Access.STEP_FREE, known
    if phrases.NO_TOILETS.search(clause):
        yield Access.TOILET, Known.NO
    steps_gone = phrases.NO_STEPS.search(clause)
    for found in phrases.STEP_FREE.finditer(clause):
        yield Access.STEP_FREE, Known.YES if steps_gone else _known(clause, found)
    if not steps_gone and phrases.STEPS.search(phrases.STAIRS_TO_TOILETS.sub("~", clause)):
        yield Access.STEP_FREE, Known.NO
    lift = phrases.LIFT.search(phrases.NOT_LIFT.sub("~", clause))
    if lift:
        yield Access.LIFT, _known_lift(clause)


def _known(clause: str, found: re.Match[str]) -> Known:
    before, after = clause[: found.start()], clause[found.end() :]
    if phrases.DENIED_AFTER.match(after) or phrases.DENIED_LIST.search(before):
        return Known.NO
    return Known.NO if phrases.DENIED_BEFORE.search(before) else Known.YES


def _known_lift(clause: str) -> Known:
    lift = re.search(r"\blifts?\b", clause, re.IGNORECASE)
    if lift is None:
        return Known.YES
    return _known(clause, lift)


def _doubtful(clause: str, found: re.Match[str]) -> bool:
    near = clause[max(0, found.start() - 30) : found.end() + 30]
    return phrases.PARTLY.search(near) is not None and not re.search(
        r"\b(?:request|arrang|book|please ask)", near, re.IGNORECASE
    )
