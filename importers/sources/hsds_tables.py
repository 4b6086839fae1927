"""HSDS tables: a data package of 3.x, 2.0 or 1.x (Ohana) as a folder, a zip file, or the one JSON file of all tables."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import ijson

from importers.incoming import Found, Incoming, Rejected, SourceFailed
from importers.json_shape import level
from importers.mapping import Mapping
from importers.origin import Origin
from importers.services import KNOWN, understand_service
from importers.tabular.bundle import Bundle
from importers.tabular.hsds import TABLES
from importers.tabular.joining import Joined, check_columns
from importers.tabular.older import CONSUMED, as_hsds

FORMAT = "hsds-tables"
PACKAGE = "datapackage.json"
SERVICES = frozenset(TABLES["service"].files)
BESIDE = frozenset(name for kind in ("organization", "location", "service_at_location") for name in TABLES[kind].files)
"""What lies beside a table of services; a lone services.csv is a spreadsheet like others."""
CHECKED = 1_000_000
"""Bytes of a package's description."""


def recognises(origin: Origin) -> float:
    """By the names of the tables."""
    if origin.is_folder or origin.is_zip:
        files = _files(Bundle(origin))
        return 0.97 if "service" in files and len(files) > 1 else 0.0
    keys = origin.json.keys if origin.json else frozenset()
    if origin.name.lower() == PACKAGE and "resources" in keys and not origin.url:
        return recognises(Origin(origin.path.parent, origin.path.parent.name))
    return 0.97 if keys & SERVICES and keys & BESIDE else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each service with all that belongs to it, then the rows that belong to nothing."""
    if origin.name.lower() == PACKAGE and not origin.is_folder:
        origin = Origin(origin.path.parent, origin.path.parent.name)
    bundle = Bundle(origin)
    files, where = (_files(bundle), {}) if origin.is_folder or origin.is_zip else _in_json(bundle)
    if "service" not in files:
        raise SourceFailed(f"There is no table of services in {origin.name}.")
    check_columns(bundle, files["service"], where.get("service", "item"))
    yield from Joined(bundle, files, where).services()


def understand(found: Found) -> Incoming:
    """What the service says."""
    return understand_service(found, as_hsds, KNOWN | CONSUMED)


def _files(bundle: Bundle) -> dict[str, str]:
    """The tables that are there, by the kind of their rows: by the package's description, else by their names."""
    described = _described(bundle)
    files: dict[str, str] = {}
    for kind, table in TABLES.items():
        names = (described.get(kind, ""), *table.files)
        if found := next((name for name in names if name in bundle.names), None):
            files[kind] = found
    return files if files.get("service") else {}


def _described(bundle: Bundle) -> dict[str, str]:
    """The files that a datapackage.json names, by the resource. What it says of anything outside is not looked at."""
    if PACKAGE not in bundle.names:
        return {}
    try:
        with bundle.open(PACKAGE) as file:
            resources: list[Any] = [*ijson.items(level(io.BytesIO(file.read(CHECKED))), "resources.item")]
    except (ijson.JSONError, UnicodeDecodeError, SourceFailed):
        return {}
    named = (one for one in resources if isinstance(one, dict) and isinstance(one.get("path"), str))
    return {str(one.get("name")): PurePosixPath(one["path"]).name.lower() for one in named}


def _in_json(bundle: Bundle) -> tuple[dict[str, str], dict[str, str]]:
    """All tables in one file, and where in it each lies."""
    (name,) = bundle.names
    keys = bundle.origin.json.keys if bundle.origin.json else frozenset()
    at = {kind: next((file for file in table.files if file in keys), None) for kind, table in TABLES.items()}
    where = {kind: f"{file}.item" for kind, file in at.items() if file}
    return dict.fromkeys(where, name), where
