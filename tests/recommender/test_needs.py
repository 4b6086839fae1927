"""The vocabulary of needs: complete, found by plain words, and no phrase claimed twice."""

from collections import Counter

import pytest

from directory.errors import NotFound
from recommender.needs import open_eligibility, vocabulary
from recommender.wording import stems


def test_it_has_twelve_domains_and_seventy_four_needs() -> None:
    known = vocabulary()
    assert len(known.list_domains()) == 12
    assert len(known.list_needs()) == 74
    assert all(domain.icon for domain in known.list_domains())
    assert [need.id for need in known.list_needs("FOO")] == ["FOO1", "FOO2", "FOO3", "FOO4", "FOO5"]


def test_every_need_has_words_and_no_phrase_belongs_to_two() -> None:
    needs = list(vocabulary())
    assert [need.id for need in needs if len(need.words) < 15] == []
    claims = Counter(phrase for need in needs for phrase in {stems(words) for words in need.words})
    assert [phrase for phrase, times in claims.items() if times > 1] == []


@pytest.mark.parametrize(
    ("words", "need_id"),
    [
        ("HOU2", "HOU2"),
        ("hou", "HOU"),
        ("housing", "HOU"),
        ("employment", "WOR"),
        ("connection", "CON"),
        ("Food banks", "FOO1"),
        ("benifits", "MON2"),
        ("Looking after someone", "FAM1"),
        ("help with my debts", "MON1"),
    ],
)
def test_plain_words_and_ids_find_a_need(words: str, need_id: str) -> None:
    found = vocabulary().find_need(words)
    assert found is not None
    assert found.id == need_id


def test_a_word_nobody_knows_is_no_need() -> None:
    assert vocabulary().find_need("xylophagous") is None
    with pytest.raises(NotFound):
        vocabulary().get_need("HOU9")


def test_a_domain_expands_to_its_needs() -> None:
    known = vocabulary()
    found = [known.find_need(name) for name in ("housing", "HOU", "gardening", "JOY3")]
    assert [need.id for need in found if need] == ["HOU", "HOU", "JOY3", "JOY3"]
    assert known.expand("SAF") == ["SAF1", "SAF2", "SAF3", "SAF4", "SAF5", "SAF6"]
    assert known.expand("SAF1") == ["SAF1"]
    assert known.domain_of("SAF1").id == "SAF"


def test_needs_in_crisis_are_never_ranked() -> None:
    assert [need.id for need in vocabulary() if not need.ranked] == ["MIN7", "SAF6"]
    assert vocabulary().get_need("MIN4").sensitive


def test_the_open_eligibility_mapping_names_only_our_needs() -> None:
    known = {need.id for need in vocabulary()}
    assert set(open_eligibility()) <= known
    assert open_eligibility()["MON1"] == "Credit Counseling"
