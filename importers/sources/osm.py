"""OpenStreetMap: what Overpass answers (JSON of nodes, ways and relations, or GeoJSON), as a file or a folder of them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from directory.hsds.values import inner, number
from importers.incoming import Found, Incoming, Rejected, SourceFailed
from importers.json_shape import Shape, each_record
from importers.mapping import Mapping as ColumnMapping
from importers.normalise import check_length, refused
from importers.origin import Origin
from importers.osm_listing import KNOWN, listing_from_tags

FORMAT = "osm"
LICENCE = "ODbL 1.0, © OpenStreetMap contributors"
PRECEDENCE = 30

_FEATURE_ID = re.compile(rb'"@?id"\s*:\s*"(?:node|way|relation)/\d+"')
_ELEMENT = re.compile(rb'"type"\s*:\s*"(?:node|way|relation)"')
_NOTHING_FOUND = re.compile(rb'"elements"\s*:\s*\[\s*\]')
_REMARK = re.compile(rb'"remark"\s*:\s*"([^"]{1,300})')
_TAIL = 4_096


def recognises(origin: Origin) -> float:
    """By the ids that only OpenStreetMap has; of a folder, its files."""
    return max((_looks(file) for file in _files(origin)), default=0.0)


def find(origin: Origin, mapping: ColumnMapping | None) -> Iterator[Found | Rejected]:
    """Each place that has tags; the bare points of which ways are made are no records."""
    row = 0
    for file in _files(origin):
        if not _looks(file):
            continue
        is_overpass = file.json is not None and "elements" in file.json.keys
        with file.open() as opened:
            for said in each_record(opened, Shape(records_at="elements" if is_overpass else "features")):
                if is_overpass and isinstance(said, dict) and not said.get("tags"):
                    continue
                row += 1
                yield _found(row, said)
        _check_end(file)


def understand(found: Found) -> Incoming:
    """What the tags say."""
    tags = found.said["tags"]
    for key, value in tags.items():
        check_length(key, value)
    try:
        listing = listing_from_tags(tags, (found.said["latitude"], found.said["longitude"]))
    except ValidationError as error:
        raise refused(error) from error
    raw = {key: value for key, value in tags.items() if key not in KNOWN}
    return Incoming(found.row, found.said["id"], listing, raw=raw, cells=found.as_cells())


def _looks(origin: Origin) -> float:
    if origin.json is None:
        return 0.0
    if "elements" in origin.json.keys:
        return 0.95 if _ELEMENT.search(origin.head) or _NOTHING_FOUND.search(origin.head) else 0.0
    return 0.95 if "features" in origin.json.keys and _FEATURE_ID.search(origin.head) else 0.0


def _files(origin: Origin) -> Iterator[Origin]:
    yield from origin.files(".json")
    if origin.is_folder:
        yield from origin.files(".geojson")


def _found(row: int, said: Any) -> Found | Rejected:
    place = inner(said)
    tags = {str(key): _flat(value) for key, value in inner(place.get("tags") or place.get("properties")).items()}
    tags |= {str(key): _flat(value) for key, value in inner(inner(place.get("properties")).get("tags")).items()}
    identity = _identity(place, tags)
    if identity is None:
        return Rejected(row, "id", "This place has no id of OpenStreetMap, such as node/123", tags)
    latitude, longitude = _point(place)
    return Found(row, {"id": identity, "tags": tags, "latitude": latitude, "longitude": longitude}, tags)


def _flat(value: Any) -> str:
    return value if isinstance(value, str) else "" if isinstance(value, dict | list) or value is None else str(value)


def _identity(place: Mapping[str, Any], tags: Mapping[str, str]) -> str | None:
    written = (place.get("id"), tags.get("@id"), tags.get("id"), f"{place.get('type')}/{place.get('id')}")
    return next((str(one) for one in written if re.fullmatch(r"(?:node|way|relation)/\d{1,20}", str(one))), None)


def _point(place: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Its own point, its centre, or the middle of its outline."""
    for holder in (place, inner(place.get("center"))):
        if (latitude := number(holder.get("lat"))) is not None:
            return latitude, number(holder.get("lon"))
    pairs = list(_pairs(inner(place.get("geometry")).get("coordinates")))
    bounds = inner(place.get("bounds"))
    pairs += [(number(bounds.get(f"{end}lon")), number(bounds.get(f"{end}lat"))) for end in ("min", "max") if bounds]
    known = [(east, north) for east, north in pairs if east is not None and north is not None]
    if not known:
        return None, None
    easts, norths = zip(*known, strict=True)
    return round((min(norths) + max(norths)) / 2, 7), round((min(easts) + max(easts)) / 2, 7)


def _pairs(coordinates: Any) -> Iterator[tuple[float | None, float | None]]:
    """The points of a GeoJSON geometry, however deep they lie."""
    waiting = [coordinates]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list) and len(one) >= 2 and not isinstance(one[0], list):
            yield number(one[0]), number(one[1])
        elif isinstance(one, list):
            waiting.extend(one)


def _check_end(file: Origin) -> None:
    """Overpass answers with what it has and a remark when it runs out of time: such an answer is not whole."""
    with file.open() as opened:
        opened.seek(max(0, file.path.stat().st_size - _TAIL))
        if remark := _REMARK.search(opened.read()):
            said = remark[1].decode(errors="replace")
            raise SourceFailed(f"The map's server stopped before its end: {said} What came before was read.")
