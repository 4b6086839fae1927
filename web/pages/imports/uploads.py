"""Files between the trial and the import: kept under names that we make, for a day at most."""

import secrets
import time
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.datastructures import FileStorage

from directory.errors import Invalid
from web.database import catalogue

A_DAY = 24 * 60 * 60
SUFFIXES = (".csv", ".xlsx", ".ods", ".xls", ".json")
OLD = "This trial is more than a day old, or was changed on its way. Begin again: nothing was imported."


@dataclass(frozen=True)
class Pending:
    """What is to be imported: a kept file or an address, what a person calls it, and the name of its source."""

    source: str
    name: str
    file: str = ""
    address: str = ""
    licence: str = ""

    @property
    def location(self) -> str | Path:
        """Where to read it from. Invalid when the kept file is gone."""
        if self.address:
            return self.address
        path = folder() / self.file
        if not path.is_file():
            raise Invalid(OLD)
        return path

    def seal(self) -> str:
        """A text that leads back to this, and that nobody else can write."""
        return str(_serializer().dumps(asdict(self)))

    def forget(self) -> None:
        """Delete the kept file."""
        if self.file:
            (folder() / self.file).unlink(missing_ok=True)


def unseal(text: str) -> Pending:
    """What was sealed. Invalid when it is old or not ours."""
    try:
        return Pending(**_serializer().loads(text, max_age=A_DAY))
    except (BadSignature, TypeError) as error:
        raise Invalid(OLD) from error


def keep_upload(upload: FileStorage) -> tuple[str, str]:
    """Keep the file; gives the name it is kept under and the one that people see. Of its own name only the end counts."""
    shown = PurePosixPath((upload.filename or "file").replace("\\", "/")).name[:100]
    suffix = PurePosixPath(shown).suffix.lower()
    kept = secrets.token_hex(16) + (suffix if suffix in SUFFIXES else "")
    folder().mkdir(parents=True, exist_ok=True)
    forget_old()
    upload.save(folder() / kept)
    return kept, shown


def forget_old() -> None:
    """Delete what nobody imported within a day."""
    for path in folder().glob("*"):
        if path.stat().st_mtime < time.time() - A_DAY:
            path.unlink(missing_ok=True)


def folder() -> Path:
    return catalogue.settings.data_dir.absolute() / "uploads"


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="imports")
