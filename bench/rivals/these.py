"""Which engines can be measured here."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from bench.rivals.rival import Rival

EVERY = (
    ("waymark", "Waymark", None),
    ("inside_postgresql", "InsidePostgreSQL", "psycopg"),
    ("tantivy", "Tantivy", "tantivy"),
    ("fts5", "Fts5", None),
    ("bm25s", "Bm25s", "bm25s"),
    ("textbook", "Textbook", None),
    ("postgresql", "PostgreSQL", "psycopg"),
    ("plain_whoosh", "PlainWhoosh", "whoosh"),
)
"""The file, the class, and the package that it needs."""


def these() -> Iterator[type[Rival]]:
    """Ours first, then all whose packages are installed; a sentence says what is left out."""
    for _, name, package in EVERY:
        if package and not find_spec(package):
            print(f"{name} is not installed and is left out (pip install {package}).")
            continue
        found = this(name)
        if found.is_possible():
            yield found
        else:
            print(f"{name} is not installed on this machine and is left out.")


def this(name: str) -> type[Rival]:
    """The one whose class is called so."""
    file = next(file for file, one, _ in EVERY if one == name)
    found: type[Rival] = getattr(import_module(f"bench.rivals.{file}"), name)
    return found
