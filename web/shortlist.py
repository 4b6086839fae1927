"""A visitor's own list: ids in the signed cookie of this browser, and nothing kept with us."""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Iterable
from uuid import UUID

from flask import session

KEY = "shortlist"
MOST = 30
"""More would not fit a cookie, and nobody tries thirty things."""

_PATH = re.compile(r"/(?![/\\])[^\s\\]*")


def saved_ids() -> list[str]:
    """The ids on this visitor's list, in the order in which they were put on it."""
    kept = session.get(KEY, [])
    return [one for one in kept if isinstance(one, str)][:MOST] if isinstance(kept, list) else []


def save(asset_ids: Iterable[str]) -> bool:
    """Put these on the list; False when it is full and one had to be left out."""
    wanted = list(dict.fromkeys([*saved_ids(), *asset_ids]))
    session[KEY] = wanted[:MOST]
    return len(wanted) <= MOST


def take_off(asset_id: str) -> None:
    """Take it off the list, if it is there."""
    session[KEY] = [one for one in saved_ids() if one != asset_id]


def clear() -> None:
    """Forget the whole list."""
    session.pop(KEY, None)


def write_ids(asset_ids: Iterable[str]) -> str:
    """The list as letters for a link: 22 for each id."""
    whole = b"".join(UUID(one).bytes for one in asset_ids)
    return urlsafe_b64encode(whole).decode().rstrip("=")


def read_ids(letters: str) -> list[str]:
    """The ids that such a link holds; those that were cut off or mistyped are left out."""
    text = letters.strip()[: MOST * 22]
    try:
        whole = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (Error, ValueError):
        return []
    return [str(UUID(bytes=whole[at : at + 16])) for at in range(0, len(whole) - 15, 16)]


def way_back(path: str, otherwise: str) -> str:
    """The page of ours that a form came from; never one of somebody else's."""
    return path if _PATH.fullmatch(path) else otherwise
