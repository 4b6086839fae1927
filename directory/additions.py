"""A service that is to be added, with all that will be kept of it worked out before anybody opens the database.

Working it out takes longer than writing it, and can be done in another process.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Dialect

from directory.duplicates.profiles import Profile
from directory.kinds import PUBLIC
from directory.listing import Listing, Organization, kept_text
from directory.rows import BoundRows, JsonText, bound_rows


@dataclass(frozen=True)
class Addition:
    """Its rows as the driver of one database takes them, its listing as it is kept, and what is compared of it."""

    id: str
    said: JsonText
    rows: BoundRows
    organization: Organization | None
    profile: Profile
    is_public: bool

    @classmethod
    def of(cls, identity: str, listing: Listing, at: datetime, dialect: Dialect) -> "Addition":
        """The addition of a listing under this id, for a database of this dialect."""
        return cls(
            identity,
            JsonText(kept_text(listing)),
            bound_rows(dialect, identity, listing, at),
            listing.organization,
            Profile.of(identity, listing),
            listing.status in PUBLIC,
        )

    @property
    def listing(self) -> Listing:
        """What it says; made anew each time, for it is seldom asked for."""
        return Listing.model_validate_json(self.said)
