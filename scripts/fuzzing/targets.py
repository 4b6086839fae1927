"""What is fuzzed: each format as a run reads it, from its bytes to a listing; and the readers of free text."""

import csv
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from directory.geography import Gazetteer
from directory.understanding import (
    access,
    ages,
    attending,
    audiences,
    contacts,
    gender,
    languages,
    plain_text,
    prices,
    room,
    running_text,
    starting,
    times,
)
from importers.cells import read_age, read_date, read_degrees, read_online, read_sector, says_nothing
from importers.completing import Completer
from importers.fingerprints import fingerprint
from importers.guessing import guess_mapping
from importers.incoming import Found, SourceFailed
from importers.needs_of import NeedReader
from importers.opening_hours import read_opening_hours
from importers.origin import Origin
from importers.sources import guess_format, list_formats
from importers.understanding import Reader

SAMPLES = Path("tests/importers/samples")
KEPT = Path("var/fuzz")
TEXT = "text"
MOST_RECORDS = 200
READERS: tuple[Callable[[str], object], ...] = (
    access.read_access,
    ages.read_ages,
    attending.read_attending,
    audiences.read_audiences,
    contacts.read_emails,
    contacts.read_phones,
    contacts.read_urls,
    contacts.find_postcode,
    gender.read_gender,
    languages.languages_in,
    languages.read_languages,
    plain_text.plain_text,
    prices.read_costs,
    room.read_room,
    running_text.access_in,
    running_text.ages_in,
    running_text.costs_in,
    running_text.gender_in,
    running_text.phones_in,
    running_text.times_in,
    starting.read_how_to_start,
    times.read_times,
    read_age,
    read_date,
    read_degrees,
    read_online,
    read_opening_hours,
    read_sector,
    says_nothing,
)
PACKED = {"xlsx": "xl/worksheets/s2.xml", "hsds-tables": "harbourside/services.csv"}
"""Random bytes make no zip file: of these, the part of a sample that holds the records is replaced."""


def list_targets() -> tuple[str, ...]:
    """Every format, and the readers of text."""
    return (*list_formats(), TEXT)


def target_of(name: str) -> Callable[[bytes], None]:
    """What is given one input after another, and raises where a reader breaks."""
    return read_text if name == TEXT else _reading(name)


def each_seed(name: str) -> Iterator[bytes]:
    """What the first inputs are made of: the samples; of text, their cells."""
    if name == TEXT:
        for path in sorted((SAMPLES / "csv").iterdir()):
            for row in csv.reader(io.StringIO(path.read_text("utf-8", errors="replace"))):
                yield from (cell.encode() for cell in row if cell)
        return
    for path in sorted((SAMPLES / name).iterdir()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                yield packed.read(PACKED[name])
        else:
            yield path.read_bytes()


def read_text(data: bytes) -> None:
    """Every reader of text, on the same words."""
    words = data.decode("utf-8", errors="surrogateescape")
    for reader in READERS:
        reader(words)


def _reading(format: str) -> Callable[[bytes], None]:
    folder = Path(tempfile.mkdtemp(prefix="waymark-fuzz-"))
    reader = Reader(format, "fuzz", Completer(Gazetteer(), NeedReader(())))
    sample = next(path for path in sorted((SAMPLES / format).iterdir()))
    packed = next((path for path in sorted((SAMPLES / format).iterdir()) if zipfile.is_zipfile(path)), None)
    file = folder / (packed or sample).name

    def read(data: bytes) -> None:
        is_part = packed is not None and data[:1] not in (b"{", b"[", b"P")
        file.write_bytes(_repacked(packed, PACKED[format], data) if packed and is_part else data)
        _read_file(file, format, reader)

    return read


def _read_file(file: Path, format: str, reader: Reader) -> None:
    """As a run reads it, but for what a database would make of it."""
    try:
        origin = Origin.at(file)
        guess_format(origin)
        for number, found in enumerate(list_formats()[format].find(origin, None)):
            if isinstance(found, Found):
                json.dumps(found.said)
                fingerprint(found)
                reader.read(found)
            if number > MOST_RECORDS:
                return
    except SourceFailed:
        return
    if format in ("csv", "xlsx"):
        try:
            guess_mapping(Origin.at(file))
        except SourceFailed:
            return


def _repacked(sample: Path, part: str, data: bytes) -> bytes:
    """The zip file of a sample with one part replaced."""
    written = io.BytesIO()
    with zipfile.ZipFile(sample) as packed, zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as repacked:
        for name in packed.namelist():
            repacked.writestr(name, data if name == part else packed.read(name))
    return written.getvalue()
