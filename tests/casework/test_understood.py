"""What is understood of her words, what she can undo, and what the recommender is told of it."""

from datetime import date

from casework.heard_facts import facts_that_count
from casework.models import Conversation, Member
from casework.seekers import seeker_of
from casework.understood import Understood, understand
from recommender.facts import facts_of as facts_for
from recommender.told import read_told

TODAY = date(2026, 11, 23)
SINGING = "Since our Tony died I don't see anyone. I used to love Singing. I'm too nervous to go alone."


def said(words: str, needs: tuple[str, ...] = (), not_meant: tuple[str, ...] = ()) -> Conversation:
    return Conversation(member_id="m", what_matters=words, needs=list(needs), not_meant=list(not_meant))


def needs_of(understood: Understood) -> dict[str, str | None]:
    return {heard.need.id: heard.words for heard in understood.needs}


def test_each_need_comes_with_her_very_words() -> None:
    needs = needs_of(understand(said(SINGING)))
    assert needs["JOY1"] == "Singing"
    assert "MIN3" in needs


def test_what_stands_in_the_way_is_heard_as_well() -> None:
    assert "confidence" in {barrier.id for barrier in understand(said(SINGING)).barriers}


def test_what_was_chosen_by_hand_comes_first_and_once() -> None:
    understood = understand(said(SINGING, needs=("JOY1", "HOU4")))
    assert [heard.need.id for heard in understood.needs][:2] == ["JOY1", "HOU4"]
    assert needs_of(understood)["JOY1"] is None


def test_strengths_are_heard_too() -> None:
    conversation = said("I want to get out more")
    conversation.strengths = "I was always good at singing"
    assert "JOY1" in needs_of(understand(conversation))


def test_what_she_did_not_mean_is_gone_from_words_and_needs() -> None:
    understood = understand(said(f"{SINGING} Singing!", not_meant=("JOY1",)))
    assert "JOY1" not in needs_of(understood)
    assert "MIN3" in needs_of(understood)
    assert "singing" not in understood.words.lower()


def test_a_barrier_she_did_not_mean_is_gone_too() -> None:
    assert "confidence" not in {one.id for one in understand(said(SINGING, not_meant=("confidence",))).barriers}


def test_urgent_words_are_answered_and_never_read() -> None:
    understood = understand(said("I love singing but I want to die", needs=("CON1",)))
    assert understood.urgent is not None
    assert understood.urgent.kind == "suicide"
    assert needs_of(understood) == {"CON1": None}
    assert (understood.words, understood.barriers) == ("", ())


def test_the_seeker_says_what_is_needed_and_never_who_she_is() -> None:
    maureen = Member(
        preferred_name="Maureen Byrne",
        birth_date=date(1958, 3, 1),
        phone="0151 496 0777",
        postcode="L4 3TH",
        travel="bus",
        access_needs=["step_free"],
        advisor_id="ann",
    )
    conversation = said(SINGING, needs=("CON1",))
    seeker = seeker_of(maureen, conversation, today=TODAY, set_aside=["a1"])
    assert (seeker.id, seeker.age, seeker.travel, seeker.already) == (conversation.id, 68, "bus", ("a1",))
    told = seeker.model_dump_json()
    assert not any(word in told for word in ("Maureen", "Byrne", "1958", "0151", maureen.id))


def test_urgent_words_do_not_reach_the_recommender() -> None:
    maureen = Member(preferred_name="Maureen", advisor_id="ann")
    seeker = seeker_of(maureen, said("I want to die", needs=("CON1",)), today=TODAY)
    assert (seeker.words, seeker.needs) == ("", ("CON1",))


def test_after_something_was_undone_the_rest_is_said_outright() -> None:
    maureen = Member(preferred_name="Maureen", advisor_id="ann")
    seeker = seeker_of(maureen, said(SINGING, not_meant=("JOY1",)), today=TODAY)
    assert "MIN3" in seeker.needs
    assert "JOY1" not in seeker.needs
    assert "singing" not in seeker.words.lower()


TOLD = "I'm 17, and I use a wheelchair. I can only do evenings. I miss singing."


def facts_of(understood: Understood) -> dict[str, tuple[str, str]]:
    return {fact.id: (fact.name, fact.words) for fact in understood.facts}


def test_facts_come_with_her_very_words() -> None:
    facts = facts_of(understand(said(TOLD)))
    assert facts["age:17-17"] == ("Aged 17", "17")
    assert facts["access_needs:wheelchair"] == ("Room for wheelchairs", "use a wheelchair")
    assert facts["circumstances:disabled"] == ("Groups for disabled people", "use a wheelchair")
    assert facts["free_times:"] == ("Free evenings", "I can only do evenings")


def test_a_fact_that_was_undone_no_longer_counts_and_the_rest_does() -> None:
    maureen = Member(preferred_name="Maureen", advisor_id="ann")
    conversation = said(TOLD, not_meant=("age:17-17", "circumstances:disabled"))
    understood = understand(conversation)
    assert "age:17-17" not in facts_of(understood)
    assert {fact.id for fact in understood.undone} == {"age:17-17", "circumstances:disabled"}
    seeker = seeker_of(maureen, conversation, today=TODAY)
    counted = facts_for(seeker, read_told(seeker.words))
    assert counted.ages is None
    assert "disabled" not in counted.circumstances
    assert "wheelchair" in counted.access_needs, "the same words said that too"
    assert {day for day, _, _ in counted.free_times} == {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}
    assert "JOY1" in seeker.needs


def test_what_the_record_says_counts_and_is_not_shown_as_heard() -> None:
    maureen = Member(preferred_name="Maureen", advisor_id="ann", birth_date=date(1958, 3, 1))
    conversation = said(TOLD, not_meant=("circumstances:disabled",))
    shown = facts_that_count(maureen, understand(conversation).facts)
    assert "age:17-17" not in {fact.id for fact in shown}
    assert seeker_of(maureen, conversation, today=TODAY).age == 68


def test_nothing_is_heard_in_urgent_words() -> None:
    understood = understand(said(f"{TOLD} I want to die."))
    assert (understood.facts, understood.undone) == ((), ())
