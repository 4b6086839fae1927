"""Every look at a member's record is noted, whether the page then changes something or not."""

from flask import request
from flask_login import current_user

from casework.audit import has_just_looked, record_look
from web.database import SAFE, catalogue, session


def note_look(member_id: str, page: str) -> None:
    """Note that the account in hand opened this page of her record. `page` is what she is told."""
    account = str(current_user.email)
    if request.method not in SAFE:
        record_look(session, member_id, account=account, page=page)
        return
    # What a GET writes in its own session is never kept: this alone is, in one of its own.
    if not has_just_looked(session, member_id, account=account, page=page):
        with catalogue.database.writing() as own:
            record_look(own, member_id, account=account, page=page)
