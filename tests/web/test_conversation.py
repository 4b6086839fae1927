"""The conversation: words become needs, needs become suggestions, and suggestions a plan. Without scripts."""

import logging
from datetime import datetime
from typing import Any

import pytest
import time_machine

from casework.conversations import get_conversation, list_not_relevant
from casework.members import list_members
from casework.models import Conversation, Prescription
from casework.prescriptions import find_draft
from directory.catalogue import Catalogue
from directory.clock import LONDON
from tests.pages import Browser, Page, text_of

WORDS = "The letters about my debt frighten me. I used to love singing. I'm too nervous to go on my own."


@pytest.fixture
def talking(advisor: Browser) -> Browser:
    """An advisor at the conversation with Maureen, who lives in Walton."""
    advisor.open("/members/new")
    advisor.send("Save and talk", preferred_name="Maureen", care="yes", postcode="L4 3TH", travel="bus")
    return advisor


@pytest.fixture
def told(talking: Browser) -> Browser:
    """She has said what matters."""
    talking.send("What might help", what_matters=WORDS, strengths="Baking")
    return talking


def page_of(browser: Browser) -> Page:
    assert browser.page
    return browser.page


def button(browser: Browser, begins: str) -> str:
    """The words of the first button that begins so."""
    found = (text_of(one) for one in page_of(browser).tree.iter("button"))
    return next(words for words in found if words.startswith(begins))


def kept(catalogue: Catalogue) -> Conversation:
    with catalogue.reading() as session:
        return get_conversation(session, list_members(session)[0].id)


def plan_of(catalogue: Catalogue) -> Prescription | None:
    with catalogue.reading() as session:
        plan = find_draft(session, list_members(session)[0].id)
        if plan:
            len(plan.steps)  # read while the session is open
        return plan


def titles(catalogue: Catalogue) -> list[str]:
    plan = plan_of(catalogue)
    return [step.title for step in plan.steps] if plan else []


def test_words_become_needs_with_the_words_they_came_from(told: Browser) -> None:
    main = page_of(told).main
    assert "Debt and letters I'm scared to open “" in main
    assert "Art, craft, music, drama “singing”" in main
    assert "Nerves and confidence “" in main
    assert "Quayside Debt Advice" in main
    assert "Walton Waterfront Choir" in main


def test_what_was_not_meant_is_taken_away_and_stays_away(told: Browser, catalogue: Catalogue) -> None:
    page = told.send(button(told, "Take away: Art, craft, music, drama"))
    assert "Take away: Art, craft" not in page.main
    assert "Add to plan: Walton Waterfront Choir" not in page.main
    assert "Take away: Art, craft" not in told.send("What might help").main
    page = told.send("Add what would help", need="JOY1")
    assert "Take away: Art, craft, music, drama" in page.main
    assert kept(catalogue).needs == ["JOY1"]


def test_what_stands_in_the_way_is_added_and_taken_away(told: Browser) -> None:
    page = told.send("Add what stands in the way", barrier="cost")
    assert "Take away: What it costs" in page.main
    page = told.send(button(told, "Take away: Nerves and confidence"))
    assert "Take away: Nerves" not in page.main


def test_every_button_first_saves_the_words(told: Browser, catalogue: Catalogue) -> None:
    told.send("Add what would help", need="HOU4", what_matters="The flat is damp.", strengths="Knitting")
    assert (kept(catalogue).what_matters, kept(catalogue).strengths) == ("The flat is damp.", "Knitting")
    told.send("Look it up", q="choir", what_matters="The flat is very damp.")
    assert kept(catalogue).what_matters == "The flat is very damp."


def test_a_refused_button_has_saved_the_words_too(told: Browser, catalogue: Catalogue) -> None:
    page = told.send("Add what would help", what_matters="And the rent.")
    assert "Choose from the list" in page.main
    assert kept(catalogue).what_matters == "And the rent."


def test_a_suggestion_becomes_a_step(told: Browser, catalogue: Catalogue) -> None:
    page = told.send("Add to plan: Quayside Debt Advice")
    assert titles(catalogue) == ["Quayside Debt Advice"]
    assert "Add to plan: Quayside Debt Advice" not in page.main
    assert "Going to each once a week: 1" in page.main.replace("\xa0", " ")
    plan = plan_of(catalogue)
    assert plan
    assert "MON1" in plan.steps[0].needs
    assert plan.steps[0].reasons


def test_a_button_pressed_twice_is_one_step(told: Browser, catalogue: Catalogue) -> None:
    before = page_of(told)
    told.send("Add to plan: Quayside Debt Advice")
    told.page = before
    told.send("Add to plan: Quayside Debt Advice")
    assert titles(catalogue) == ["Quayside Debt Advice"]


def test_the_proposed_pathway_is_taken_up_whole(told: Browser, catalogue: Catalogue) -> None:
    told.send("Use this pathway")
    assert 2 <= len(titles(catalogue)) <= 4
    assert "Use this pathway" not in page_of(told).main


@pytest.fixture
def lonely(talking: Browser) -> Browser:
    """She has said more, and a pathway is proposed."""
    talking.send("What might help", what_matters=f"{WORDS} I'm 17. I can't do Thursdays. I don't see anyone.")
    return talking


def pathway_of(browser: Browser) -> list[str]:
    """The names of the proposed steps, in order."""
    headings = (text_of(one) for one in page_of(browser).tree.iter("h4"))
    return [name.removesuffix("(opens in a new tab)").strip() for name in headings]


def test_facts_are_heard_with_the_words_and_can_be_undone_and_put_back(lonely: Browser, catalogue: Catalogue) -> None:
    assert "Free except Thursdays “I can't do Thursdays”" in page_of(lonely).main
    page = lonely.send(button(lonely, "Take away: Aged 17"))
    assert "Take away: Aged 17" not in page.main
    assert kept(catalogue).not_meant == ["age:17-17"]
    page = lonely.send(button(lonely, "Put back: Aged 17"))
    assert "Take away: Aged 17" in page.main
    assert (kept(catalogue).not_meant, kept(catalogue).needs) == ([], [])


def test_what_is_kept_stays_and_the_rest_is_chosen_around_it(lonely: Browser) -> None:
    first = pathway_of(lonely)[0]
    page = lonely.send(f"Keep this: {first}", what_matters="I miss singing.")
    assert "stays in the pathway" in page.main
    assert first in pathway_of(lonely)
    assert "Walton Waterfront Choir" in pathway_of(lonely)
    lonely.send(f"Need not stay: {first}")
    assert first not in pathway_of(lonely)


def test_what_is_not_wanted_is_left_out_and_can_come_back(lonely: Browser) -> None:
    first = pathway_of(lonely)[0]
    page = lonely.send(f"Not this: {first}")
    assert first not in pathway_of(lonely)
    assert "Left out (1)" in page.main
    assert f"Add to plan: {first}" not in page.main
    lonely.send(f"Bring back: {first}")
    assert first in pathway_of(lonely)


def test_a_step_is_swapped_for_its_fall_back_and_the_order_is_theirs(lonely: Browser, catalogue: Catalogue) -> None:
    before = pathway_of(lonely)
    swap = button(lonely, "Swap: ")
    new, _, old = swap.removeprefix("Swap: ").partition(" for ")
    assert f"If that does not work out: {new}" in page_of(lonely).main
    lonely.send(swap)
    after = pathway_of(lonely)
    assert after.index(new) == before.index(old)
    assert old not in after
    lonely.send(f"Later: {after[0]}")
    assert pathway_of(lonely)[:2] == [after[1], after[0]]
    order = pathway_of(lonely)
    lonely.send("Use this pathway")
    assert titles(catalogue) == order
    assert "Left out (1)" in page_of(lonely).main


def test_what_a_rule_keeps_out_can_be_kept_in_the_pathway_with_the_rule(lonely: Browser) -> None:
    page = lonely.send("Look it up", q="men's shed")
    assert "It does not meet at the times that are free" in page.main
    assert "The listing says: Thursdays" in page.main
    page = lonely.send("Keep it in the pathway: Bootle Men's Shed")
    assert "Bootle Men's Shed" in pathway_of(lonely)
    assert "A rule would have kept it out: It does not meet" in page.main
    assert "Kept in the pathway" in lonely.send("Look it up", q="men's shed").main


def test_what_is_set_aside_is_kept_no_longer(lonely: Browser, catalogue: Catalogue) -> None:
    first = pathway_of(lonely)[0]
    lonely.send(f"Keep this: {first}")
    lonely.send(f"Set aside {first}")
    assert first not in pathway_of(lonely)
    assert "pinned" not in kept(catalogue).pathway_choices


def test_a_fifth_is_not_kept(lonely: Browser, catalogue: Catalogue, harbourside: dict[str, str]) -> None:
    page = page_of(lonely)
    token = next(
        one.get("value") for one in page.form("What might help").iter("input") if one.get("name") == "csrf_token"
    )
    for key in ("debt", "choir", "sheds", "women", "gym"):
        lonely.client.post(page.url, data={"csrf_token": token, "do": f"keep:{harbourside[key]}"})
    assert len(kept(catalogue).pathway_choices["pinned"]) == 4
    assert "Let one go first" in lonely.open(page.url).main


def test_steps_are_edited_moved_and_taken_out(told: Browser, catalogue: Catalogue) -> None:
    told.send("Add to plan: Quayside Debt Advice")
    told.send("Add it as a step", own_step="Ring my sister Joan")
    plan = plan_of(catalogue)
    assert plan
    own = plan.steps[1].id
    told.send("Up: step 2", **{f"first_small_step-{own}": "Tonight, after tea", f"due-{own}": "2026-12-01"})
    plan = plan_of(catalogue)
    assert plan
    assert [step.title for step in plan.steps] == ["Ring my sister Joan", "Quayside Debt Advice"]
    assert plan.steps[0].first_small_step == "Tonight, after tea"
    assert str(plan.steps[0].due) == "2026-12-01"
    told.send("Take out step 2")
    assert titles(catalogue) == ["Ring my sister Joan"]


def test_a_step_of_her_own_is_not_lost_when_another_button_is_pressed(told: Browser, catalogue: Catalogue) -> None:
    told.send("What might help", own_step="Ring my sister Joan")
    assert titles(catalogue) == ["Ring my sister Joan"]


def test_a_day_that_is_none_keeps_everything_typed(told: Browser, catalogue: Catalogue) -> None:
    told.send("Add it as a step", own_step="Ring my sister Joan")
    plan = plan_of(catalogue)
    assert plan
    due = f"due-{plan.steps[0].id}"
    page = told.send("What might help", status=422, what_matters="More words", **{due: "soon"})
    assert "Enter a day such as" in page.main
    assert "More words" in page.main
    assert 'value="soon"' in page.html
    assert kept(catalogue).what_matters == WORDS
    told.send("What might help", **{due: "1/12/2026"})
    assert kept(catalogue).what_matters == "More words"


def test_four_steps_are_plenty(told: Browser, catalogue: Catalogue) -> None:
    for title in ("One", "Two", "Three", "Four"):
        told.send("Add it as a step", own_step=title)
    assert "which is plenty" in page_of(told).main
    assert "Add to plan" not in page_of(told).main


def test_what_is_not_relevant_is_set_aside_with_a_reason_and_comes_back(
    told: Browser, catalogue: Catalogue, harbourside: dict[str, str]
) -> None:
    reason = f"reason-{harbourside['choir']}"
    page = told.send("Set aside Walton Waterfront Choir", **{reason: "Been there, or tried it"})
    assert "Add to plan: Walton Waterfront Choir" not in page.main
    with catalogue.reading() as session:
        marks = list_not_relevant(session, list_members(session)[0].id)
    assert [(mark.reason, mark.said_by) for mark in marks] == [("Been there, or tried it", "advisor@example.org")]
    assert "Add to plan: Walton Waterfront Choir" in told.send("Bring back Walton Waterfront Choir").main


def test_why_not_others_quotes_the_rule_and_the_advisor_decides(told: Browser, catalogue: Catalogue) -> None:
    told.open(page_of(told).url.replace("/conversation", "/change"))
    told.send("Save", gender="women")
    told.follow("Talk and plan")
    page = told.send("Look it up", q="men's shed")
    assert page.h1 == "Why not others?"
    assert "men only" in page.main.lower()
    assert "shed" not in page.url
    told.send("Add to plan all the same: Bootle Men's Shed")
    assert titles(catalogue) == ["Bootle Men's Shed"]
    assert kept(catalogue).what_matters == WORDS, "a form without the words leaves them alone"


def test_nothing_of_that_name(told: Browser) -> None:
    told.send("Look it up", q="choir")
    assert "Nothing of that name" in told.send("Look it up", q="zzzyx").main


def test_words_of_danger_bring_help_first_and_nothing_is_read_from_them(told: Browser) -> None:
    page = told.send("What might help", what_matters="I want to die. I love singing.")
    assert page.main.index("116 123") < page.main.index("Talking with Maureen")
    assert "Take away: Art" not in page.main
    assert "Add to plan" not in page.main
    page = told.send("Add what would help", need="MON1")
    assert "116 123" in page.main
    assert "Add to plan: Quayside Debt Advice" in page.main
    assert "Add to plan: Walton Waterfront Choir" not in page.main


def test_of_two_advisors_the_second_is_told_and_nothing_is_lost(
    told: Browser, browser_of: Any, catalogue: Catalogue
) -> None:
    other = browser_of("advisor")
    other.open(page_of(told).url)
    told.send("What might help", what_matters="She told Ann this.")
    page = other.send("What might help", status=409, what_matters="She told Bob that.")
    assert "She told Ann this." in page.main
    assert "She told Bob that." in page.main
    assert kept(catalogue).what_matters == "She told Ann this."
    other.send("What might help")
    assert kept(catalogue).what_matters == "She told Bob that."


def test_of_two_who_edit_a_step_the_second_is_told(told: Browser, browser_of: Any, catalogue: Catalogue) -> None:
    told.send("Add it as a step", own_step="Ring my sister Joan")
    plan = plan_of(catalogue)
    assert plan
    first = f"first_small_step-{plan.steps[0].id}"
    other = browser_of("advisor")
    other.open(page_of(told).url)
    told.send("What might help", **{first: "Tonight"})
    page = other.send("What might help", status=409, **{first: "Tomorrow"})
    assert "Somebody else changed the plan" in page.main
    assert "Tomorrow" in page.main
    other.send("What might help")
    plan = plan_of(catalogue)
    assert plan
    assert plan.steps[0].first_small_step == "Tomorrow"


def test_a_page_that_saves_itself_hears_the_new_version(talking: Browser, catalogue: Catalogue) -> None:
    fields = saved_by_itself(talking, "I miss singing", version=1)
    assert fields == {"fields": {"version": 2, "plan_version": ""}}
    assert saved_by_itself(talking, "I miss singing a lot", version=2)["fields"]["version"] == 3
    refused = saved_by_itself(talking, "Something else", version=1, status=409)
    assert refused["say"].startswith("Not saved. Somebody else")
    assert kept(catalogue).what_matters == "I miss singing a lot"
    assert "numbers to ring" in saved_by_itself(talking, "I want to die", version=3)["say"]


def saved_by_itself(browser: Browser, words: str, version: int, status: int = 200) -> dict[str, Any]:
    page = page_of(browser)
    form = page.form("What might help")
    token = next(one.get("value") for one in form.iter("input") if one.get("name") == "csrf_token")
    answer = browser.client.post(
        page.url,
        data={"csrf_token": token, "what_matters": words, "strengths": "", "version": version},
        headers={"X-Requested-With": "autosave"},
    )
    assert answer.status_code == status
    found: dict[str, Any] = answer.get_json()
    return found


def test_a_million_characters_are_refused_in_one_sentence(talking: Browser, catalogue: Catalogue) -> None:
    page = talking.send("What might help", status=422, what_matters="a " * 500_000)
    assert "more than 8,000 characters" in page.main
    assert kept(catalogue).what_matters == ""


def test_odd_buttons_do_nothing(told: Browser, catalogue: Catalogue) -> None:
    page = page_of(told)
    token = next(
        one.get("value") for one in page.form("What might help").iter("input") if one.get("name") == "csrf_token"
    )
    for do in (
        "add:nothing",
        "unneed:XXX9",
        "up:nothing",
        "aside:nothing",
        "keep:nothing",
        "swap:no:thing",
        "later:x",
        "unfact:",
        "nonsense",
        "review",
    ):
        answer = told.client.post(page.url, data={"csrf_token": token, "do": do})
        assert answer.status_code == 302, do
    assert titles(catalogue) == []


def test_her_words_stand_in_no_log_and_no_index(
    told: Browser, catalogue: Catalogue, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    told.send("What might help", what_matters="A secret about Xanadu")
    assert "Xanadu" not in caplog.text
    from directory.search.query import Query

    assert not catalogue.index.search(Query("Xanadu")).hits


def test_what_is_open_now_is_said_in_the_words_of_the_results(browser_of: Any) -> None:
    with time_machine.travel(datetime(2026, 11, 23, 10, 30, tzinfo=LONDON), tick=False):
        advisor = browser_of("advisor")
        advisor.open("/members/new")
        advisor.send("Save and talk", preferred_name="Maureen", care="yes", postcode="L4 3TH", travel="bus")
        page = advisor.send("What might help", what_matters=WORDS)
    assert "Open now until 12\N{NO-BREAK SPACE}noon" in page.html
