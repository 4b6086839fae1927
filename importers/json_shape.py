"""JSON from outside: what it looks like, its records one at a time, and the spellings of its keys as one."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, BinaryIO

import ijson

from importers.incoming import SourceFailed

LISTS = ("contents", "content", "services", "items", "results", "data")
"""Where the records of a page are kept: HSDS 3, Open Referral UK 1, and what others call it."""
EVENTS_LOOKED_AT = 20_000
_NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")
"""What JSON can write and no database keeps: NUL, and halves of characters."""
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True)
class Shape:
    """The keys at the top, the key that holds the records ("" when they are the document itself), a record's keys."""

    keys: frozenset[str] = field(default_factory=frozenset)
    records_at: str | None = None
    record_keys: frozenset[str] = field(default_factory=frozenset)
    is_lines: bool = False
    """Whether it is a document a line, one record each."""


class Damaged:
    """A line that is no JSON, among others that are."""


MARK = b"\xef\xbb\xbf"
LONGEST_LINE = 25_000_000
DEEPEST = 8_000
"""Brackets that may be open at once, those in words too."""
MOST_LEVELS = 100
"""Of one record; the deepest that we know has about fifteen."""
TOO_DEEP = "This record is nested too deeply to be read"
DIGITS = 2_000
"""Half as many as Python reads at once, nearly."""


def snake(key: str) -> str:
    """`serviceAtLocations`, `Service_At_Locations` and `service-at-locations` are one."""
    return _HUMP.sub("_", key).lower().replace("-", "_").replace(" ", "_")


def tidy(value: Any, key: str = "") -> Any:
    """Keys as `snake` writes them; what stands for "we do not know" ("", null, -1) is left out."""
    if isinstance(value, dict):
        pairs = ((snake(str(name)), item) for name, item in value.items())
        tidied = {name: tidy(item, name) for name, item in pairs}
        return {name: item for name, item in tidied.items() if item is not None}
    if isinstance(value, list):
        return [item for item in (tidy(item) for item in value) if item is not None]
    if isinstance(value, str):
        return _NO_CHARACTER.sub("", value).strip() or None
    # One degree west is a real place; nothing else that we read can be below zero.
    return None if value in (-1, "-1") and key not in ("longitude", "latitude", "coordinates") else value


def is_deep(value: Any) -> bool:
    """Whether a record has more levels than anybody needs: what goes through it level by level would break off."""
    level = [value]
    for _ in range(MOST_LEVELS):
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True


def shape_of(file: BinaryIO) -> Shape:
    """The shape of a document as far as its first record; of damaged JSON what could be seen."""
    top: set[str] = set()
    inner: dict[str, set[str]] = {}
    at: str | None = None
    is_whole = False
    try:
        events = ijson.parse(level(file), multiple_values=True)
        for prefix, event, value in islice(events, EVENTS_LOOKED_AT):
            if is_whole:
                return Shape(frozenset(top), None, frozenset(top), is_lines=at is None)
            is_whole = prefix == "" and event in ("end_map", "end_array")
            if event == "start_array" and prefix == "":
                at = ""
            elif event == "map_key":
                (top if prefix == "" else inner.setdefault(prefix, set())).add(snake(value))
            elif event == "end_map" and (prefix == "item" or _holds_records(prefix)):
                break
    except (ijson.JSONError, UnicodeDecodeError, SourceFailed):
        pass
    if at is None:
        at = next((prefix.removesuffix(".item") for prefix in inner if _holds_records(prefix)), None)
    if at is None:
        return Shape(frozenset(top), None, frozenset(top))
    return Shape(frozenset(top), at, frozenset(inner.get(f"{at}.item" if at else "item", set())))


def _holds_records(prefix: str) -> bool:
    name, _, last = prefix.partition(".")
    return last == "item" and snake(name) in LISTS


def each_record(file: BinaryIO, shape: Shape) -> Iterator[Any]:
    """The records one at a time. SourceFailed where the file breaks off; what came before stands.

    Of lines, those that are damaged are `Damaged` and the others stand.
    """
    if shape.is_lines:
        yield from _each_line(file)
        return
    path = "" if shape.records_at is None else f"{shape.records_at}.item" if shape.records_at else "item"
    try:
        yield from ijson.items(level(file), path, use_float=True)
    except (ijson.JSONError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise SourceFailed("The JSON is damaged, or the file was cut short. What came before was read.") from error


def top_of(file: BinaryIO, without: str) -> dict[str, Any]:
    """The members of a document but for the one that holds its records; empty when it is damaged."""
    builder = ijson.ObjectBuilder()
    held: str | None = None
    try:
        for prefix, event, value in ijson.parse(level(file), use_float=True):
            if prefix == "" and event == "map_key":
                held = value if snake(value) == without else None
            if held is None or not (prefix == held or prefix.startswith(f"{held}.")):
                builder.event(event, value)
    except (ijson.JSONError, UnicodeDecodeError, ValueError):
        return {}
    top = {snake(key): value for key, value in builder.value.items()} if isinstance(builder.value, dict) else {}
    top.pop(without, None)
    return top


def _each_line(file: BinaryIO) -> Iterator[Any]:
    level(file)
    while line := file.readline(LONGEST_LINE):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                yield Damaged()


class _Level:
    """A file that stops where its JSON goes deeper than anybody writes: each level costs as much as all above it.

    And at a number with more digits than Python reads: ijson's parser in C ends the whole process over one. And at a
    text without end, which would be held whole.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._open = 0
        self._end = b""
        self._unquoted = 0

    def read(self, size: int = -1) -> bytes:
        chunk = self._file.read(size)
        # Brackets in words are counted too; there they are mostly closed, and never so many are not.
        self._open += chunk.count(b"[") + chunk.count(b"{") - chunk.count(b"]") - chunk.count(b"}")
        if self._open > DEEPEST:
            raise SourceFailed("The JSON is nested too deeply to be read. What came before was read.")
        if self._holds_endless_number(chunk):
            raise SourceFailed("The JSON holds a number of thousands of digits. What came before was read.")
        self._unquoted = len(chunk) - 1 - at if (at := chunk.rfind(b'"')) >= 0 else self._unquoted + len(chunk)
        if self._unquoted > LONGEST_LINE:
            raise SourceFailed(f"A text in the JSON is longer than {LONGEST_LINE:,} characters.")
        return chunk

    def _holds_endless_number(self, chunk: bytes) -> bool:
        """So many digits, wherever they begin, fill one of the stretches into which the file is cut."""
        text = self._end + chunk
        self._end = text[-2 * DIGITS :]
        return any(text[at : at + DIGITS].isdigit() for at in range(0, len(text) - DIGITS + 1, DIGITS))


def level(file: BinaryIO) -> Any:
    """The file for a reader of JSON: after the mark with which Windows begins its text, and never too deep."""
    if file.read(len(MARK)) != MARK:
        file.seek(0)
    return _Level(file)
