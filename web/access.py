"""Who may enter which route. Every view says so itself; one that does not is closed to everybody."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from web.accounts.models import RoleName

View = TypeVar("View", bound=Callable[..., Any])

ANYONE: frozenset[RoleName] = frozenset()
OUR_OWN = ("static", "security.login", "security.logout")
"""Endpoints that are not views of ours and open to all."""


def anyone(view: View) -> View:
    """This page is for the public."""
    view.may_enter = ANYONE  # type: ignore[attr-defined]  # a mark on a plain function
    return view


def only(*roles: RoleName) -> Callable[[View], View]:
    """This page is for accounts with one of these roles."""

    def mark(view: View) -> View:
        view.may_enter = frozenset(roles)  # type: ignore[attr-defined]  # as above
        return view

    return mark


def may_enter(endpoint: str) -> frozenset[RoleName] | None:
    """The roles that a route is for; ANYONE when it is public; None when it does not say."""
    if endpoint in OUR_OWN:
        return ANYONE
    marked: frozenset[RoleName] | None = getattr(current_app.view_functions[endpoint], "may_enter", None)
    return marked


def guard(app: Flask) -> None:
    """Hold every route to what its view says."""

    @app.before_request
    def check() -> ResponseReturnValue | None:
        if request.endpoint is None:
            return None
        roles = may_enter(request.endpoint)
        if roles is None:
            abort(403)
        if roles and not current_user.is_authenticated:
            return redirect(url_for("security.login", next=request.full_path.rstrip("?")))
        if roles and not any(current_user.has_role(role.value) for role in roles):
            abort(403)
        return None
