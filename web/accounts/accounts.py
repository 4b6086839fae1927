"""The verbs of accounts."""

import secrets
from collections.abc import Sequence

from email_validator import EmailNotValidError, validate_email
from flask_security import hash_password
from sqlmodel import Session, col, select

from directory.clock import now
from directory.errors import Duplicate, Invalid, NotFound
from web.accounts.models import Account, Role, RoleName

SHORTEST_PASSWORD = 10


def add_account(
    session: Session,
    *,
    email: str,
    name: str,
    roles: Sequence[RoleName],
    password: str | None = None,
    organization_id: str | None = None,
) -> tuple[Account, str]:
    """Add an account; gives it and its password, which is made up when none is given. Needs an application context."""
    address = _clean_address(email)
    if session.exec(select(Account).where(Account.email == address)).first():
        raise Duplicate("There is already an account with this email address.", field="email")
    if RoleName.PARTNER in roles and organization_id is None:
        raise Invalid("Say whose listings this partner keeps.", field="organization_id")
    password = password or secrets.token_urlsafe(9)
    account = Account(
        email=address,
        name=name.strip() or address,
        password=_hashed(password),
        fs_uniquifier=secrets.token_hex(32),
        organization_id=organization_id,
        create_datetime=now(),
    )
    account.roles = [_role(session, role) for role in roles]
    session.add(account)
    session.flush()
    return account, password


def set_password(session: Session, account_id: str, password: str) -> None:
    """Change the password and end every session that was signed in with the old one."""
    account = get_account(session, account_id)
    account.password, account.fs_uniquifier = _hashed(password), secrets.token_hex(32)
    session.flush()


def set_active(session: Session, account_id: str, active: bool) -> None:
    """Let an account in again, or keep it out from its next page on."""
    account = get_account(session, account_id)
    account.active = active
    if not active:
        account.fs_uniquifier = secrets.token_hex(32)
    session.flush()


def list_accounts(session: Session) -> list[Account]:
    """All accounts by name."""
    return list(session.exec(select(Account).order_by(col(Account.name), Account.id)))


def get_account(session: Session, account_id: str) -> Account:
    """The account; NotFound when there is none."""
    account = session.get(Account, account_id)
    if account is None:
        raise NotFound("There is no such account.", field="account_id")
    return account


def find_account(session: Session, email: str) -> Account | None:
    """The account of this address, or None."""
    return session.exec(select(Account).where(Account.email == email.strip().lower())).first()


def _clean_address(email: str) -> str:
    try:
        return validate_email(email, check_deliverability=False, test_environment=True).normalized.lower()
    except EmailNotValidError as error:
        raise Invalid("Enter an email address in the form name@example.org", field="email") from error


def _hashed(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid(f"Use a password of at least {SHORTEST_PASSWORD} characters.", field="password")
    return str(hash_password(password))


def _role(session: Session, name: RoleName) -> Role:
    role = session.exec(select(Role).where(Role.name == name.value)).first()
    if role is None:
        role = Role(name=name.value)
        session.add(role)
    return role
