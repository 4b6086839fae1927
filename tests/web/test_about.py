"""The pages that we owe everyone."""

import pytest

from recommender.signals import list_signals
from tests.pages import Browser


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Accessibility", "Accessibility statement"),
        ("Privacy", "Privacy"),
        ("How suggestions are made", "How suggestions are made"),
    ],
)
def test_the_footer_leads_to_them(public: Browser, words: str, heading: str) -> None:
    public.open("/")
    assert public.follow(words).h1 == heading


def test_the_record_of_the_algorithm_is_what_runs(public: Browser) -> None:
    page = public.open("/how-suggestions-are-made")
    signals = list_signals()
    assert signals
    for signal in signals:
        assert signal.meaning.rstrip(".") in page.main
        assert f"{signal.weight * 100:g}%" in page.main


def test_the_privacy_page_says_what_the_cookie_holds(public: Browser) -> None:
    page = public.open("/privacy")
    assert "at most 30 references" in page.main
    assert "except the pictures of the map" not in page.main
