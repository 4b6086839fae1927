"""The vocabulary of needs as a taxonomy of the directory: loaded from outside, read by importers and search."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from directory.listing import Part
from directory.models import Attribute, SearchChange, Taxonomy, TaxonomyTerm
from directory.models.base import derived_id
from directory.rows import need_term_id

NEEDS = "Needs"
_VERSION = select(Taxonomy.version).where(Taxonomy.id == derived_id(NEEDS))
"""Every search asks for it: made once, and not a whole object."""


class Term(Part):
    """A need by its code (MON1), its plain name, the code of its domain (MON) and the words people type."""

    code: str
    name: str
    parent_code: str | None = None
    words: tuple[str, ...] = ()
    icon: str | None = None
    urgent: bool = False


def load_terms(session: Session, terms: Iterable[Term], version: str) -> None:
    """Make the taxonomy of needs say this; terms that are gone stay while services are linked to them.

    The search index holds the names of needs, so it hears of every service that is linked to one.
    """
    taxonomy = session.get(Taxonomy, derived_id(NEEDS)) or Taxonomy(id=derived_id(NEEDS), name=NEEDS)
    taxonomy.version = version
    session.add(taxonomy)
    session.flush()
    for position, term in enumerate(terms):
        row = session.get(TaxonomyTerm, need_term_id(term.code))
        row = row or TaxonomyTerm(id=need_term_id(term.code), taxonomy_id=taxonomy.id, code=term.code, name=term.name)
        row.sqlmodel_update(term.model_dump() | {"words": list(term.words), "position": position})
        session.add(row)
    for service_id in session.exec(select(Attribute.service_id).distinct()):
        session.add(SearchChange(service_id=service_id))
    session.flush()


def terms_version(session: Session) -> str | None:
    """The version of the vocabulary that is loaded, or None."""
    return session.exec(_VERSION).first()


def list_terms(session: Session) -> list[Term]:
    """Every need in the order of the vocabulary."""
    rows = session.exec(
        select(TaxonomyTerm)
        .where(TaxonomyTerm.taxonomy_id == derived_id(NEEDS))
        .order_by(col(TaxonomyTerm.position), TaxonomyTerm.code)
    )
    return [Term(**{name: getattr(row, name) for name in Term.model_fields}) for row in rows]
