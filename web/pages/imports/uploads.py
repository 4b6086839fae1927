"""What is to be imported, between the trial and the import: kept under names that we make, for a day at most."""

import json
import secrets
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath

from werkzeug.datastructures import FileStorage

from directory.errors import Invalid

A_DAY = 24 * 60 * 60
SUFFIXES = (".csv", ".xlsx", ".ods", ".xls", ".json", ".zip")
GONE = "This was imported already, or is more than a day old. Begin again: nothing is lost."


@dataclass(frozen=True)
class Pending:
    """What is to be imported: a kept file or an address, what a person calls it, and the name of its source."""

    source: str
    name: str
    file: str = ""
    address: str = ""
    licence: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    """What each heading means, as somebody said; empty where none was foreign."""


class Uploads:
    """The folder of what waits, by the id of the run that tries or imports it."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir.absolute() / "uploads"

    def keep_file(self, upload: FileStorage) -> tuple[str, str]:
        """Keep it; gives the name it is kept under and the one that people see. Of its own only the end counts."""
        shown = PurePosixPath((upload.filename or "file").replace("\\", "/")).name[:100]
        suffix = PurePosixPath(shown).suffix.lower()
        kept = secrets.token_hex(16) + (suffix if suffix in SUFFIXES else "")
        self._folder.mkdir(parents=True, exist_ok=True)
        self.forget_old()
        upload.save(self._folder / kept)
        return kept, shown

    def keep(self, run_id: str, pending: Pending) -> None:
        """Keep what the run is about."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._note(run_id).write_text(json.dumps(asdict(pending)), encoding="utf-8")

    def find(self, run_id: str) -> Pending | None:
        """What the run is about; None when it was imported, or is too old."""
        note = self._note(run_id)
        try:
            if note.stat().st_mtime < time.time() - A_DAY:
                return None
            pending = Pending(**json.loads(note.read_text(encoding="utf-8")))
        except FileNotFoundError:
            # Never there, or imported and taken away this very moment.
            return None
        return pending if pending.address or (self._folder / pending.file).is_file() else None

    def get(self, run_id: str) -> Pending:
        """As `find`; Invalid when there is nothing."""
        pending = self.find(run_id)
        if pending is None:
            raise Invalid(GONE)
        return pending

    def location(self, pending: Pending) -> str | Path:
        """Where to read it from."""
        return pending.address or self._folder / pending.file

    def let_go(self, run_id: str) -> None:
        """Another run is about it now; what it is about stays."""
        self._note(run_id).unlink(missing_ok=True)

    def forget(self, run_id: str) -> None:
        """Delete what the run was about."""
        pending = self.find(run_id)
        self._note(run_id).unlink(missing_ok=True)
        if pending and pending.file:
            (self._folder / pending.file).unlink(missing_ok=True)

    def forget_old(self) -> None:
        """Delete what nobody imported within a day."""
        for path in self._folder.glob("*"):
            if path.stat().st_mtime < time.time() - A_DAY:
                path.unlink(missing_ok=True)

    def _note(self, run_id: str) -> Path:
        # Never the name of a file that somebody sent.
        return self._folder / f"{run_id}.waits"
