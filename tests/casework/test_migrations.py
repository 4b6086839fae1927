"""Members and conversations of an older version, brought to this one and back."""

from pathlib import Path

from sqlalchemy import text

from directory.database import Database
from tests.directory.test_migrations import migrate, table
from web.catalogue import BRANCHES

KEPT = "SELECT id, what_matters, not_meant FROM conversation"


def test_conversations_begin_without_choices_of_a_pathway(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'old.sqlite'}", BRANCHES)
    migrate(database, "casework_0001")
    with database.engine.connect() as connection, connection.begin():
        connection.execute(
            text(
                "INSERT INTO member (id, preferred_name, access_needs, languages, circumstances, barriers, advisor_id, "
                "created_at, version) VALUES ('m', 'Maureen', '[]', '[]', '[]', '[]', 'ann', '2026-11-02 09:00:00', 1)"
            )
        )
        connection.execute(
            text(
                "INSERT INTO conversation (id, member_id, what_matters, strengths, needs, not_meant, version) "
                "VALUES ('c', 'm', 'I miss singing', '', '[]', '[\"MON1\"]', 1)"
            )
        )
    before = table(database, KEPT)
    database.migrate()
    assert table(database, KEPT) == before
    assert table(database, "SELECT pathway_choices FROM conversation") == [("{}",)]
    migrate(database, "casework_0001", down=True)
    assert table(database, KEPT) == before
    database.dispose()
