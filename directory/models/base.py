"""What every table shares: names of constraints, text ids, moments in UTC and the types of JSON columns."""

from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha1
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, DateTime, Dialect, Enum, TypeDecorator
from sqlmodel import SQLModel

# Named constraints, so that a migration can drop one on every database.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

NAMESPACE = UUID("7f6b1c1e-6f0e-5d55-9c53-0f6d3a6f1a52")
"""The root of ids derived from what they stand for, so that the same record gets the same id again."""
_ROOT = NAMESPACE.bytes


def new_id() -> str:
    return str(uuid4())


def derived_id(*parts: str) -> str:
    """The same UUID for the same parts, in any process and on any day.

    It is RFC 9562's version 5, as `uuid.uuid5` gives it, in a third of the time: importing asks for millions.
    """
    return _uuid(_digest(*parts), version=5)


def ordered_id(group: str, key: str) -> str:
    """As `derived_id`, but the ids of one group lie in the order of the numbers in their keys ("A-7", "A-8").

    Rows that are written together then lie together in every index, however large it is: with random ids an import
    writes nearly every page of each. RFC 9562's version 8: 16 bits of the group, 32 of the number, the rest a digest.
    """
    digest = _digest(group, key)
    digest[:2] = _digest(group)[:2]
    if number := "".join(filter(str.isdecimal, key))[-9:]:
        digest[2:6] = int(number).to_bytes(4, "big")
    return _uuid(digest, version=8)


def id_beside(owner: str, *parts: str) -> str:
    """As `derived_id`, for what hangs on something with a UUID: it begins as that does, so that both lie together."""
    digest = _digest(owner, *parts)
    digest[:6] = bytes.fromhex(owner[:8] + owner[9:13])
    return _uuid(digest, version=8)


def _digest(*parts: str) -> bytearray:
    return bytearray(sha1(_ROOT + "\x1f".join(parts).encode(), usedforsecurity=False).digest()[:16])


def _uuid(digest: bytearray, version: int) -> str:
    digest[6] = digest[6] & 0x0F | version << 4
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone; this puts it back, so that moments compare everywhere."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def word_of(kind: type[StrEnum]) -> Any:
    """The column type of a closed list: its words as text, so that a new word needs no migration."""
    return Enum(kind, native_enum=False, length=40, values_callable=lambda words: [word.value for word in words])


Json = JSON
