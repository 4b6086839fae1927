"""What every page knows: who we are, who is signed in, what they may open, and the way out."""

from typing import Any

from flask import Flask, request, url_for
from flask_login import current_user

from directory.geography import POSTCODE_ATTRIBUTION
from web.access import ANYONE, may_enter
from web.accounts.models import RoleName
from web.near import printable
from web.settings import WebSettings

NAV = {
    RoleName.ADVISOR: (("Members", "members.index"),),
    RoleName.PARTNER: (("Your listings", "listings.index"),),
    RoleName.CURATOR: (
        ("Desk", "desk.show"),
        ("Changes", "changes.index"),
        ("Imports", "imports.index"),
        ("Accounts", "users.index"),
    ),
}
FIXED_LINKS = {
    "home": "home.show",
    "search": "results.show",
    "shortlist": "shortlist.show",
    "accessibility": "about.accessibility",
    "privacy": "about.privacy",
    "suggestions": "about.suggestions",
    "sign_in": "security.login",
}


def add_context(app: Flask, settings: WebSettings) -> None:
    """Give every template what the layout reads."""
    site = {
        "name": settings.service_name,
        "area": settings.area,
        "contact": settings.contact,
        "attributions": [POSTCODE_ATTRIBUTION],
    }
    tiles = {"url": settings.tiles_url, "attribution": settings.tiles_attribution} if settings.tiles_url else None

    @app.context_processor
    def for_every_page() -> dict[str, Any]:
        return {
            "site": site,
            "links": _links(),
            "nav": _nav(),
            "account": current_user if current_user.is_authenticated else None,
            "quick_exit_url": settings.quick_exit_url if _is_public() else None,
            "demonstration": settings.demonstration,
            "tiles": tiles,
            "query": printable(request.args.get("q", "")),
            "near": printable(request.args.get("near", "")),
            "lang": "en",
            "dir": "ltr",
        }


def _links() -> dict[str, str]:
    links = {name: url_for(endpoint) for name, endpoint in FIXED_LINKS.items()}
    if current_user.is_authenticated:
        links["sign_out"] = url_for("security.logout")
        links["account"] = url_for("sign_in.my_work")
    return links


def _nav() -> list[tuple[str, str, bool]]:
    """The second row of the header: the work of this account's roles."""
    if not current_user.is_authenticated:
        return []
    page = (request.endpoint or "").split(".")[0]
    entries = [entry for role, list_ in NAV.items() if current_user.has_role(role.value) for entry in list_]
    return [(label, url_for(endpoint), endpoint.split(".")[0] == page) for label, endpoint in entries]


def _is_public() -> bool:
    """Pages of staff need no quick exit; every other page, a missing one too, has it."""
    return request.endpoint is None or may_enter(request.endpoint) in (None, ANYONE)
