"""The closed lists of the directory: sectors, ways of attending, what is known of access.

`StrEnum`, so that a value is stored, compared and written to JSON as its own word.
"""

from enum import StrEnum


class Sector(StrEnum):
    """Who runs it."""

    VOLUNTARY = "voluntary"
    PUBLIC = "public"
    PRIVATE = "private"
    COMMUNITY = "community"


class Attending(StrEnum):
    """How a person takes part. PERIPATETIC: it visits several venues in turn, such as libraries."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    PHONE = "phone"
    HOME_VISIT = "home_visit"
    PERIPATETIC = "peripatetic"


FROM_HOME = frozenset({Attending.ONLINE, Attending.PHONE, Attending.HOME_VISIT})
"""Ways of taking part that ask for no journey."""


class Known(StrEnum):
    """The answer to a question of access. NOT_KNOWN is not no: it is something to ask."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class Access(StrEnum):
    """What a venue or a session may offer to the person who needs it."""

    STEP_FREE = "step_free"
    WHEELCHAIR = "wheelchair"
    TOILET = "toilet"
    LIFT = "lift"
    PARKING = "parking"
    HEARING_LOOP = "hearing_loop"
    BSL = "bsl"
    QUIET = "quiet"
    CHANGING_PLACES = "changing_places"
    LARGE_PRINT = "large_print"
    ASSISTANCE_DOGS = "assistance_dogs"
    CARER_WELCOME = "carer_welcome"


class Status(StrEnum):
    """Whether the public sees it. PAUSED is closed for now, and says so."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    WITHDRAWN = "withdrawn"


PUBLIC = (Status.ACTIVE, Status.PAUSED)
"""What anybody may see."""


class Gender(StrEnum):
    """The one gender that a group is for. A group for everyone has none."""

    WOMEN = "women"
    MEN = "men"


class Requires(StrEnum):
    """What a listing asks of the person who may come.

    BELONGS and EXCLUDES name circumstances, LIVES_IN and SURGERY_IN places, MEMBER_OF a body whose tenants, members,
    pupils, patients or staff alone may come, REFERRED_BY who must send her.
    """

    BELONGS = "belongs"
    EXCLUDES = "excludes"
    LIVES_IN = "lives_in"
    SURGERY_IN = "surgery_in"
    MEMBER_OF = "member_of"
    REFERRED_BY = "referred_by"


class HowToStart(StrEnum):
    """What a person does to come the first time."""

    DROP_IN = "drop_in"
    CONTACT_FIRST = "contact_first"
    BOOK = "book"
    REFERRAL = "referral"


class Room(StrEnum):
    """Whether there is room for somebody new."""

    TAKING_PEOPLE = "taking_people"
    WAITING_LIST = "waiting_list"
    FULL = "full"


class Precision(StrEnum):
    """How exactly a point on the map is known, best first."""

    EXACT = "exact"
    POSTCODE = "postcode"
    SECTOR = "sector"
    DISTRICT = "district"
    PLACE = "place"
