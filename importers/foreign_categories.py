"""What the categories of other people's vocabularies mean in ours (`category_names/*.toml`, one file a vocabulary)."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

SILENT = "-"
"""Stands among the needs of a category that is no service, whatever it is called: a pub called "The Library"."""

_SIGNS = re.compile(r"[^a-z0-9]+")
_TAG = re.compile(r"(?:amenity|shop|office|leisure|tourism|healthcare|landuse|man_made|highway|building)=\w+")

Needs = dict[str, bool]
"""By need, whether the category says it by itself."""


def needs_of_category(name: str) -> Needs | None:
    """The needs a category of a known vocabulary serves: none where it says none, and None where nobody knows it.

    `SILENT` is among them where the name of the place says nothing either.
    """
    found = known_categories().get(_plain(name))
    return {SILENT: True} if found is None and _TAG.fullmatch(name) else found


@lru_cache(maxsize=8_000)
def _plain(name: str) -> str:
    """A name as it is compared: "Amenity: library" is "amenity=library"."""
    return _SIGNS.sub(" ", name.lower().replace("&", " and ")).strip()


@cache
def known_categories() -> dict[str, Needs]:
    """All categories of known vocabularies, by their names as they are compared."""
    found: dict[str, Needs] = {}
    for file in sorted(files("importers").joinpath("category_names").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for name, needs in _written(file).items():
                found.setdefault(_plain(name), {}).update(needs)
    return found


def _written(file: Traversable) -> dict[str, Needs]:
    written = tomllib.loads(file.read_text("utf-8"))["needs"]
    return {
        name: {code.rstrip("?"): not code.endswith("?") for code in codes.split()} for name, codes in written.items()
    }
