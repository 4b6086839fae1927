"""Dev does not know what to type: five questions, each skippable, nothing kept."""

import pytest

from tests.pages import Browser


def test_dev_answers_and_sees_what_fits(public: Browser) -> None:
    public.open("/guide")
    page = public.send("Continue", need=["CON"])
    assert page.h1 == "Where are you?"
    page = public.send("Continue", near="L20 3EF")
    assert page.h1 == "How far can you go?"
    page = public.send("Continue", within="5")
    assert page.h1 == "Can it cost something?"
    page = public.follow("Skip this question")
    assert page.h1 == "How would you like to take part?"
    page = public.send("Continue", how=["in_person"])
    assert page.h1 == "Your answers"
    for words in ("People and belonging", "L20 3EF", "5 miles", "Going somewhere", "You skipped this"):
        assert words in page.main
    page = public.follow("Show what fits")
    assert "Bootle Men's Shed" in page.main
    assert "Within 5 miles" in page.main


def test_back_always_works_and_keeps_the_answers(public: Browser) -> None:
    public.open("/guide")
    public.send("Continue", need=["MON", "HOU"])
    page = public.send("Continue", near="L4 3TH")
    page = public.follow("Back")
    assert page.h1 == "Where are you?"
    assert page.form("Continue").find(".//input[@id='near']").get("value") == "L4 3TH"
    page = public.follow("Back")
    ticked = [one.get("value") for one in page.tree.iter("input") if one.get("checked") is not None]
    assert ticked == ["MON", "HOU"]
    assert public.follow("Back").h1 == "What would help?"


def test_an_answer_can_be_changed_at_the_end(public: Browser) -> None:
    public.open("/guide/answers?need=MON&near=L4+3TH&free=yes")
    page = public.follow("Change: Can it cost something?")
    page = public.send("Continue", free="")
    assert page.h1 == "Your answers"
    assert "Free only" not in page.main
    assert "L4 3TH" in page.main


def test_every_question_may_be_skipped(public: Browser) -> None:
    public.open("/guide")
    for _ in range(5):
        page = public.follow("Skip this question")
    assert page.h1 == "Your answers"
    assert page.main.count("You skipped this") == 6
    assert public.follow("Show what fits").h1 == "12 results"


def test_a_wrong_postcode_is_asked_again_kindly(public: Browser) -> None:
    public.open("/guide/where?need=MON")
    page = public.send("Continue", near="Nowhere upon Nothing")
    assert page.h1 == "Where are you?"
    assert "There is a problem" in page.main
    assert "We don't know a place called" in page.main
    assert public.follow("Skip this question").h1 == "How far can you go?"


def test_a_call_for_help_in_the_place_is_heard(public: Browser) -> None:
    public.open("/guide/where")
    assert public.send("Continue", near="i want to die").h1 == "Get help now"


@pytest.mark.parametrize("url", ["/guide/far?within=xx&need=<b>&how=nothing", "/guide/answers?near=%00&access=zzz"])
def test_answers_that_make_no_sense_are_left_out(public: Browser, url: str) -> None:
    page = public.open(url)
    assert "<b>" not in page.html.replace("<b>1.</b>", "")


def test_there_are_five_questions_and_no_more(public: Browser) -> None:
    public.open("/guide/more", status=404)


def test_no_cookie_is_needed(public: Browser) -> None:
    answer = public.client.get("/guide/what")
    assert "Set-Cookie" not in answer.headers


def test_what_cannot_be_had_is_said_with_what_to_do_instead(public: Browser) -> None:
    page = public.open("/guide/answers?need=MON&need=FAM&near=L4+3TH&within=5")
    assert "Nothing that is listed fits all your answers for “Family and caring”" in page.main
    assert "who could help" in page.main
    assert "answers for “Money" not in page.main
    assert "Not everything is here" not in public.open("/guide/answers?need=MON").main
