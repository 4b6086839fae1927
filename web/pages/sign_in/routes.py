"""Where an account goes after signing in. The form itself is Flask-Security's, drawn by `sign_in.html`."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from web.access import only
from web.accounts.models import RoleName
from web.context import NAV

blueprint = Blueprint("sign_in", __name__)


@blueprint.get("/my-work")
@only(*RoleName)
def my_work() -> ResponseReturnValue:
    """The first page of the first role that this account has."""
    role = next(role for role in NAV if current_user.has_role(role.value))
    return redirect(url_for(NAV[role][0][1]))
