"""The services of a bundle of HSDS tables, each with all that belongs to it, as HSDS JSON would nest it."""

from collections.abc import Iterable, Iterator
from typing import Any

from importers.incoming import Found, Rejected, SourceFailed
from importers.tables import TableRow
from importers.tabular.bundle import Bundle
from importers.tabular.hsds import TABLES, belongs_to, key, leads_to, own_key
from importers.tabular.kept import KeptRows, Row
from importers.tabular.rows import in_batches, rows_of, without_empty

AT_ONCE = 100
MISSING = "refers to rows that are not there"
Json = dict[str, Any]


class Joined:
    """The services that the tables describe together. `files` names each kind of row's table in the bundle."""

    def __init__(self, bundle: Bundle, files: dict[str, str], where: dict[str, str]) -> None:
        self._bundle = bundle
        self._files = files
        self._where = where

    def services(self) -> Iterator[Found | Rejected]:
        """Each service by its row, then the rows that belong to nothing. SourceFailed before anything is given when
        one of the other tables is damaged: a service without its telephone is not what the source says."""
        with KeptRows() as kept:
            yield from self._keep(kept)
            kept.ready()
            for batch in in_batches(self._rows("service"), AT_ONCE):
                yield from _joined(kept, batch)
            yield from self._orphans(kept)

    def _keep(self, kept: KeptRows) -> Iterator[Rejected]:
        refused: list[Rejected] = []
        for kind in self._files:
            if kind == "service":
                continue
            for row in self._rows(kind):
                if isinstance(row, Rejected):
                    name = self._files[kind]
                    refused.append(Rejected(row.row, row.field, f"In {name}: {row.message}", row.values))
                else:
                    said = row.cells
                    kept.keep(Row(kind, row.row, said), own_key(kind, said), belongs_to(kind, said))
        yield from refused

    def _rows(self, kind: str) -> Iterator[TableRow | Rejected]:
        for row in rows_of(self._bundle, self._files[kind], self._where.get(kind, "item")):
            yield row if isinstance(row, Rejected) else without_empty(row)

    def _orphans(self, kept: KeptRows) -> Iterator[Rejected]:
        for row, keys in kept.orphans():
            kind, _, identity = keys[0].partition(":")
            message = f"In {self._files[row.kind]}: this belongs to the {kind.replace('_', ' ')} {identity}, which is not there"
            yield Rejected(row.row, f"{kind}_id", message, row.said)


def _joined(kept: KeptRows, batch: list[TableRow | Rejected]) -> Iterator[Found | Rejected]:
    services = [Row("service", row.row, row.cells) for row in batch if isinstance(row, TableRow)]
    kept.know(key("service", one.said["id"]) for one in services if "id" in one.said)
    nest = _Nest(kept, services)
    for row in batch:
        yield row if isinstance(row, Rejected) else Found(row.row, nest.service(row.cells), row.cells)


class _Nest:
    """Everything that hangs on some services, fetched level by level."""

    def __init__(self, kept: KeptRows, services: Iterable[Row]) -> None:
        self._own: dict[str, Row] = {}
        self._under: dict[str, list[Row]] = {}
        self._sought: set[str] = set()
        level = [*services]
        while level:
            level += self._referred(kept, level)
            keys = [one for row in level if (one := _key(row)) not in self._under]
            below = kept.under(keys)
            self._under |= {one: below.get(one, []) for one in keys}
            level = [row for rows in below.values() for row in rows]

    def _referred(self, kept: KeptRows, rows: list[Row]) -> list[Row]:
        """What these rows refer to, and what that refers to."""
        every: list[Row] = []
        while keys := {led for row in rows for _, led in leads_to(row.kind, row.said)} - self._sought:
            self._sought |= keys
            led = kept.own(keys)
            self._own |= led
            rows = [*led.values()]
            every += rows
        return every

    def service(self, said: dict[str, str]) -> Json:
        """The service with what belongs to it. What it refers to in vain is told."""
        missing: dict[str, None] = {}
        whole = self._whole(Row("service", 0, said), missing)
        return whole | ({MISSING: ", ".join(missing)} if missing else {})

    def _whole(self, row: Row, missing: dict[str, None]) -> Json:
        whole: Json = dict(row.said)
        for kind, led in leads_to(row.kind, row.said):
            if led not in self._own:
                missing[led.replace(":", " ").replace("_", " ")] = None
            elif row.kind == "service" and kind == "taxonomy_term":
                whole.setdefault("attributes", []).append({kind: self._whole(self._own[led], missing)})
            else:
                whole[kind] = self._whole(self._own[led], missing)
        for below in self._under.get(_key(row), ()):
            whole.setdefault(TABLES[below.kind].member, [])
            if isinstance(hangs := whole[TABLES[below.kind].member], list):
                hangs.append(self._whole(below, missing))
        return whole


def _key(row: Row) -> str:
    return key(row.kind, row.said.get("id") or row.said.get("taxonomy_id") or f"row {row.row}")


def check_columns(bundle: Bundle, name: str, where: str) -> None:
    """SourceFailed when the table of services has no ids or names."""
    first = next(iter(rows_of(bundle, name, where)), None)
    if isinstance(first, TableRow) and not {"id", "name"} <= first.cells.keys():
        missing = "id" if "id" not in first.cells else "name"
        raise SourceFailed(
            f"The table {name} has no column called “{missing}”. The columns are: {', '.join(first.cells)[:200]}."
        )
