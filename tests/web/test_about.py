"""The pages that we owe everyone."""

import pytest

from recommender.eligibility import RULES
from recommender.needs import vocabulary
from recommender.needs_model import list_sentences
from recommender.peculiar import PECULIAR
from recommender.ranking import FLOOR
from recommender.reach import FARTHEST, HALF_AT
from recommender.serving import list_listings
from recommender.signals import list_signals
from tests.pages import Browser, text_of
from web.pages.about.transparency import WAYS


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


def test_it_says_how_far_people_go_for_whom_and_what_taught_it(public: Browser) -> None:
    page = public.open("/how-suggestions-are-made")
    for rule in RULES:
        assert " ".join((rule.__doc__ or "").split()) in page.main
    assert f"at least {FLOOR:.0%} well" in page.main
    rows = {" ".join(text_of(cell) for cell in row) for row in page.tree.iter("tr")}
    for way, words in WAYS.items():
        assert f"{words} {HALF_AT[way]:g} {FARTHEST[way]:g}" in rows
    for need in PECULIAR:
        assert vocabulary().get_need(need).name in page.main
    assert f"{len(list_listings()):,} listings and {len(list_sentences()):,} sentences" in page.main
    assert f"Version {vocabulary().version}" in page.main
    assert "nobody can pay or claim a way up" in page.main


def test_the_privacy_page_says_what_the_cookie_holds(public: Browser) -> None:
    page = public.open("/privacy")
    assert "at most 30 references" in page.main
    assert "except the pictures of the map" not in page.main
