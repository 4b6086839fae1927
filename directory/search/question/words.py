"""Words that must stand together, and words that must not be there."""

import re
from collections.abc import Iterator

from directory.search.question.said import Said

_QUOTED = re.compile(r"[\"“”]([^\"“”]{2,100})[\"“”]")
_NOT = re.compile(
    r"(?<=\w) (?:,? ?but )?(?P<not>not(?: in| at| with| for| from)?(?: an?| the| any)?|without(?: an?| any| the)?|"
    r"except(?: for)?(?: the)?|excluding|no) (?P<word>[a-z][a-z'-]{2,})(?P<more>(?: or [a-z][a-z'-]{2,})*)(?=\W*$|[,.;])"
)
_STATES = frozenset(
    """
    able allowed anywhere coping eating enough ever far feeling fit getting going good happy having help idea job know
    knowing left like longer luck mobile money more much one open paid people place safe sleep sleeping sure talking time
    told too walk walking want well work working fun energy confidence food gas heating electric credit home house fixed
    car internet
    """.split()
)
"""Who says that she is not these, or has none, asks for help with just that."""


def read_phrases(question: str) -> Iterator[Said]:
    """What stands in quotation marks is looked for as it is."""
    for found in _QUOTED.finditer(question):
        words = found[1].strip()
        if re.search(r"\w", words):
            yield Said(found.start(), found.end(), "phrase", f"“{words}”", {"phrases": (words,)}, keeps=True)


def read_not(question: str) -> Iterator[Said]:
    """ "Choir not church", "somewhere to eat, but not a pub"; `question` in small letters. Not "not coping"."""
    for found in _NOT.finditer(question):
        words = [found["word"], *re.findall(r"or ([a-z'-]+)", found["more"])]
        if not _STATES.intersection(words):
            text = " or ".join(words)
            yield Said(found.start("not"), found.end(), "without", f"Without “{text}”", {"without": tuple(words)})
