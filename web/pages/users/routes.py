"""List, add, let in, keep out, new password. Passwords are made here, shown once and never again."""

import secrets

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.assets import list_organizations
from directory.errors import Invalid, Refusal
from web.access import only
from web.accounts.accounts import add_account, get_account, list_accounts, set_active, set_password
from web.accounts.models import Account, RoleName
from web.database import session
from web.pages.users.form import ROLES, WHAT_THEY_DO, AccountForm, account_form

blueprint = Blueprint("users", __name__)


@blueprint.get("/users")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """Everybody who may sign in."""
    names = dict(list_organizations(session))
    return render_template("pages/users/index.html", accounts=list_accounts(session), roles=ROLES, organizations=names)


@blueprint.route("/users/add", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def add() -> ResponseReturnValue:
    """A new account; its password is shown once, on the page that answers."""
    form = account_form(list_organizations(session))
    if not form.is_submitted():
        return _form(form)
    if not form.validate():
        return _form(form, 422)
    try:
        account, password = _add(form)
    except Refusal as refusal:
        form[refusal.field or "email"].errors = [refusal.message]
        return _form(form, 422)
    return _password(account, password, is_new=True)


@blueprint.post("/users/<account_id>/password")
@only(RoleName.CURATOR)
def new_password(account_id: str) -> ResponseReturnValue:
    """Make a new password; whoever was signed in with the old one is signed out."""
    account = get_account(session, account_id)
    _not_oneself(account, "You are signed in with this account: ask another curator for a new password.")
    password = secrets.token_urlsafe(9)
    set_password(session, account.id, password)
    return _password(account, password)


@blueprint.post("/users/<account_id>/disable")
@only(RoleName.CURATOR)
def disable(account_id: str) -> ResponseReturnValue:
    """Keep an account out from its next page on."""
    account = get_account(session, account_id)
    _not_oneself(account, "You cannot disable the account that you are signed in with.")
    set_active(session, account.id, False)
    flash(f"{account.name} can no longer sign in.")
    return redirect(url_for("users.index"))


@blueprint.post("/users/<account_id>/enable")
@only(RoleName.CURATOR)
def enable(account_id: str) -> ResponseReturnValue:
    """Let it in again."""
    account = get_account(session, account_id)
    set_active(session, account.id, True)
    flash(f"{account.name} can sign in again.")
    return redirect(url_for("users.index"))


def _add(form: AccountForm) -> tuple[Account, str]:
    role = RoleName(form.role.data)
    return add_account(
        session,
        email=form.email.data,
        name=form.name.data,
        roles=[role],
        organization_id=(form.organization_id.data or None) if role is RoleName.PARTNER else None,
    )


def _form(form: AccountForm, status: int = 200) -> ResponseReturnValue:
    return render_template("pages/users/add.html", form=form, what_they_do=WHAT_THEY_DO), status


def _password(account: Account, password: str, is_new: bool = False) -> ResponseReturnValue:
    return render_template("pages/users/password.html", account_shown=account, password=password, is_new=is_new)


def _not_oneself(account: Account, sentence: str) -> None:
    if account.id == current_user.id:
        raise Invalid(sentence)
