"""The events of an iCalendar file, one block of lines at a time, without what differs from one fetching to the next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from importers.incoming import SourceFailed

LONGEST = 200_000
"""Characters of one event; more is a picture in base64, or an attack."""
LEFT_OUT = frozenset(
    "DTSTAMP CREATED LAST-MODIFIED SEQUENCE ATTENDEE ATTACH TRANSP ACKNOWLEDGED COMMENT CONTACT".split()
)
"""When it was fetched, who was invited, and what hangs on it: not ours to keep."""
SHORTENED = 300


@dataclass
class Block:
    """One event: its lines, unfolded and each ending in a line break, by which record of the file it is."""

    row: int
    lines: list[str] = field(default_factory=list)
    size: int = 0

    @property
    def is_too_long(self) -> bool:
        return self.size > LONGEST

    @property
    def text(self) -> str:
        return "".join(self.lines)

    def value(self, name: str) -> str:
        """What is written behind the name of a property; "" where it is not there."""
        return next((line.partition(":")[2].strip() for line in self.lines if name_of(line) == name), "")

    @property
    def cells(self) -> dict[str, str]:
        """Its plain values, to be shown beside the reason for which it was refused."""
        shown = ("UID", "SUMMARY", "DTSTART", "LOCATION", "STATUS")
        return {name: self.value(name)[:SHORTENED] for name in shown if self.value(name)}


def each_event(lines: Iterable[str]) -> Iterator[Block]:
    """Every VEVENT. SourceFailed where the file ends within the calendar; what came before stands."""
    block: Block | None = None
    row = deep = 0
    closed = False
    for line in _unfolded(lines):
        name, value = name_of(line), line.partition(":")[2].strip().upper()
        closed = name == "END" and value == "VCALENDAR"
        if block is None:
            if name == "BEGIN" and value == "VEVENT":
                row += 1
                block = Block(row, ["BEGIN:VEVENT\r\n"])
            continue
        if name == "END" and value == "VEVENT":
            block.lines.append("END:VEVENT\r\n")
            yield block
            block, deep = None, 0
        elif name in ("BEGIN", "END"):
            # An alarm within the event.
            deep += 1 if name == "BEGIN" else -1
        elif not deep and name not in LEFT_OUT:
            _add(block, line)
    if not closed:
        raise SourceFailed("The calendar ends before its end: was it cut short? What came before was read.")


def name_of(line: str) -> str:
    """The name of the property on a line."""
    return line.partition(":")[0].partition(";")[0].strip().upper()


def _add(block: Block, line: str) -> None:
    block.size += len(line)
    if not block.is_too_long:
        block.lines.append(f"{line}\r\n")


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """Lines that were folded, whole again; of a longer one than an event may be, its beginning."""
    whole: list[str] = []
    size = 0
    for line in lines:
        bare = line.rstrip("\r\n")
        if not bare.startswith((" ", "\t")):
            if whole:
                yield "".join(whole)
            whole, size = [], 0
        part = (bare[1:] if whole else bare)[: 2 * LONGEST - size]
        size += len(part)
        whole.append(part)
    if whole:
        yield "".join(whole)
