"""Zip files, judged by what they say of themselves before anything is unpacked: unpacking stops there, whatever is in it."""

import zipfile
from pathlib import Path

from importers.incoming import SourceFailed

LARGEST_UNPACKED = 500_000_000
"""Bytes of a spreadsheet once it is unpacked; a real one of a million rows has about 300 MB."""
LARGEST_PACKAGE = 4_000_000_000
"""Bytes of a zip of tables once they are unpacked; they are read as they are unpacked and kept nowhere whole."""
MOST_PACKED = 200
"""How many times smaller than itself a zip may be; text packs to a tenth, a bomb to a thousandth."""
SMALL = 50_000_000
"""Bytes that may be packed as tightly as one likes."""
MOST_FILES = 10_000
_END, _END_LENGTH, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535


def check_packed(path: Path, name: str, *, is_spreadsheet: bool) -> None:
    """SourceFailed when it is damaged, holds too many files, or would unpack to more than we can read."""
    if holds_too_many(path):
        raise SourceFailed(f"The file {name} holds more than {MOST_FILES:,} files, which no package of tables does.")
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise SourceFailed(f"The file {name} is damaged or was cut short: it cannot be unpacked.") from error
    is_bomb = unpacked > SMALL and unpacked > MOST_PACKED * path.stat().st_size
    if unpacked > (LARGEST_UNPACKED if is_spreadsheet else LARGEST_PACKAGE) or (is_bomb and not is_spreadsheet):
        raise SourceFailed(f"The file {name} would unpack to {unpacked // 1_000_000:,} MB, which is too much.")


def holds_too_many(path: Path) -> bool:
    """Whether its last words say so: even the list of a zip's files may be too long to be read."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END_LENGTH - _LONGEST_COMMENT))
        tail = file.read()
    at = tail.rfind(_END)
    # A zip of more than 65,534 files says 65,535 here.
    return at >= 0 and int.from_bytes(tail[at + 10 : at + 12], "little") > MOST_FILES
