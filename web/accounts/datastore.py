"""Flask-Security's way to our accounts, through the session of the request."""

from types import SimpleNamespace

from flask_security import SQLAlchemyUserDatastore

from web.accounts.models import Account, Role
from web.database import session


def account_datastore() -> SQLAlchemyUserDatastore:
    """The datastore; it reads and writes through whichever session the request in hand has."""
    return SQLAlchemyUserDatastore(SimpleNamespace(session=session, Model=Account), Account, Role)
