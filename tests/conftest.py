"""What every test stands on: real databases, a real index, one small invented town and pages that are checked."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlmodel import Session

from directory.assets import add_asset, get_asset
from directory.catalogue import Catalogue
from directory.database import Database
from tests.harbourside import LISTINGS
from tests.pages import Browser
from tests.servers import PostgresServer
from web.accounts.accounts import add_account
from web.accounts.models import RoleName
from web.app import create_app
from web.catalogue import BRANCHES
from web.commands.opening import prepare
from web.settings import WebSettings

pytest_plugins = ["tests.not_run", "tests.server_fixtures"]

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads this machine's settings or writes into the project."""
    for name in [name for name in os.environ if name.startswith("WAYMARK_") and "TEST" not in name]:
        if name not in ("WAYMARK_CHROMIUM", "WAYMARK_POSTGRES_BIN", "WAYMARK_SHARED_DATA"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file with the vocabulary in it, to be copied: migrating for each test would be slow."""
    folder = tmp_path_factory.mktemp("template")
    catalogue = Catalogue(WebSettings(data_dir=folder), BRANCHES)
    prepare(catalogue)
    catalogue.close()
    return folder / "waymark.sqlite"


@pytest.fixture(scope="session")
def empty_postgresql(postgres_server: PostgresServer) -> str:
    """The name of a migrated PostgreSQL database with the vocabulary in it, to be copied."""
    name = f"template_{os.urandom(6).hex()}"
    database = Database(postgres_server.create_database(name), BRANCHES)
    prepare_database(database)
    database.dispose()
    return name


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, tmp_path: Path, empty_sqlite: Path) -> Iterator[Database]:
    """A fresh database with the vocabulary, once on each kind of server."""
    if request.param == "sqlite":
        shutil.copy(empty_sqlite, tmp_path / "database.sqlite")
        database = Database(f"sqlite:///{tmp_path / 'database.sqlite'}", BRANCHES)
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        template = request.getfixturevalue("empty_postgresql")
        database = Database(server.create_database(f"t{os.urandom(6).hex()}", template=template), BRANCHES)
    yield database
    database.dispose()


def prepare_database(database: Database) -> None:
    """Migrate it and load the vocabulary, without an index beside it."""
    from directory.taxonomies import load_terms
    from recommender.needs import vocabulary
    from web.vocabulary import needs_as_terms

    database.migrate()
    with database.writing() as session:
        load_terms(session, needs_as_terms(vocabulary()), vocabulary().version)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session whose work is thrown away at the end of the test."""
    with database.new_session(writing=True) as session:
        yield session


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory, empty_sqlite: Path) -> tuple[Path, dict[str, str]]:
    """A data folder with the town, its index and an account for each role, to be copied, and the ids of its assets."""
    folder = tmp_path_factory.mktemp("town")
    shutil.copy(empty_sqlite, folder / "waymark.sqlite")
    catalogue = Catalogue(WebSettings(data_dir=folder), BRANCHES)
    with catalogue.writing() as session:
        ids = {key: add_asset(session, listing, actor="tests") for key, listing in LISTINGS.items()}
    with create_app(WebSettings(data_dir=folder), catalogue).app_context(), catalogue.writing() as session:
        _add_accounts(session, partner_of=get_asset(session, ids["debt"]).organization_id)
    catalogue.close()
    return folder, ids


def _add_accounts(session: Session, partner_of: str | None) -> None:
    for role in RoleName:
        add_account(
            session,
            email=f"{role.value}@example.org",
            name=f"Ann {role.value.title()}",
            roles=[role],
            password=PASSWORD,
            organization_id=partner_of if role is RoleName.PARTNER else None,
        )


@pytest.fixture
def catalogue(request: pytest.FixtureRequest, tmp_path: Path, empty_sqlite: Path) -> Iterator[Catalogue]:
    """An empty catalogue, or the town's where a test asks for `harbourside`: SQLite, and an index of its own."""
    if "harbourside" in request.fixturenames:
        folder, _ = request.getfixturevalue("town")
        shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    else:
        shutil.copy(empty_sqlite, tmp_path / "waymark.sqlite")
    catalogue = Catalogue(WebSettings(data_dir=tmp_path), BRANCHES)
    yield catalogue
    catalogue.close()


@pytest.fixture
def harbourside(town: tuple[Path, dict[str, str]]) -> dict[str, str]:
    """The town is in the catalogue; gives the id of each asset by its key in `tests.harbourside`."""
    return dict(town[1])


@pytest.fixture
def app(catalogue: Catalogue, harbourside: dict[str, str]) -> Flask:
    """The application over the town, with an account for each role."""
    app = create_app(WebSettings(data_dir=catalogue.settings.data_dir, demonstration=True), catalogue)
    app.testing = True
    return app


@pytest.fixture
def browser_of(app: Flask) -> Any:
    """Gives a checked browser, signed in with a role or (None) as the public."""

    def open_(role: str | None = None) -> Browser:
        browser = Browser(app)
        if role:
            browser.sign_in(f"{role}@example.org", PASSWORD)
        return browser

    return open_


@pytest.fixture
def public(browser_of: Any) -> Browser:
    """A person without an account."""
    found: Browser = browser_of()
    return found


@pytest.fixture
def advisor(browser_of: Any) -> Browser:
    found: Browser = browser_of("advisor")
    return found


@pytest.fixture
def partner(browser_of: Any) -> Browser:
    """Keeps the listings of Quayside Money Advice."""
    found: Browser = browser_of("partner")
    return found


@pytest.fixture
def curator(browser_of: Any) -> Browser:
    found: Browser = browser_of("curator")
    return found
