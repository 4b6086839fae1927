"""The frozen picture of one asset that every reader gets: search, recommender, pages and paper."""

from datetime import datetime

from directory.kinds import PUBLIC
from directory.listing import Listing, Part


class Source(Part):
    """Who says so: the name of the source, its own id for the record, the licence, and when it was read."""

    name: str
    source_id: str
    licence: str | None = None
    run_id: str | None = None
    retrieved_at: datetime | None = None


class Asset(Listing):
    """A listing with its identity. `version` goes up by one with every change."""

    id: str
    organization_id: str | None = None
    version: int = 1
    last_modified: datetime
    sources: tuple[Source, ...] = ()

    @property
    def source_id(self) -> str | None:
        """The id under which the first source knows it, as imported."""
        return self.sources[0].source_id if self.sources else None

    @property
    def is_public(self) -> bool:
        """Drafts and withdrawn ones are for staff alone."""
        return self.status in PUBLIC

    @property
    def listing(self) -> Listing:
        """What it says, without who it is: for comparing and for keeping."""
        return Listing.model_validate({name: getattr(self, name) for name in Listing.model_fields})
