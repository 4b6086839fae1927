"""Whom to ring: never missing, whatever a deployer's file holds."""

from pathlib import Path

import pytest

from directory.errors import Invalid
from recommender.crisis_contacts import FILE_NAME, list_contacts, read_contacts
from recommender.urgent import KINDS

HEAD = "kind,name,how,url_or_tel,hours,checked_on,owner\n"
TEAM = 'suicide,Harbourside Crisis Team,"Call 0151 496 0999",tel:01514960999,"all day",2026-11-01,Ann Curator\n'


@pytest.fixture
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a deployer puts a file of her own."""
    monkeypatch.setenv("WAYMARK_DATA_DIR", str(tmp_path))
    return tmp_path / FILE_NAME


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_somebody_to_ring_for_every_kind(kind: str) -> None:
    contacts = list_contacts([kind])
    assert contacts
    assert all(contact.url_or_tel.startswith(("tel:", "sms:", "https:")) and contact.owner for contact in contacts)


def test_a_service_puts_its_own_team_in_place_of_the_national_lines(own_file: Path) -> None:
    own_file.write_text(HEAD + TEAM, encoding="utf-8")
    assert [contact.name for contact in list_contacts(["suicide"])] == ["Harbourside Crisis Team"]
    assert list_contacts(["abuse"]), "a kind that her file leaves out is answered with the national lines"


def test_a_broken_file_does_not_take_help_away(own_file: Path) -> None:
    own_file.write_bytes(b"kind,name\xff\nsuicide")
    assert any("Samaritans" in contact.name for contact in list_contacts(["suicide"]))
    with pytest.raises(Invalid):
        read_contacts(HEAD + "suicide,No date,Call us,tel:1,always,soon,Ann\n")


def test_each_name_stands_once_with_the_graver_kind_first() -> None:
    names = [contact.name for contact in list_contacts(["suicide", "self_harm"])]
    assert len(names) == len(set(names))
    assert names[: len(list_contacts(["suicide"]))] == [contact.name for contact in list_contacts(["suicide"])]
