"""What tests need that pip does not bring: a browser, and a PostgreSQL server of their own.

Found when the machine has them, None when it has not; `tests.not_run` says what that costs.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import psycopg
from filelock import FileLock
from psycopg import sql

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_BROWSER = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
POSTGRES_FOLDERS = ("usr/lib/postgresql/*/bin", "usr/pgsql-*/bin", "opt/homebrew/opt/postgresql*/bin")

# A server for one session of tests keeps nothing: speed before safety.
POSTGRES_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
}


@cache
def find_chromium() -> Path | None:
    """The browser that WAYMARK_CHROMIUM names, else the first that is here and starts; None without one."""
    chosen = os.environ.get("WAYMARK_CHROMIUM")
    for name in (chosen,) if chosen else (*BROWSERS, MAC_BROWSER):
        program = shutil.which(name)
        if program and _starts(program):
            return Path(program)
    return None


def _starts(program: str) -> bool:
    """Ubuntu's chromium-browser is there but only asks for a snap: being there is not enough."""
    try:
        return subprocess.run([program, "--version"], capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@cache
def find_postgres_programs() -> Path | None:
    """The folder of initdb and pg_ctl: WAYMARK_POSTGRES_BIN, else the newest that is installed, else None."""
    chosen = os.environ.get("WAYMARK_POSTGRES_BIN")
    if chosen:
        return Path(chosen) if Path(chosen, "initdb").exists() else None
    found = [folder for pattern in POSTGRES_FOLDERS for folder in Path("/").glob(pattern)]
    found = [folder for folder in found if (folder / "initdb").exists()]
    on_path = shutil.which("initdb")
    return max(found, key=_version, default=Path(on_path).parent if on_path else None)


def _version(folder: Path) -> int:
    return int("".join(letter for letter in folder.parent.name if letter.isdigit()) or 0)


@dataclass(frozen=True)
class PostgresServer:
    """A throw-away PostgreSQL cluster on a loopback port, with a password nobody else knows."""

    folder: str
    port: int
    password: str

    @classmethod
    def shared(cls, folder: Path) -> "PostgresServer":
        """The one server of a session: who asks first starts it in `folder`, the rest are told of it."""
        note = folder / "postgres.json"
        with FileLock(folder / "postgres.lock"):
            if not note.exists():
                note.write_text(json.dumps(asdict(cls.start(folder / "postgres"))))
        return cls(**json.loads(note.read_text()))

    @classmethod
    def start(cls, folder: Path) -> "PostgresServer":
        """A new cluster in a new folder. RuntimeError in PostgreSQL's own words when it will not start."""
        server = cls._in(folder, secrets.token_hex(16))
        server._create()
        server.resume()
        return server

    def copy(self, folder: Path) -> "PostgresServer":
        """A standby in a new folder, which follows this server."""
        copy = self._in(folder, self.password)
        address = f"host=127.0.0.1 port={self.port} user=waymark password={self.password}"
        options = ("--write-recovery-conf", "--wal-method=stream", "--create-slot", f"--slot={folder.name}")
        copy._run("pg_basebackup", f"--dbname={address}", *options, "--checkpoint=fast", "--no-sync")
        copy.resume()
        return copy

    def resume(self) -> None:
        """Starts it, for the first time or again; it answers when this returns."""
        settings = " ".join(f"-c {name}={value}" for name, value in POSTGRES_SETTINGS.items())
        self._run("pg_ctl", "start", "-w", "-l", f"{self.folder}/log", "-o", f"-p {self.port} {settings}")

    @classmethod
    def _in(cls, folder: Path, password: str) -> "PostgresServer":
        folder.mkdir(mode=0o700)
        (folder / "password").write_text(password)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            shutil.chown(folder / "password", "postgres")
        return cls(str(folder), _free_port(), password)

    def _create(self) -> None:
        options = ("--username=waymark", f"--pwfile={self.folder}/password", "--auth=scram-sha-256")
        self._run("initdb", *options, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions")

    @property
    def url(self) -> str:
        """The maintenance database, as SQLAlchemy writes it."""
        return self.url_of("postgres")

    def create_database(self, name: str, template: str = "template1") -> str:
        """The URL of a new database, empty or a copy of `template` (to which nobody may be connected)."""
        names = sql.Identifier(name), sql.Identifier(template)
        with psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
        return self.url_of(name)

    def stop(self) -> None:
        """Ends it at once, whoever is connected."""
        self._run("pg_ctl", "stop", "-w", "-m", "immediate")

    def url_of(self, database: str) -> str:
        """That of one of its databases."""
        return f"postgresql+psycopg://waymark:{self.password}@127.0.0.1:{self.port}/{database}"

    def _run(self, program: str, *arguments: str) -> None:
        # PostgreSQL refuses to run as root: Debian makes a user for it.
        user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        cluster = f"--pgdata={self.folder}/cluster"
        command = [*user, f"{find_postgres_programs()}/{program}", cluster, *arguments]
        # To files, not pipes: the server would inherit a pipe and hold it open.
        with Path(self.folder, f"{program}.out").open("w+") as out:
            done = subprocess.run(command, cwd=self.folder, stdout=out, stderr=subprocess.STDOUT, timeout=120)
            out.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program} failed: {out.read()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
