"""What every test stands on: real databases, a real index, one small invented town and pages that are checked."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlmodel import Session

from directory.assets import add_asset
from directory.catalogue import Catalogue
from directory.database import Database
from tests.harbourside import LISTINGS
from tests.pages import Browser
from tests.servers import PostgresServer
from web.accounts.accounts import add_account
from web.accounts.models import RoleName
from web.app import BRANCHES, create_app
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


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, tmp_path: Path, empty_sqlite: Path) -> Iterator[Database]:
    """A fresh database with the vocabulary, once on each kind of server."""
    if request.param == "sqlite":
        shutil.copy(empty_sqlite, tmp_path / "waymark.sqlite")
        database = Database(f"sqlite:///{tmp_path / 'waymark.sqlite'}", BRANCHES)
    else:
        server: PostgresServer = request.getfixturevalue("postgres_server")
        database = Database(server.create_database(f"t{os.urandom(6).hex()}"), BRANCHES)
        prepare_database(database)
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


@pytest.fixture
def catalogue(tmp_path: Path, empty_sqlite: Path) -> Iterator[Catalogue]:
    """An empty catalogue: SQLite, and an index in a folder of its own."""
    shutil.copy(empty_sqlite, tmp_path / "waymark.sqlite")
    catalogue = Catalogue(WebSettings(data_dir=tmp_path), BRANCHES)
    yield catalogue
    catalogue.close()


@pytest.fixture
def harbourside(catalogue: Catalogue) -> dict[str, str]:
    """The town is in the catalogue; gives the id of each asset by its key in `tests.harbourside`."""
    with catalogue.writing() as session:
        return {key: add_asset(session, listing, actor="tests") for key, listing in LISTINGS.items()}


@pytest.fixture
def app(catalogue: Catalogue, harbourside: dict[str, str]) -> Flask:
    """The application over the town, with an account for each role."""
    app = create_app(WebSettings(data_dir=catalogue.settings.data_dir, demonstration=True), catalogue)
    app.testing = True
    with app.app_context(), catalogue.writing() as session:
        partner_of = _organization_of(session, harbourside["debt"])
        for role in RoleName:
            add_account(
                session,
                email=f"{role.value}@example.org",
                name=f"Ann {role.value.title()}",
                roles=[role],
                password=PASSWORD,
                organization_id=partner_of if role is RoleName.PARTNER else None,
            )
    return app


def _organization_of(session: Session, asset_id: str) -> str:
    from directory.assets import get_asset

    organization_id = get_asset(session, asset_id).organization_id
    assert organization_id
    return organization_id


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
