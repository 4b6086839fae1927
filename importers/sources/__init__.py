"""The formats that can be imported: one module each, found by being here.

A module has a docstring that begins with the format's name for people, and:

    FORMAT = "csv"                                        its name for --format
    def recognises(origin: Origin) -> float               0 (no) to 1 (surely)
    def find(origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]
    def understand(found: Found) -> Incoming | Gone

`find` yields every record as it was written or rejects it with a reason, cheaply, and raises SourceFailed where it
cannot go on, after yielding what was good. `understand` says what one record means, or raises RowRefused; it looks at
nothing but the record, so that many can be understood at once, in several processes. A module knows the oddities of
its source and nothing of our database. Where they differ from `Defaults` it may also have:

    LICENCE = "Open Government Licence v3.0"              of what is published in this form
    PRECEDENCE = 40                                       whose word counts when sources disagree: the higher
    INCREMENTAL = True                                    a reading brings changes alone: what is not in it is not gone
"""

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol

from directory.errors import Invalid
from importers.incoming import Found, Gone, Incoming, Rejected, SourceFailed
from importers.mapping import Mapping
from importers.origin import Origin


class Source(Protocol):
    """What each module here is."""

    FORMAT: str

    def recognises(self, origin: Origin) -> float:
        """How likely the origin is of this format, 0 to 1."""

    def find(self, origin: Origin, mapping: Mapping | None) -> Iterator[Found | Rejected]:
        """Its records, as they were written."""

    def understand(self, found: Found) -> Incoming | Gone:
        """What one of them says. RowRefused when it cannot be a record."""


@dataclass(frozen=True)
class Defaults:
    """What a source is when its module says nothing else."""

    licence: str | None = None
    precedence: int = 60
    incremental: bool = False


def defaults_of(source: Source) -> Defaults:
    """What the module says of itself."""
    return Defaults(
        getattr(source, "LICENCE", None),
        getattr(source, "PRECEDENCE", Defaults.precedence),
        getattr(source, "INCREMENTAL", False),
    )


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
