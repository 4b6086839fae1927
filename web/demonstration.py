"""The demonstration: the seed's invented assets, invented members, and an account for each kind of work."""

import sysconfig
from pathlib import Path

from sqlmodel import Session

from casework.conversations import save_words
from casework.members import MemberDetails, add_member
from casework.models import Purpose
from directory.assets import count_assets, list_organizations
from directory.catalogue import Catalogue
from directory.errors import Unavailable
from importers.read import import_from
from web.accounts.accounts import add_account, find_account
from web.accounts.models import RoleName

PASSWORD = "demonstration"  # noqa: S105 (printed for everybody, over invented data)
ACCOUNTS = {
    "advisor@example.org": ("Priya Shah", RoleName.ADVISOR, "makes plans with members"),
    "partner@example.org": ("Tom Kelly", RoleName.PARTNER, "keeps one organisation's listings right"),
    "curator@example.org": ("Grace Obi", RoleName.CURATOR, "imports, approves changes, keeps accounts"),
}
PARTNER_OF = "The Wayside"
"""The organisation whose listings the demonstration's partner keeps."""

MEMBERS = (
    (
        MemberDetails(
            preferred_name="Maureen",
            postcode="L4 3TH",
            travel="bus",
            max_distance_miles=3,
            max_cost=3,
            access_needs=["step_free"],
            barriers=["confidence"],
            safe_contact="Ring in the morning; her sister may answer",
        ),
        "Since our Tony died I don't see anyone. I used to love singing. The gas bill frightens me.",
    ),
    (
        MemberDetails(preferred_name="Dev", postcode="L20 3EF", travel="walk", circumstances=["carer"], online="yes"),
        "I look after my mum and I'd like to get back to work, but my confidence is gone.",
    ),
)


def seed_file() -> Path:
    """Where `seed_assets.csv` is: beside the packages in a checkout, under the prefix when installed."""
    for folder in (Path(__file__).parent.parent, Path(sysconfig.get_path("data")) / "share" / "waymark"):
        if (folder / "seed_assets.csv").exists():
            return folder / "seed_assets.csv"
    raise Unavailable("seed_assets.csv is not where it was installed; install Waymark again.")


def is_built(catalogue: Catalogue) -> bool:
    """Whether the demonstration was made to its end: its accounts come last."""
    with catalogue.reading() as session:
        return find_account(session, list(ACCOUNTS)[-1]) is not None and count_assets(session) > 0


def build_demonstration(catalogue: Catalogue) -> None:
    """Import the seed, add members and accounts. Run again after it was cut short, it goes on from there."""
    import_from(catalogue, str(seed_file()), source="demonstration data", actor="demonstration")
    with catalogue.writing() as session:
        advisor_id = _add_accounts(session)
        _add_members(session, advisor_id)


def _add_accounts(session: Session) -> str:
    ids = {}
    organizations = {name: identity for identity, name in list_organizations(session)}
    for email, (name, role, _) in ACCOUNTS.items():
        known = find_account(session, email)
        account = (
            known
            or add_account(
                session,
                email=email,
                name=name,
                roles=[role],
                password=PASSWORD,
                organization_id=organizations[PARTNER_OF] if role is RoleName.PARTNER else None,
            )[0]
        )
        ids[role] = account.id
    return ids[RoleName.ADVISOR]


def _add_members(session: Session, advisor_id: str) -> None:
    by = next(iter(ACCOUNTS))
    for details, words in MEMBERS:
        consents = {Purpose.CARE: True, Purpose.SHARING: True}
        member_id = add_member(session, details, advisor_id=advisor_id, by=by, consents=consents)
        save_words(session, member_id, what_matters=words, strengths="", by=by)
