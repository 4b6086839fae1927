"""Which records of a register that covers a country are wanted: by the names of areas, or by how postcodes begin."""

import re
from collections.abc import Iterable
from functools import lru_cache

from directory.geography import Gazetteer, find_local_authority, read_postcode
from importers.mapping import Mapping

_DRESS = re.compile(r"\b(?:city of|city|metropolitan|borough|county|council|the)\b")


class Area:
    """What the mapping wants; everything where it says nothing."""

    def __init__(self, mapping: Mapping | None) -> None:
        only = mapping.only if mapping else {}
        self._names = frozenset(_plain(name) for name in only.get("area", ()))
        self._postcodes = tuple(code.strip().upper() for code in only.get("postcode", ()))
        self._authority = lru_cache(maxsize=50_000)(_authority_at)

    @property
    def is_everywhere(self) -> bool:
        return not (self._names or self._postcodes)

    def holds(self, names: Iterable[str], postcode: str) -> bool:
        """Whether one of the names is wanted, or the postcode is; where no name is known the postcode's area counts."""
        if self.is_everywhere or self._begins(postcode):
            return True
        plain = {_plain(name) for name in names if name}
        if plain:
            return not plain.isdisjoint(self._names)
        return bool(self._names) and _plain(self._authority(postcode) or "") in self._names

    def _begins(self, postcode: str) -> bool:
        written = read_postcode(postcode) or ""
        return any(
            re.match(rf"{re.escape(code)}(?![A-Z0-9])|{re.escape(code)}(?=\d)(?<=[A-Z])", written)
            for code in self._postcodes
        )


def _authority_at(postcode: str) -> str | None:
    place = Gazetteer().find_place(postcode) if read_postcode(postcode) else None
    return place.local_authority if place else None


def _plain(name: str) -> str:
    return " ".join(_DRESS.sub(" ", (find_local_authority(name) or name).lower()).split())
