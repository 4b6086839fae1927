"""Words that ask for help now are never missed on the red-team list, and ordinary talk stays ordinary."""

import csv
import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from recommender.crisis_contacts import list_contacts, read_contacts
from recommender.urgent import KINDS, read_urgent
from recommender.urgent.reading import hear, hear_two
from recommender.urgent.rules import list_pairings, list_rules
from recommender.urgent.wording import one_spelling

RED_TEAM = list(csv.DictReader((Path(__file__).parent / "red_team.csv").read_text(encoding="utf-8").splitlines()))
URGENT = [row for row in RED_TEAM if row["kind"]]
ORDINARY = [row for row in RED_TEAM if not row["kind"]]
TESTS = Path(__file__).parents[1]
SHEET = [json.loads(line) for line in (TESTS / "judged/urgent.jsonl").read_text(encoding="utf-8").splitlines()]
"""Written before the rules that hear what is said round about; they learnt from its first half alone."""


def test_the_red_team_list_is_long_enough_and_every_kind_is_in_it() -> None:
    assert len(URGENT) >= 300
    assert len(ORDINARY) >= 300
    assert {row["kind"] for row in URGENT} == set(KINDS)


def test_nothing_urgent_is_missed() -> None:
    missed = [row["text"] for row in URGENT if read_urgent(row["text"]) is None]
    assert missed == []


def test_each_urgent_phrase_gets_its_own_kind_of_help() -> None:
    wrong = [row for row in URGENT if (heard := read_urgent(row["text"])) and heard.kind != row["kind"]]
    assert wrong == []


def test_each_rule_hears_its_example() -> None:
    silent = [rule.example for rule in list_rules() if not hear(rule, one_spelling(rule.example))]
    assert silent == []


def test_each_pairing_hears_its_example_and_no_sign_of_it_alarms_alone() -> None:
    silent = [one.example for one in list_pairings() if not hear_two(one, one_spelling(one.example))]
    signs = [sign for one in list_pairings() for sign in one.signs]
    silent += [sign.example for sign in signs if not hear(sign, one_spelling(sign.example))]
    assert silent == []
    for words in ("I gave the dog to my sister", "they'll be better off without the car", "he has my bank card"):
        assert read_urgent(words) is None


def test_two_signs_in_different_stories_are_no_pair() -> None:
    between = "and we sang and we had tea and we went for a walk " * 20
    signs = "he gives me a tenner on a Monday", "he goes through my bag"
    assert read_urgent(" ".join([signs[0], signs[1]]))
    assert read_urgent(" ".join([signs[0], between, signs[1]])) is None


def test_a_strangers_sheet_is_heard() -> None:
    dangerous = [row for row in SHEET if row["kind"]]
    assert len(dangerous) == 160
    missed = [row for row in dangerous if not read_urgent(row["words"])]
    assert [row["words"] for row in missed if row["half"] == 1] == []
    assert len(missed) / len(dangerous) < 0.08


def test_a_strangers_ordinary_sentences_rarely_alarm() -> None:
    ordinary = [row["words"] for row in SHEET if not row["kind"]]
    assert len(ordinary) == 240
    alarms = [words for words in ordinary if read_urgent(words)]
    assert len(alarms) / len(ordinary) < 0.02, alarms


def test_sentences_of_needs_alarm_only_where_they_mean_it() -> None:
    sentences = csv.DictReader((TESTS.parent / "recommender/sentences.csv").read_text(encoding="utf-8").splitlines())
    calm = [row["text"] for row in sentences if not {need[:3] for need in row["needs"].split(";")} & {"SAF", "MIN"}]
    assert len(calm) > 700
    assert [words for words in calm if read_urgent(words)] == []


def test_a_very_long_message_is_read_at_once() -> None:
    calm = [row["text"] for row in ORDINARY if not read_urgent(row["text"])]
    words = ". ".join(calm).split()[:10_000]
    began = time.perf_counter()
    read_urgent(" ".join(words))
    assert time.perf_counter() - began < 1


def test_ordinary_sentences_rarely_alarm() -> None:
    alarms = [row["text"] for row in ORDINARY if read_urgent(row["text"])]
    assert len(alarms) / len(ORDINARY) < 0.02, alarms


SPOILT = [str.upper, str.title, lambda text: f"  {text}!!! ", lambda text: text.replace("'", "’")]


@pytest.mark.parametrize("spoil", SPOILT, ids=["shouted", "titled", "exclaimed", "curly"])
def test_shouting_and_typography_hide_nothing(spoil: Callable[[str], str]) -> None:
    assert [row["text"] for row in URGENT if read_urgent(spoil(row["text"])) is None] == []


@pytest.mark.parametrize(
    "story",
    [
        "I'd love to join a choir and meet people. {}. Also the damp in the flat is bad.",
        "hiya im Tommy, need a bit of help and {} and I don't know where to turn",
    ],
)
def test_urgent_words_are_heard_within_a_longer_story(story: str) -> None:
    missed = [
        row["text"] for row in URGENT if len(row["text"].split()) > 3 and not read_urgent(story.format(row["text"]))
    ]
    assert len(missed) / len(URGENT) < 0.01, missed


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("my son wants to die", "suicide"),
        ("want 2 die", "suicide"),
        ("I'm not suicidal but I can't see a reason to live", "suicide"),
        ("I went on a course once and I keep thinking about suicide", "suicide"),
        ("my dad killed himself last year and I want to die too", "suicide"),
        ("I used to self harm and I've started again", "self_harm"),
        ("he hits me and he touches my daughter", "child_safeguarding"),
        ("I want to do a course and my husband hits me", "abuse"),
        ("I love books and films but he hits me", "abuse"),
        ("I volunteer at a charity shop and someone touched my little girl", "child_safeguarding"),
        ("as a kid I loved choirs, we sang every week at church with my nan and all, but my husband hits me", "abuse"),
        ("I'm grieving my mum and my brother attempted suicide last week", "suicide"),
        ("I was low but I'm better now. My son wants to die", "suicide"),
    ],
)
def test_the_urgent_part_is_heard_through_the_ordinary_one(words: str, kind: str) -> None:
    heard = read_urgent(words)
    assert heard is not None
    assert heard.kind == kind


@pytest.mark.parametrize(
    "words",
    [
        "not suicidal any more",
        "dying to meet people",
        "killing time",
        "suicide bereavement group",
        "my dad killed himself last year",
        "kill two birds with one stone",
        "this pain is killing me",
        "murder mystery evening",
        "shoot hoops",
        "domestic abuse course for professionals",
        "",
    ],
)
def test_ordinary_words_are_left_alone(words: str) -> None:
    assert read_urgent(words) is None


def test_it_quotes_her_and_names_whom_to_ring() -> None:
    heard = read_urgent("Honestly? I just want 2 die.")
    assert heard is not None
    assert heard.words == "want 2 die"
    assert [contact.name for contact in heard.contacts][:3] == ["999 or A&E", "NHS 111", "Samaritans"]


def test_two_kinds_at_once_bring_the_contacts_of_both() -> None:
    heard = read_urgent("he hits me and I want to die")
    assert heard is not None
    names = [contact.name for contact in heard.contacts]
    assert heard.kind == "suicide"
    assert "Samaritans" in names
    assert "National Domestic Abuse Helpline" in names


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_contacts_that_somebody_owns_and_dated(kind: str) -> None:
    contacts = list_contacts([kind])
    assert contacts
    assert all(contact.how and contact.owner and contact.checked_on.year >= 2026 for contact in contacts)


def test_contacts_name_no_method_of_harm() -> None:
    said = " ".join(contact.how.lower() for contact in list_contacts(KINDS))
    assert not [word for word in ("overdose", "tablet", "hang", "jump", "cut ", "rope", "blade") if word in said]


def test_a_deployers_file_comes_first_and_a_broken_one_hides_no_help(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYMARK_DATA_DIR", str(tmp_path / "own"))
    own = tmp_path / "own" / "crisis_contacts.csv"
    own.parent.mkdir()
    own.write_text(
        "kind,name,how,url_or_tel,hours,checked_on,owner\n"
        "suicide,Harbourside Crisis Team,Call 0151 496 0000,tel:01514960000,all day,2026-11-01,Agnieszka\n",
        encoding="utf-8",
    )
    assert [contact.name for contact in list_contacts(["suicide"])] == ["Harbourside Crisis Team"]
    assert list_contacts(["abuse"])
    monkeypatch.setenv("WAYMARK_DATA_DIR", str(tmp_path / "broken"))
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "crisis_contacts.csv").write_text("kind,name\nsuicide\n", encoding="utf-8")
    assert "Samaritans" in [contact.name for contact in list_contacts(["suicide"])]


def test_a_contact_that_is_not_complete_is_refused_by_name() -> None:
    with pytest.raises(Exception, match="Samaritans"):
        read_contacts(
            "kind,name,how,url_or_tel,hours,checked_on,owner\nsuicide,Samaritans,Call,tel:116123,always,soon,Dev\n"
        )
