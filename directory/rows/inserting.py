"""Plain values into one table, as the driver takes them: made in any process, and inserted with one statement."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Dialect, insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlmodel import Session

from directory.rows.columns import core_table
from directory.rows.plain import Table, Values

Bound = Any
"""A row as the driver takes it: a tuple in the order of its statement, or a mapping."""


class JsonText(str):
    """JSON that is written already, for a column of JSON: it is kept as it is."""

    __slots__ = ()


def bind(dialect: Dialect, table: Table, row: Values) -> Bound:
    """The row as the driver of this database takes it, what it leaves out by the table's defaults."""
    return _prepared(table, dialect)[1](row)


def insert_bound(session: Session, table: Table, rows: Sequence[Bound]) -> None:
    """Insert rows that were bound for this database."""
    if rows:
        connection = session.connection()
        statement, _ = _prepared(table, connection.dialect)
        connection.exec_driver_sql(statement, list(rows))


def insert_rows(session: Session, table: Table, rows: Sequence[Values]) -> None:
    """Insert plain values, what they leave out by the table's defaults."""
    if rows:
        _, bound = _prepared(table, session.connection().dialect)
        insert_bound(session, table, [bound(row) for row in rows])


@lru_cache(maxsize=200)
def _prepared(table: Table, dialect: Dialect) -> tuple[str, Callable[[Values], Bound]]:
    """The statement as the driver takes it, and what makes of a row the values that it takes.

    SQLAlchemy does the same for each row anew, which takes longer than inserting it.
    """
    columns, defaults = core_table(table).columns, _defaults(table)
    names = [column.name for column in columns if column is not core_table(table).autoincrement_column]
    statement = insert(core_table(table)).compile(dialect=dialect, column_keys=names)
    is_by_place = isinstance(statement, SQLCompiler) and statement.positional
    if isinstance(statement, SQLCompiler) and statement.positiontup is not None:
        names = statement.positiontup
    told = [(name, defaults.get(name)) for name in names]
    processors = [columns[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
    converted = [(place, convert) for place, convert in enumerate(processors) if convert]

    def values(row: Values) -> list[Any]:
        made = [row.get(name, default) for name, default in told]
        for place, convert in converted:
            value = made[place]
            made[place] = str(value) if type(value) is JsonText else convert(value)
        return made

    def by_place(row: Values) -> Bound:
        return tuple(values(row))

    def by_name(row: Values) -> Bound:
        return dict(zip(names, values(row), strict=True))

    return str(statement), by_place if is_by_place else by_name


@cache
def _defaults(table: Table) -> dict[str, Any]:
    """What a row has where nothing is said. Its key is said, or made by the database."""
    keys = {column.name for column in core_table(table).primary_key}
    fields = {name: field for name, field in table.model_fields.items() if name not in keys and not field.is_required()}
    return {name: field.get_default(call_default_factory=True) for name, field in fields.items()}
