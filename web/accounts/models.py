"""Accounts and their roles, shaped as Flask-Security wants them."""

from datetime import datetime
from enum import StrEnum

from flask_security import RoleMixin, UserMixin
from sqlmodel import Column, Field, Relationship, SQLModel

from directory.clock import now
from directory.models.base import Moment, new_id


class RoleName(StrEnum):
    """What an account may do: make plans with members, keep its own listings, or keep the whole directory."""

    ADVISOR = "advisor"
    PARTNER = "partner"
    CURATOR = "curator"


class AccountRole(SQLModel, table=True):
    __tablename__ = "account_role"

    account_id: str = Field(foreign_key="account.id", primary_key=True)
    role_id: str = Field(foreign_key="role.id", primary_key=True)


class Role(SQLModel, RoleMixin, table=True):
    __tablename__ = "role"

    id: str = Field(default_factory=new_id, primary_key=True)  # type: ignore[assignment]  # the mixin types it otherwise
    name: str = Field(unique=True)
    description: str | None = None


class Account(SQLModel, UserMixin, table=True):
    """`organization_id` is whose listings a partner keeps. A disabled account is not `active`."""

    __tablename__ = "account"

    id: str = Field(default_factory=new_id, primary_key=True)  # type: ignore[assignment]  # the mixin types it otherwise
    email: str = Field(unique=True)
    name: str
    password: str | None = None
    active: bool = True
    fs_uniquifier: str = Field(unique=True)
    organization_id: str | None = Field(default=None, foreign_key="organization.id", index=True)
    create_datetime: datetime = Field(sa_column=Column(Moment, nullable=False))
    update_datetime: datetime = Field(default_factory=now, sa_column=Column(Moment))

    roles: list[Role] = Relationship(link_model=AccountRole)  # type: ignore[assignment]  # the mixin types it otherwise
