"""The formats that can be imported: one module each, found by being here.

A module has a docstring that begins with the format's name for people, and three things:

    FORMAT = "csv"                                        its name for --format
    def recognises(origin: Origin) -> float               0 (no) to 1 (surely)
    def read(origin: Origin, mapping: Mapping | None) -> Iterator[Incoming | Rejected]

`read` yields every record or rejects it with a reason, and raises SourceFailed where it cannot go on, after
yielding what was good. It knows the oddities of its source and nothing of our database.
"""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol

from directory.errors import Invalid
from importers.incoming import Incoming, Rejected, SourceFailed
from importers.mapping import Mapping
from importers.origin import Origin


class Source(Protocol):
    """What each module here is."""

    FORMAT: str

    def recognises(self, origin: Origin) -> float:
        """How likely the origin is of this format, 0 to 1."""

    def read(self, origin: Origin, mapping: Mapping | None) -> Iterator[Incoming | Rejected]:
        """Its records."""


@cache
def list_formats() -> dict[str, Source]:
    """Every format by its name."""
    modules = (import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return {module.FORMAT: module for module in modules}


def get_format(name: str) -> Source:
    """The format of this name; Invalid when there is none."""
    formats = list_formats()
    if name not in formats:
        raise Invalid(f"There is no format called “{name}”. There are: {', '.join(formats)}.", field="format")
    return formats[name]


def guess_format(origin: Origin) -> str:
    """The likeliest format. SourceFailed when it looks like none."""
    likely = {name: source.recognises(origin) for name, source in list_formats().items()}
    best = max(likely, key=likely.__getitem__)
    if not likely[best]:
        raise SourceFailed(f"{origin.name} is in no format that we know. There are: {', '.join(likely)}.")
    return best
