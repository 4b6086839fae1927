"""HSDS taxonomy, its terms, and the attributes that link a service to a term."""

from sqlmodel import Column, Field, Relationship, SQLModel

from directory.models.base import Json, new_id


class Taxonomy(SQLModel, table=True):
    __tablename__ = "taxonomy"

    id: str = Field(default_factory=new_id, primary_key=True)
    name: str = Field(unique=True)
    description: str | None = None
    version: str | None = None


class TaxonomyTerm(SQLModel, table=True):
    """A term; `words` is what people really type when they mean it."""

    __tablename__ = "taxonomy_term"

    id: str = Field(default_factory=new_id, primary_key=True)
    taxonomy_id: str = Field(foreign_key="taxonomy.id", index=True)
    code: str = Field(index=True)
    name: str
    parent_code: str | None = None
    words: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    icon: str | None = None
    urgent: bool = False
    position: int = 0


class Attribute(SQLModel, table=True):
    """A service serves a need. `confidence` 1.0 was said by a person, less was read from text."""

    __tablename__ = "attribute"

    id: str = Field(default_factory=new_id, primary_key=True)
    service_id: str = Field(foreign_key="service.id", index=True)
    taxonomy_term_id: str = Field(foreign_key="taxonomy_term.id", index=True)
    link_type: str = Field(default="need")
    confidence: float = 1.0
    position: int = 0

    term: TaxonomyTerm = Relationship()
