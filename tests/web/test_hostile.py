"""What clumsy and hostile hands do to the pages: it ends in a plain sentence, and help stands first."""

from collections.abc import Iterator
from typing import Any

import pytest

from directory.catalogue import Catalogue
from directory.mistakes import list_mistakes
from tests.conftest import PASSWORD
from tests.pages import Browser
from web.security import limiter

WORDS_OF_DANGER = "I want to die"


@pytest.fixture(autouse=True)
def unthrottled(app: object) -> Iterator[None]:
    """Other tests' tries do not count."""
    limiter.reset()
    yield
    limiter.reset()


@pytest.fixture
def planning(advisor: Browser) -> Browser:
    """An advisor with Dev, whose plan has one step of his own."""
    advisor.open("/members/new")
    advisor.send("Save and talk", preferred_name="Dev", care="yes")
    advisor.send("Add it as a step", own_step="Ring my sister")
    return advisor


def step_field(browser: Browser, name: str) -> str:
    """The name of that field of the first step."""
    assert browser.page
    fields = (one.get("name", "") for kind in ("input", "textarea") for one in browser.page.tree.iter(kind))
    return next(one for one in fields if one.startswith(f"{name}-"))


def test_guessing_passwords_is_slowed_down_and_the_rest_goes_on(public: Browser, browser_of: Any) -> None:
    for _ in range(20):
        public.sign_in("advisor@example.org", "a guess")
    public.open("/sign-in")
    page = public.send("Sign in", status=429, email="advisor@example.org", password=PASSWORD)
    assert "Please wait a moment" in page.h1
    assert public.open("/").status == 200


def test_an_office_signs_in_at_once(browser_of: Any) -> None:
    for _ in range(22):
        assert browser_of("advisor").page.h1 == "Members"


def test_a_link_leads_to_no_other_site(public: Browser) -> None:
    public.open("/sign-in?next=//evil.example")
    assert public.send("Sign in", email="advisor@example.org", password=PASSWORD).url.endswith("/members")


def test_a_cookie_copied_before_signing_out_opens_nothing_after(advisor: Browser, browser_of: Any) -> None:
    copied = advisor.client.get_cookie("waymark")
    assert copied
    advisor.send("Sign out")
    thief = browser_of()
    thief.client.set_cookie("waymark", copied.value)
    assert thief.open("/members").h1 == "Sign in"


def test_who_reports_words_of_danger_as_a_mistake_finds_help_first(
    public: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    public.open(f"/asset/{harbourside['sheds']}")
    page = public.send("Tell us", words=WORDS_OF_DANGER)
    assert page.main.index("116 123") < page.main.index("Bootle Men's Shed")
    with catalogue.reading() as session:
        assert [one.words for one in list_mistakes(session)] == [WORDS_OF_DANGER]


def test_words_of_danger_in_a_step_bring_help_first(planning: Browser) -> None:
    page = planning.send("What might help", **{step_field(planning, "first_small_step"): WORDS_OF_DANGER})
    assert page.main.index("116 123") < page.main.index("Talking with Dev")
    page = planning.send("What might help", **{step_field(planning, "first_small_step"): "Ring on Monday"})
    assert "116 123" not in page.main
    assert "116 123" in planning.send("Add it as a step", own_step=WORDS_OF_DANGER).main


def test_words_of_danger_that_could_not_be_saved_bring_help_first(planning: Browser, browser_of: Any) -> None:
    assert planning.page
    other = browser_of("advisor")
    other.open(planning.page.url)
    planning.send("What might help", what_matters="Singing")
    page = other.send("What might help", status=409, what_matters=WORDS_OF_DANGER)
    assert page.main.index("116 123") < page.main.index("Talking with Dev")


def test_words_of_danger_are_not_looked_up(planning: Browser) -> None:
    page = planning.send("Look it up", q=WORDS_OF_DANGER)
    assert page.main.index("116 123") < page.main.index("Why not others?")
    assert "Nothing of that name" not in page.main


@pytest.mark.parametrize("day", ["99999999999999999999/1/1", "31/2/2026", "tomorrow", "1-1"])
def test_a_day_that_there_is_not_is_said_plainly(planning: Browser, day: str) -> None:
    page = planning.send("What might help", status=422, **{step_field(planning, "due"): day})
    assert "Enter a day such as" in page.main


def test_a_version_of_five_thousand_figures_breaks_nothing(planning: Browser) -> None:
    assert planning.send("What might help", version="9" * 5000, what_matters="Singing").h1 == "Talking with Dev"
    planning.send("Look it over and issue")
    assert "Plan for Dev" in planning.send("Issue this plan", version="9" * 5000).h1
