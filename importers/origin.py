"""Where records come from: a file, a folder or an address on the web, opened so that nothing in it can hurt.

Everything is read from a file on disk: what comes from the web is fetched into a temporary one first, so that a
source may look at its beginning, guess, and begin again. Sizes are limited before anything is unpacked.
"""

import tempfile
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from importers.fetching import Fetched, fetch
from importers.incoming import SourceFailed
from importers.json_shape import Shape, shape_of
from importers.packed import check_packed, holds_too_many
from importers.web_pages import holds_linked_data, is_web_page

LARGEST = 2_000_000_000
"""Bytes of one file."""
HEAD = 65_536
ZIP = b"PK\x03\x04"
OLD_SPREADSHEET = b"\xd0\xcf\x11\xe0"
SHEET_PARTS = {"[Content_Types].xml", "mimetype"}
"""What is in XLSX and ODS files, which are zip files, and in no other."""


class Origin:
    """One file, wherever it came from. `url` is set when it is from the web, with redirections followed."""

    def __init__(self, path: Path, name: str, url: str | None = None) -> None:
        self.path = path
        self.name = name
        self.url = url
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    @classmethod
    def at(cls, location: str | Path) -> "Origin":
        """The origin at a path or an http(s) address. SourceFailed when there is nothing that can be read."""
        try:
            scheme = urlsplit(str(location)).scheme.lower()
        except ValueError as error:
            raise SourceFailed(f"{str(location)[:200]} is no address that can be read.") from error
        if scheme in ("http", "https"):
            return cls._from_web(str(location))
        if scheme and len(scheme) > 1 and "://" in str(location):
            raise SourceFailed("Only addresses that begin with http:// or https:// can be read.")
        return cls._from_disk(Path(location))

    @classmethod
    def _from_disk(cls, path: Path) -> "Origin":
        try:
            if not path.exists():
                raise SourceFailed(f"There is no file called {path}.")
        except (OSError, ValueError) as error:
            raise SourceFailed(f"The name {str(path)[:100]!r} is none that a file can have.") from error
        origin = cls(path, path.name or path.absolute().name)
        if not origin.is_folder:
            origin.check()
        return origin

    @classmethod
    def _from_web(cls, url: str) -> "Origin":
        folder = tempfile.TemporaryDirectory(prefix="waymark-import-")
        try:
            fetched: Fetched = fetch(url, Path(folder.name) / "fetched", LARGEST)
            origin = cls(fetched.path, Path(urlsplit(url).path).name or urlsplit(url).netloc, fetched.url)
            origin._temporary = folder
            origin.check()
        except BaseException:
            folder.cleanup()
            raise
        return origin

    def close(self) -> None:
        """Remove what was fetched. What was on disk before stays."""
        if self._temporary:
            self._temporary.cleanup()

    @property
    def is_folder(self) -> bool:
        return self.path.is_dir()

    @property
    def suffix(self) -> str:
        return self.path.suffix.lower() or Path(self.name).suffix.lower()

    @cached_property
    def head(self) -> bytes:
        """The first 64 KB; nothing of a folder."""
        if self.is_folder:
            return b""
        with self.open() as file:
            return file.read(HEAD)

    @property
    def is_spreadsheet(self) -> bool:
        return self.head.startswith(OLD_SPREADSHEET) or not SHEET_PARTS.isdisjoint(self.zipped)

    @property
    def is_zip(self) -> bool:
        """Whether it is a zip of files, rather than a spreadsheet."""
        return bool(self.zipped) and not self.is_spreadsheet

    @cached_property
    def zipped(self) -> tuple[str, ...]:
        """The names in a zip file; none for anything else."""
        if not self.head.startswith(ZIP) or holds_too_many(self.path):
            return ()
        try:
            with zipfile.ZipFile(self.path) as packed:
                return tuple(packed.namelist())
        except (zipfile.BadZipFile, OSError, ValueError):
            return ()

    @cached_property
    def json(self) -> Shape | None:
        """What the JSON in it looks like; None when it is not JSON."""
        if self.head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] not in (b"{", b"["):
            return None
        with self.open() as file:
            return shape_of(file)

    def open(self) -> BinaryIO:
        """The bytes from the beginning."""
        try:
            return self.path.open("rb")
        except OSError as error:
            raise SourceFailed(f"The file {self.name} cannot be opened: {error.strerror}.") from error

    def files(self, suffix: str) -> Iterator["Origin"]:
        """The files of a folder that end so, by name; a file itself when it is not a folder."""
        if not self.is_folder:
            yield self
            return
        for path in sorted(self.path.glob(f"*{suffix}")):
            # A folder may be called so too, and a pipe would never end.
            if path.is_file():
                yield Origin(path, path.name)

    def check(self) -> None:
        """Refuse what no source can read: a device, nothing at all, too much, a web page without data, a zip bomb."""
        if not self.path.is_file():
            raise SourceFailed(f"{self.name} is neither a file nor a folder.")
        size = self.path.stat().st_size
        if size == 0:
            raise SourceFailed(f"The file {self.name} is empty.")
        if size > LARGEST:
            raise SourceFailed(f"The file {self.name} is larger than {LARGEST // 1_000_000_000} GB.")
        if is_web_page(self.head):
            with self.open() as page:
                if not holds_linked_data(page):
                    raise SourceFailed(f"{self.name} is a web page, not a file of records. Look at the address again.")
        if self.head.startswith(ZIP):
            check_packed(self.path, self.name, is_spreadsheet=self.is_spreadsheet)
