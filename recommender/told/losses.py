"""A death by name: "since our Tony died"."""

import re

from recommender.told.speech import Speech

_DIED = ("died", "passed")
_OUR_TONY = re.compile(
    r"\b(?:our|my|me) (?:lovely |poor |late )?(?!dog|cat|budgie|hamster|pet|rabbit|phone|battery|boiler|car|telly|laptop|old dog)\w+ (?:has |had |sadly |just )?$"
)


def loss_in(speech: Speech) -> tuple[int, int] | None:
    """Where the words of the first such death begin and end."""
    for place in speech.places_of(_DIED):
        if _OUR_TONY.search(speech.before(place, 4)):
            return place - 2, place + 1
    return None
