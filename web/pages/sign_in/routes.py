"""Where an account goes after signing in. The form itself is Flask-Security's, drawn by `sign_in.html`."""

from flask import Blueprint, redirect, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from flask_login import current_user

from web.access import only
from web.accounts.models import RoleName
from web.context import NAV

blueprint = Blueprint("sign_in", __name__)


WRONG = "The email address and password do not fit together. Check both, or ask a curator for a new password."
"""One sentence for a wrong password and for an unknown address: a stranger must not learn who has an account."""


@blueprint.record_once
def speak_plainly(state: BlueprintSetupState) -> None:
    """Say it in our words instead of Flask-Security's."""
    for name in ("GENERIC_AUTHN_FAILED", "USER_DOES_NOT_EXIST", "INVALID_PASSWORD", "DISABLED_ACCOUNT"):
        state.app.config[f"SECURITY_MSG_{name}"] = (WRONG, "error")


@blueprint.get("/my-work")
@only(*RoleName)
def my_work() -> ResponseReturnValue:
    """The first page of the first role that this account has."""
    role = next(role for role in NAV if current_user.has_role(role.value))
    return redirect(url_for(NAV[role][0][1]))
