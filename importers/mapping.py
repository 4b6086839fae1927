"""From other people's headings to ours: a TOML file, one that comes with us, or a guess by the headings' names.

    name = "Hounslow Connect services"       # for people
    headings = ["criteria_age_group", …]     # ours only: the file is recognised when all of these are there

    [columns]                                # their heading = our column; "" leaves a column as it is
    "Name of group" = "name"
    "When we meet" = "days_times"

    [values.online]                          # our column: their word = ours
    "Zoom" = "yes"
    [only]                                   # registers alone: what of a whole country to read
    area = ["Liverpool", "Sefton"]

Several headings may lead to one column: their cells are joined. Headings that the file does not mention are
guessed by their names.
"""

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from importers.columns import BY_MAPPING, OURS, guess_columns, plain
from importers.incoming import SourceFailed

_JOINED_BY = {
    "categories": "; ",
    "languages": "; ",
    "accessibility": "; ",
    "address": ", ",
    "days": ", ",
    "times": ", ",
}
ONLY = ("area", "postcode")
"""By what a register can be cut: the names of areas, or how postcodes begin."""


@dataclass(frozen=True)
class Mapping:
    """`columns` from their headings (as `plain` reads them) to ours; `values` from their words to ours by column."""

    name: str = "guessed by headings"
    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    only: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def columns_of(self, headings: Sequence[str]) -> dict[str, str]:
        """From each of these headings to our column, where there is one; ours by their own names and by guess last."""
        ours = {heading: self.columns[plain(heading)] for heading in headings if plain(heading) in self.columns}
        taken = set(ours.values())
        guessed = guess_columns(heading for heading in headings if heading not in ours)
        ours |= {heading: column for heading, column in guessed.items() if column not in taken}
        return {heading: column for heading, column in ours.items() if column}

    def ours(self, cells: dict[str, str], by_heading: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """(cells by our columns, cells of which we know no column); `by_heading` is what `columns_of` gave."""
        columns: dict[str, str] = {}
        for heading, column in by_heading.items():
            if not cells.get(heading):
                continue
            cell = self.values.get(column, {}).get(cells[heading].strip().lower(), cells[heading])
            columns[column] = _JOINED_BY.get(column, "\n").join(filter(None, (columns.get(column), cell)))
        return columns, {heading: cell for heading, cell in cells.items() if cell and heading not in by_heading}


def read_mapping(path: Path) -> Mapping:
    """The mapping of a file. SourceFailed names what is wrong with it."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SourceFailed(f"The mapping {path} cannot be opened: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceFailed(f"The mapping {path.name} is not TOML: {error}.") from error
    return _mapping(written, path.name)


def _mapping(written: dict[str, Any], name: str) -> Mapping:
    columns, values = written.get("columns", {}), written.get("values", {})
    if not isinstance(columns, dict) or not all(isinstance(column, str) for column in columns.values()):
        raise SourceFailed(f'In the mapping {name}, [columns] holds lines such as "Their heading" = "our column".')
    known = {*OURS, *BY_MAPPING, ""}
    wrong = next((column for column in columns.values() if column not in known), None)
    if wrong is not None:
        raise SourceFailed(
            f"The mapping {name} leads to “{wrong}”, which is not a column. There are: {', '.join(sorted(known - {''}))}."
        )
    if not isinstance(values, dict) or not all(isinstance(words, dict) for words in values.values()):
        raise SourceFailed(f'In the mapping {name}, [values.online] holds lines such as "Zoom" = "yes".')
    only = written.get("only", {})
    if not isinstance(only, dict) or not all(_is_list_of_words(words) for words in only.values()):
        raise SourceFailed(f'In the mapping {name}, [only] holds lines such as area = ["Liverpool", "Sefton"].')
    if unknown := next((what for what in only if what not in ONLY), None):
        raise SourceFailed(f"The mapping {name} reads only by {', '.join(ONLY)}, not by “{unknown}”.")
    return Mapping(
        name=str(written.get("name", name)),
        columns={plain(theirs): ours for theirs, ours in columns.items()},
        values={column: {str(k).lower(): str(v) for k, v in words.items()} for column, words in values.items()},
        headings=tuple(written.get("headings", ())),
        only={what: tuple(words) for what, words in only.items()},
    )


def _is_list_of_words(words: Any) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) for word in words)


def write_mapping(mapping: Mapping) -> str:
    """The mapping as a TOML file, which `read_mapping` reads as the same."""
    lines = [f"name = {_quoted(mapping.name)}"]
    if mapping.headings:
        lines.append(f"headings = {_listed(mapping.headings)}")
    lines += ["", "[columns]", *(f"{_quoted(theirs)} = {_quoted(ours)}" for theirs, ours in mapping.columns.items())]
    for column, words in mapping.values.items():
        lines += ["", f"[values.{column}]", *(f"{_quoted(theirs)} = {_quoted(ours)}" for theirs, ours in words.items())]
    if mapping.only:
        lines += ["", "[only]", *(f"{what} = {_listed(names)}" for what, names in mapping.only.items())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string of TOML, which JSON's strings are, but for one character that it wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _listed(words: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, words))}]"


@cache
def our_mappings() -> tuple[Mapping, ...]:
    """The mappings that come with us, for spreadsheets that many people have."""
    found = sorted(files("importers").joinpath("mappings").iterdir(), key=lambda file: file.name)
    return tuple(
        _mapping(tomllib.loads(file.read_text("utf-8")), file.name) for file in found if file.name.endswith(".toml")
    )


def mapping_for(headings: Iterable[str]) -> Mapping:
    """The one of ours that recognises these headings, else the guess."""
    have = set(headings)
    return next((known for known in our_mappings() if have.issuperset(known.headings)), Mapping())
