"""The servers that the other tests stand on."""

from contextlib import closing

import psycopg
import pytest
from playwright.sync_api import Page

from tests.servers import PostgresServer


def ask(url: str, question: str) -> object:
    with closing(psycopg.connect(url.replace("+psycopg", ""), autocommit=True)) as connection:
        row = connection.execute(question).fetchone()
    return row and row[0]


@pytest.mark.postgresql
def test_each_database_is_its_own(postgres_server: PostgresServer, worker_id: str):
    bootle = postgres_server.create_database(f"bootle_{worker_id}")
    with closing(psycopg.connect(bootle.replace("+psycopg", ""), autocommit=True)) as connection:
        connection.execute("CREATE TABLE choir AS SELECT 'Tuesdays' AS meets")
    copy = postgres_server.create_database(f"copy_{worker_id}", template=f"bootle_{worker_id}")
    walton = postgres_server.create_database(f"walton_{worker_id}")
    assert ask(copy, "SELECT meets FROM choir") == "Tuesdays"
    assert ask(walton, "SELECT count(*) FROM pg_tables WHERE tablename = 'choir'") == 0
    assert ask(walton, "SHOW fsync") == "off"


@pytest.mark.browser
def test_the_browser_shows_a_page(page: Page):
    page.set_content("<title>Harbourside</title><h1>What would help?</h1>")
    assert page.title() == "Harbourside"
    assert page.get_by_role("heading", level=1).inner_text() == "What would help?"
