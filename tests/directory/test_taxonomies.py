"""The vocabulary of needs in the database."""

from sqlmodel import Session, select

from directory.assets import add_asset
from directory.models import SearchChange
from directory.taxonomies import Term, list_terms, load_terms, terms_version
from recommender.needs import vocabulary
from tests.harbourside import LISTINGS


def test_the_vocabulary_is_there_in_its_order_with_its_words(session: Session) -> None:
    terms = list_terms(session)
    assert [term.code for term in terms] == [need.id for need in vocabulary()]
    debt = next(term for term in terms if term.code == "MON1")
    assert debt.parent_code == "MON"
    assert "bailiffs" in debt.words
    assert terms_version(session) == vocabulary().version


def test_a_new_version_reaches_the_index_of_every_linked_service(session: Session) -> None:
    asset_id = add_asset(session, LISTINGS["debt"], actor="tests")
    for change in session.exec(select(SearchChange)):
        session.delete(change)
    load_terms(session, [Term(code="MON1", name="Debt", parent_code="MON")], "another")
    assert [change.service_id for change in session.exec(select(SearchChange))] == [asset_id]
    assert next(term for term in list_terms(session) if term.code == "MON1").name == "Debt"
