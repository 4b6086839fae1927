"""Whole pictures of the assets that are looked at closely, kept while they are asked for again and again."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from threading import Lock

from directory.asset import Asset
from recommender.close_look import CloseLook

Fetch = Callable[[Sequence[str]], Iterable[Asset]]
"""The assets of these ids as the public may see them; those that are gone are left out."""
Look = Callable[[Sequence[Asset]], list[CloseLook]]
MOST = 20_000
"""Pictures that are kept; some kilobytes each."""


class Pictures:
    """Looks at assets by their ids, the latest asked for kept. Safe to share between threads."""

    def __init__(self, fetch: Fetch, look: Look, most: int = MOST) -> None:
        self._fetch, self._look, self._most = fetch, look, most
        self._kept: OrderedDict[str, CloseLook] = OrderedDict()
        self._lock = Lock()

    def of(self, asset_ids: Sequence[str]) -> dict[str, CloseLook]:
        """By their ids; those that are gone are left out."""
        with self._lock:
            found = {one: self._kept[one] for one in asset_ids if one in self._kept}
            for one in found:
                self._kept.move_to_end(one)
        missing = [one for one in asset_ids if one not in found]
        if missing:
            fetched = {one.asset.id: one for one in self._look(list(self._fetch(missing)))}
            self._keep(fetched)
            found |= fetched
        return found

    def forget(self, asset_ids: Collection[str], organization_ids: Collection[str]) -> None:
        """These changed, or whoever runs them did."""
        with self._lock:
            gone = [
                key
                for key, one in self._kept.items()
                if key in asset_ids or one.asset.organization_id in organization_ids
            ]
            for key in gone:
                del self._kept[key]

    def _keep(self, fetched: dict[str, CloseLook]) -> None:
        with self._lock:
            self._kept |= fetched
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
