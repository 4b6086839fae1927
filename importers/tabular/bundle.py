"""Tables that come together: in a folder, a zip file, a folder of zip files, or one JSON document.

Nothing is unpacked onto disk and no name in a zip is used as a path, so that none can lead anywhere.
"""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from importers.incoming import SourceFailed
from importers.origin import Origin

DEEPEST = 3
"""Folders within folders in which tables are looked for."""
MOST_FILES = 10_000
IN = "!/"
"""Between the name of a zip in a folder and that of a file in it."""


@dataclass(frozen=True)
class Bundle:
    """What is at an origin, by the names of its files."""

    origin: Origin

    @cached_property
    def names(self) -> dict[str, str]:
        """From each file's name without its folder, in lower case, to where it lies; the least deep is meant."""
        paths = sorted(self._paths(), key=lambda path: (len(path.parts), path))
        found: dict[str, str] = {}
        for path in paths[:MOST_FILES]:
            found.setdefault(path.name.lower(), str(path))
        return found

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """The bytes of a file, by its name without its folder. SourceFailed where it is damaged or locked."""
        outer, _, inner = self.names[name].rpartition(IN)
        try:
            if inner and (outer or self.origin.is_zip):
                path = self.origin.path / outer if outer else self.origin.path
                with zipfile.ZipFile(path) as packed, packed.open(inner) as file:
                    yield file  # type: ignore[misc]
            else:
                path = self.origin.path / inner if self.origin.is_folder else self.origin.path
                with path.open("rb") as plain:
                    yield plain
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, KeyError) as error:
            raise SourceFailed(f"The file {name} in {self.origin.name} is damaged or was cut short.") from error
        except RuntimeError as error:
            raise SourceFailed(f"The file {name} in {self.origin.name} needs a password.") from error
        except OSError as error:
            raise SourceFailed(f"The file {name} cannot be opened: {error.strerror or error}.") from error

    def _paths(self) -> Iterator[PurePosixPath]:
        every: Iterable[PurePosixPath]
        if self.origin.is_zip:
            every = (PurePosixPath(name) for name in self.origin.zipped if not name.endswith("/"))
        elif self.origin.is_folder:
            every = _below(self.origin.path)
        else:
            every = [PurePosixPath(self.origin.name)]
        for path in every:
            if len(path.parts) > DEEPEST or any(part.startswith((".", "__MACOSX")) for part in path.parts):
                continue
            yield path
            if self.origin.is_folder and path.suffix.lower() == ".zip":
                yield from self._packed(path)

    def _packed(self, path: PurePosixPath) -> Iterator[PurePosixPath]:
        """What is in a zip of a folder, as registers are published: one zip for each table."""
        packed = Origin(self.origin.path / path, path.name)
        packed.check()
        for name in packed.zipped:
            if packed.is_zip and not name.endswith("/") and not name.startswith("__MACOSX"):
                yield PurePosixPath(f"{path}{IN}{name}")


def _below(folder: Path, depth: int = 1) -> Iterator[PurePosixPath]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and depth < DEEPEST and not path.is_symlink():
            yield from (PurePosixPath(path.name) / inner for inner in _below(path, depth + 1))
        elif path.is_file():
            yield PurePosixPath(path.name)
