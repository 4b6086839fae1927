"""Roles hold route by route: `route_list.txt` says who may enter each, and a new route is a conscious act.

To accept the routes as they are: `python -m tests.web.test_access > tests/web/route_list.txt`, and read the difference.
"""

from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.pages import Browser
from web.access import ANYONE, may_enter
from web.accounts.models import RoleName

LIST = Path(__file__).with_name("route_list.txt")
ROLES = [role.value for role in RoleName]


def describe(app: Flask) -> list[str]:
    """One line for each route: methods, address, endpoint, who may enter."""
    with app.app_context():
        return sorted({_line(rule) for rule in app.url_map.iter_rules()}, key=lambda line: line.split()[1:])


def _line(rule: Rule) -> str:
    methods = ",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))
    roles = may_enter(rule.endpoint)
    who = "NOBODY" if roles is None else "anyone" if roles == ANYONE else ",".join(sorted(roles))
    return f"{methods:<9} {rule.rule:<52} {rule.endpoint:<26} {who}"


def listed() -> list[tuple[str, str, str, str]]:
    rows = (line.split() for line in LIST.read_text().splitlines() if line.strip())
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def test_every_route_is_on_the_list(app: Flask) -> None:
    assert describe(app) == LIST.read_text().splitlines()


def test_every_view_of_ours_says_who_may_enter(app: Flask) -> None:
    with app.app_context():
        silent = {rule.endpoint for rule in app.url_map.iter_rules() if may_enter(rule.endpoint) is None}
    # What Flask-Security brings and we do not use is closed to everybody.
    assert silent <= {"security.static", "security.verify"}


@pytest.mark.parametrize("role", [None, *ROLES])
def test_a_get_answers_as_the_list_says(app: Flask, browser_of: object, role: str | None) -> None:
    browser: Browser = browser_of(role)  # type: ignore[operator]
    wrong = []
    for methods, address, endpoint, who in listed():
        if "GET" not in methods.split(",") or endpoint == "static":
            continue
        answer = browser.client.get(_filled(address))
        kind = _kind(answer.status_code, answer.headers.get("Location", ""))
        wanted = _wanted(who, role)
        if kind != wanted:
            wrong.append(f"{address}: {kind} ({answer.status_code}), not {wanted}")
    assert not wrong


@pytest.mark.parametrize("role", [None, *ROLES])
def test_a_post_of_somebody_else_is_turned_away(app: Flask, browser_of: object, role: str | None) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    browser: Browser = browser_of(role)  # type: ignore[operator]
    wrong = []
    for methods, address, _endpoint, who in listed():
        if "POST" not in methods.split(",") or who == "anyone" or role in who.split(","):
            continue
        answer = browser.client.post(_filled(address))
        if _kind(answer.status_code, answer.headers.get("Location", "")) == "open":
            wrong.append(f"{address}: {answer.status_code}")
    assert not wrong


def _wanted(who: str, role: str | None) -> str:
    if who == "anyone" or role in who.split(","):
        return "open"
    return "sign in" if role is None and who != "NOBODY" else "closed"


def _kind(status: int, location: str) -> str:
    if status in (301, 302, 303) and "/sign-in" in location:
        return "sign in"
    return "closed" if status == 403 else "open"


def _filled(address: str) -> str:
    """The address with something in place of each part that varies; 404 is an open door to an empty room."""
    parts = address.split("/")
    return "/".join("00000000-0000-4000-8000-000000000000" if part.startswith("<") else part for part in parts)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    from web.app import create_app
    from web.settings import WebSettings

    with TemporaryDirectory() as folder:
        print("\n".join(describe(create_app(WebSettings(data_dir=Path(folder))))))


def test_forms_work_over_https(app: Flask) -> None:
    client = app.test_client()
    page = client.get("/sign-in", base_url="https://waymark.example.org").get_data(as_text=True)
    token = page.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
    answer = client.post(
        "/sign-in",
        data={"csrf_token": token, "email": "advisor@example.org", "password": "wrong"},
        base_url="https://waymark.example.org",
        headers={"Referer": "https://waymark.example.org/sign-in"},
    )
    assert answer.status_code == 200
    assert answer.headers["Referrer-Policy"] == "same-origin"
