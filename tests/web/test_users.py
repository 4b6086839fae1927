"""Accounts: added, kept out, let in again, and signing in itself."""

import pytest

from tests.conftest import PASSWORD
from tests.pages import Browser, text_of
from tests.web.test_listings import button_of


def shown_password(browser: Browser) -> str:
    assert browser.page
    return text_of(browser.page.tree.find(".//code"))


def test_an_account_is_added_and_its_password_shown_once(curator: Browser, public: Browser) -> None:
    curator.open("/users")
    curator.follow("Add an account")
    page = curator.send("Add the account", name="Dev Shah", email="dev@example.org", role="advisor")
    assert page.h1 == "Account added for Dev Shah"
    password = shown_password(curator)
    assert password not in curator.open("/users").html
    assert "Dev Shah" in public.sign_in("dev@example.org", password).text


def test_a_partner_needs_an_organisation(curator: Browser, public: Browser) -> None:
    curator.open("/users/add")
    page = curator.send("Add the account", 422, name="Sue", email="sue@example.org", role="partner")
    assert "Say whose listings this partner keeps" in page.main
    choices = {text_of(one): one.get("value") for one in page.tree.iter("option")}
    values = {"name": "Sue", "email": "sue@example.org", "role": "partner"}
    curator.send("Add the account", **values, organization_id=choices["Walton Singers"])
    public.sign_in("sue@example.org", shown_password(curator))
    assert "Walton Waterfront Choir" in public.open("/listings").main


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": "Ann", "email": "advisor@example.org", "role": "advisor"}, "already an account with this email"),
        ({"name": "Ann", "email": "not an address", "role": "advisor"}, "Enter an email address in the form"),
        ({"name": "", "email": "a@example.org", "role": "advisor"}, "Enter a name"),
        ({"name": "Ann", "email": "a@example.org"}, "Choose what they will do"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(curator: Browser, values: dict[str, str], sentence: str) -> None:
    curator.open("/users/add")
    assert sentence in curator.send("Add the account", 422, **values).main


def test_who_is_disabled_is_out_at_once_and_can_be_let_in(curator: Browser, advisor: Browser) -> None:
    page = curator.open("/users")
    page = curator.send(button_of(page, "Disable Ann Advisor"))
    assert "Ann Advisor can no longer sign in" in page.main
    assert advisor.open("/my-work").h1 == "Sign in"
    curator.send(button_of(page, "Let in again"))
    assert "Ann Advisor" in advisor.sign_in("advisor@example.org", PASSWORD).text


def test_nobody_disables_herself(curator: Browser, app: object) -> None:
    page = curator.open("/users")
    assert "This is you" in page.main
    form = page.form(button_of(page, "Disable"))
    token = form.find("input[@name='csrf_token']")
    own = next(one for one in _account_ids(curator) if one not in page.html)
    assert token is not None
    for action in ("disable", "password"):
        answer = curator.client.post(f"/users/{own}/{action}", data={"csrf_token": token.get("value")})
        assert answer.status_code == 422
    assert curator.open("/users").h1 == "Accounts"


def test_a_new_password_ends_the_old_one(curator: Browser, partner: Browser) -> None:
    curator.send(button_of(curator.open("/users"), "New password for Ann Partner"))
    password = shown_password(curator)
    assert partner.open("/my-work").h1 == "Sign in"
    assert partner.sign_in("partner@example.org", PASSWORD).h1 == "Sign in"
    assert "Your listings" in partner.sign_in("partner@example.org", password).main


def test_a_wrong_password_and_an_unknown_address_say_the_same(public: Browser) -> None:
    wrong = public.sign_in("advisor@example.org", "not this one").main
    unknown = public.sign_in("nobody@example.org", "not this one").main
    assert "email address and password do not fit together" in wrong
    assert wrong == unknown


def test_signing_in_leads_back_to_where_one_wanted_to_go(public: Browser) -> None:
    assert public.open("/desk/listings?name=choir").h1 == "Sign in"
    page = public.send("Sign in", email="curator@example.org", password=PASSWORD)
    assert page.url == "/desk/listings?name=choir"


def test_signing_in_never_leads_elsewhere(public: Browser) -> None:
    public.open("/sign-in?next=https://evil.example.com/")
    assert public.send("Sign in", email="curator@example.org", password=PASSWORD).h1 == "Desk"


def _account_ids(curator: Browser) -> list[str]:
    from web.accounts.accounts import list_accounts

    catalogue = curator.client.application.extensions["waymark-catalogue"]
    with catalogue.reading() as session:
        return [account.id for account in list_accounts(session)]
