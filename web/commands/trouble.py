"""What goes wrong outside of us (a disk, a database) as a refusal: one plain sentence."""

import errno
import sqlite3

from alembic.util import CommandError
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from directory.errors import Refusal, Unavailable

_OURS = (IntegrityError, ProgrammingError)
"""What a database refuses because of how we asked it is our own fault, and is not to be hidden."""


def refusal_of(error: Exception) -> Refusal | None:
    """The refusal that says this; None for our own faults, and for a reader of our output that went away."""
    match error:
        case Refusal():
            return error
        case OSError(errno=errno.EPIPE):
            return None
        case OSError(strerror=str(reason), filename=str(file)):
            return Unavailable(f"{file} cannot be used: {reason}.")
        case CommandError():
            return Unavailable("The database was made by another version of Waymark. Install that one, or a newer one.")
        case DatabaseError() if not isinstance(error, _OURS):
            return Unavailable(f"The database cannot be used: {_first_line(error.orig)}.")
        case sqlite3.DatabaseError():
            return Unavailable(f"The database cannot be used: {_first_line(error)}.")
    return None


def _first_line(error: object) -> str:
    return str(error).strip().partition("\n")[0].rstrip(".")
