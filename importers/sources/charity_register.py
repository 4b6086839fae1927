"""The register of charities of England and Wales: the Charity Commission's public extract, as text, CSV or JSON.

One file of charities, or a folder or zip file in which `publicextract.charity_classification` and
`publicextract.charity_area_of_operation` may lie beside it. `[only] area` of a mapping cuts it to some areas. Charities
that were removed are gone, wherever they were: the register no longer says where.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from pydantic import ValidationError

from importers.areas import Area
from importers.charities import is_removed, kept, listing_of, number_of
from importers.incoming import Found, Gone, Incoming, Rejected, RowRefused, SourceFailed
from importers.mapping import Mapping
from importers.normalise import NO_NAME, check_length, refused
from importers.origin import Origin
from importers.tables import TableRow
from importers.tabular.bundle import Bundle
from importers.tabular.kept import KeptRows, Row
from importers.tabular.rows import in_batches, rows_of, without_empty

FORMAT = "charity-register"
LICENCE = "Open Government Licence v3.0"
PRECEDENCE = 40
NAME, NUMBER = "charity_name", "registered_charity_number"
CLASSIFICATION, AREA, MAIN = "charity_classification", "charity_area_of_operation", "main charity"
AT_ONCE = 200


def recognises(origin: Origin) -> float:
    """By the columns that nobody else has; of a folder or zip, by the extract's name."""
    if origin.is_folder or origin.is_zip:
        return 0.96 if _file(Bundle(origin), "charity") else 0.0
    if origin.json:
        return 0.96 if {NAME, NUMBER} <= origin.json.record_keys else 0.0
    headings = origin.head.split(b"\n", 1)[0].lower()
    return 0.96 if NAME.encode() in headings and NUMBER.encode() in headings else 0.0


def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
    """Each charity with its classification and areas, where those are known."""
    bundle = Bundle(origin)
    charities = _file(bundle, "charity") or next(iter(bundle.names), None)
    if charities is None:
        raise SourceFailed(f"There is no file of charities in {origin.name}.")
    area = Area(mapping)
    with KeptRows() as beside:
        for kind in (CLASSIFICATION, AREA):
            if name := _file(bundle, kind):
                _keep(beside, kind, rows_of(bundle, name))
        # Where the charities break off is said when they are read.
        with suppress(SourceFailed):
            _keep(beside, MAIN, (row for row in rows_of(bundle, charities) if _is_main(row)))
        beside.ready()
        for batch in in_batches(rows_of(bundle, charities), AT_ONCE):
            yield from _with_what_lies_beside(beside, batch, area)


def understand(found: Found) -> Incoming | Gone:
    """What the register says of it."""
    cells, classes, areas = found.said["charity"], found.said["classes"], found.said["areas"]
    number = number_of(cells)
    if not number.replace("-", "").isdigit():
        raise RowRefused("This charity has no number, so nobody could find it again", field=NUMBER)
    if is_removed(cells):
        return Gone(found.row, number)
    for column, cell in cells.items():
        check_length(column, cell)
    if not cells.get(NAME):
        raise RowRefused(NO_NAME, field=NAME)
    try:
        listing = listing_of(cells, classes, areas, found.said["main"])
    except ValidationError as error:
        raise refused(error) from error
    return Incoming(found.row, number, listing, raw=kept(cells, classes, areas), cells=found.as_cells())


def _file(bundle: Bundle, kind: str) -> str | None:
    """The file of the extract, whatever follows its name: publicextract.charity.json, publicextract.charity.sample.csv."""
    names = (name for name in bundle.names if name.startswith(f"publicextract.{kind}."))
    return next((name for name in names if name.endswith((".csv", ".txt", ".json"))), None)


def _is_main(row: TableRow | Rejected) -> bool:
    return isinstance(row, TableRow) and row.cells.get("linked_charity_number") == "0"


def _keep(beside: KeptRows, kind: str, rows: Iterable[TableRow | Rejected]) -> None:
    """What is damaged beside the charities costs a category, not a charity."""
    columns = {CLASSIFICATION: ("type", "description"), AREA: ("description",), MAIN: ()}[kind]
    prefix = "classification" if kind == CLASSIFICATION else "geographic_area"
    for row in rows:
        if isinstance(row, TableRow):
            said = {column: row.cells.get(f"{prefix}_{column}", "") for column in columns}
            said |= {"name": row.cells.get(NAME, "")} if kind == MAIN else {}
            owner = NUMBER if kind == MAIN else "organisation_number"
            beside.keep(Row(kind, row.row, said), None, [f"{kind}:{row.cells.get(owner, '')}"])


def _with_what_lies_beside(
    beside: KeptRows, batch: list[TableRow | Rejected], area: Area
) -> Iterator[Found | Rejected]:
    charities = [without_empty(row).cells for row in batch if isinstance(row, TableRow)]
    numbers = [cells.get("organisation_number", "") for cells in charities]
    known = beside.under(f"{kind}:{number}" for number in numbers for kind in (CLASSIFICATION, AREA))
    branches = [cells for cells in charities if "-" in number_of(cells)]
    mains = beside.under(f"{MAIN}:{cells.get(NUMBER, '')}" for cells in branches)
    for row in batch:
        if isinstance(row, Rejected):
            yield row
            continue
        cells = without_empty(row).cells
        number = cells.get("organisation_number", "")
        areas = [one.said["description"].strip() for one in known.get(f"{AREA}:{number}", ())]
        if not is_removed(cells) and not area.holds(areas, cells.get("charity_contact_postcode", "")):
            continue
        main = mains.get(f"{MAIN}:{cells.get(NUMBER, '')}", []) if "-" in number_of(cells) else []
        said = {
            # The day of the extract is another each day.
            "charity": {column: cell for column, cell in cells.items() if column != "date_of_extract"},
            "classes": _classes(known.get(f"{CLASSIFICATION}:{number}", ())),
            "areas": [*dict.fromkeys(as_area(name) for name in areas if name)],
            "main": main[0].said["name"] if main else None,
        }
        yield Found(row.row, said, row.cells)


def as_area(name: str) -> str:
    """An area as people call it: "Liverpool City" is Liverpool, "Throughout England" stays."""
    return name.removesuffix(" City") or name


def _classes(rows: Iterable[Row]) -> dict[str, list[str]]:
    classes: dict[str, list[str]] = {}
    for row in rows:
        classes.setdefault(row.said["type"].strip().lower(), []).append(row.said["description"].strip())
    return classes
