"""A question that has no answer is noted, taken apart, for curators to see what people look for in vain."""

from flask import request
from flask_login import current_user

from directory.clock import today
from directory.search.misses import miss_of, note_miss
from directory.search.query import Results
from web.accounts.models import RoleName
from web.database import catalogue
from web.notes import notes
from web.pages.results.asked import Asked


def note_if_missed(asked: Asked, results: Results) -> None:
    """Leave a note when nothing had all that was asked for. A curator who tries out a search is nobody in need."""
    miss = miss_of(results) if request.method == "GET" else None
    if miss is None or current_user.has_role(RoleName.CURATOR.value):
        return
    index, on = catalogue.index, today()
    # Whoever narrows a question down, or turns its pages, still asks the same.
    same = "\n".join((asked.q.lower(), asked.near.lower(), *asked.need))
    notes.leave(lambda session: note_miss(session, index, miss, on), about=same)
