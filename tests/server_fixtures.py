"""A pytest plugin: the browser of this machine, and one PostgreSQL server for all workers of a session."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.not_run import require
from tests.servers import PostgresServer, find_chromium

FOLDER = "WAYMARK_TEST_FOLDER"
"""Names the folder that the workers of a session share; whoever began the session makes and removes it."""


# pytest-playwright 0.10 writes its fixture `base_url` in a way that pytest 9 warns of.
ITS_WARNING = "ignore:Session-scoped fixtures defined as instance methods:pytest.PytestRemovedIn10Warning"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("filterwarnings", ITS_WARNING)
    if not hasattr(config, "workerinput"):
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="waymark-tests-")
        # Its owner alone may list it; the user postgres must pass through to its own folder.
        Path(os.environ[FOLDER]).chmod(0o711)


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        folder = Path(os.environ.pop(FOLDER))
        if (folder / "postgres.json").exists():
            PostgresServer.shared(folder).stop()
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres_server() -> PostgresServer:
    """The session's PostgreSQL, started for the first test that asks."""
    require("postgresql")
    return PostgresServer.shared(Path(os.environ[FOLDER]))


@pytest.fixture(scope="session")
def server_and_copy(worker_id: str) -> Iterator[tuple[PostgresServer, PostgresServer]]:
    """A PostgreSQL of this worker's own and a standby that follows it: a test may stop either, and starts it again."""
    require("postgresql")
    folder = Path(os.environ[FOLDER])
    server = PostgresServer.start(folder / f"followed_{worker_id}")
    try:
        copy = server.copy(folder / f"following_{worker_id}")
        yield server, copy
        copy.stop()
    finally:
        server.stop()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """pytest-playwright's, with this machine's browser in place of one that Playwright would download."""
    require("browser")
    return {**browser_type_launch_args, "executable_path": str(find_chromium())}
