"""Which column of ours each heading of a spreadsheet means, by its name and by what its cells look like.

A guess is offered for approval; a wrong one costs more than none, so what is doubtful is left open.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from importers.cells import says_nothing
from importers.columns import BY_MAPPING, OURS, known_names, near_names, plain
from importers.incoming import SourceFailed
from importers.looks import LOOKS, OF_ITSELF, share
from importers.mapping import Mapping as ColumnMapping
from importers.mapping import mapping_for
from importers.origin import Origin
from importers.sheets import beginning_of_sheets
from importers.tables import LOOKED_AT, MOST_COLUMNS, csv_rows, distinct
from importers.text_encoding import open_text, read_lines

ENOUGH = 0.6
"""Below this there is no guess."""
NEARLY = 0.6
"""How sure a column is by a name that is not quite one of those we know."""
CONTRADICTED = 0.3
"""When fewer cells than this look as they should, the heading means something else."""
ALMOST = 0.99
"""Nothing is surer than this but what a mapping says that somebody wrote."""
ROWS = 50
SHOWN = 3


@dataclass(frozen=True)
class Guess:
    """One heading, the column of ours that it means (None: nobody knows), how sure that is, and some of its cells."""

    heading: str
    column: str | None
    confidence: float
    examples: tuple[str, ...] = ()


def guess_mapping(origin: Origin) -> list[Guess]:
    """A guess for each heading of a CSV, XLSX or ODS file, in order. SourceFailed when it cannot be read."""
    headings, rows = _table(origin)
    cells = {
        heading: [row[place] for row in rows if place < len(row) and not says_nothing(row[place])]
        for place, heading in enumerate(headings)
    }
    likely = sorted(_candidates(cells), reverse=True)
    chosen: dict[str, tuple[str, float]] = {}
    for confidence, _, column, heading in likely:
        # Only a mapping that somebody wrote knows which columns go together.
        if heading not in chosen and (confidence > ALMOST or column not in {taken for taken, _ in chosen.values()}):
            chosen[heading] = (column, confidence)
    _name_the_nameless(chosen)
    return [_guess(heading, chosen.get(heading), cells[heading]) for heading in headings]


def mapping_of(guesses: Sequence[Guess], name: str = "guessed") -> ColumnMapping:
    """The mapping that the guesses make. A heading without a guess leads nowhere: its cells are kept as they came."""
    columns = {plain(guess.heading): guess.column or "" for guess in guesses}
    return ColumnMapping(name=name, columns=columns, values=mapping_for(guess.heading for guess in guesses).values)


def _guess(heading: str, chosen: tuple[str, float] | None, cells: Sequence[str]) -> Guess:
    examples = tuple(dict.fromkeys(cell.strip()[:100] for cell in cells))[:SHOWN]
    column, confidence = chosen or (None, 0.0)
    return Guess(heading, column, round(confidence, 2), examples)


def _candidates(cells: Mapping[str, list[str]]) -> Iterator[tuple[float, int, str, str]]:
    """(how sure, earlier columns first, our column, their heading) of every pair that is sure enough."""
    ours = mapping_for(cells).columns
    for place, (heading, said) in enumerate(cells.items()):
        if plain(heading) in ours:
            yield 1.0, -place, ours[plain(heading)], heading
            continue
        named = _by_name(heading)
        for column in {*named, *OF_ITSELF}:
            looks = share(column, said, is_named=column in named)
            confidence = _confidence(column, named.get(column, 0.0), looks, len(said))
            if confidence >= ENOUGH:
                yield min(confidence, ALMOST), -place, column, heading


def _by_name(heading: str) -> dict[str, float]:
    known = known_names(heading)
    return known or {column: NEARLY + 0.3 * nearness for column, nearness in near_names(heading).items()}


def _confidence(column: str, named: float, looks: float | None, cells: int) -> float:
    """By name and cells together: each can speak for it, and cells that look otherwise speak against it."""
    if looks is None or cells < 2:
        return named if named >= NEARLY + 0.2 or column not in LOOKS else named * 0.8
    if looks < CONTRADICTED:
        return 0.0
    if named:
        return min(1.0, named * (0.7 + 0.3 * looks) + (0.1 if column in OF_ITSELF and looks > 0.8 else 0.0))
    return OF_ITSELF.get(column, 0.0) * looks if looks >= 0.8 and cells > 2 else 0.0


def _name_the_nameless(chosen: dict[str, tuple[str, float]]) -> None:
    """Where nothing has a name but its organisation, the organisation is what the list is of."""
    if any(column == "name" for column, _ in chosen.values()):
        return
    heading = next((heading for heading, (column, _) in chosen.items() if column == "organisation"), None)
    if heading is not None:
        chosen[heading] = ("name", ENOUGH)


def _table(origin: Origin) -> tuple[list[str], list[Sequence[str]]]:
    """The headings and the first rows under them, of the table or sheet that has the most headings that we know."""
    tables = beginning_of_sheets(origin, ROWS + LOOKED_AT) if origin.is_spreadsheet else [_beginning(origin)]
    best = max(((*_headings_at(rows), rows) for rows in tables if rows), key=lambda found: found[0], default=None)
    if best is None or best[0] == (0, 0):
        raise SourceFailed(f"There is no row of headings in {origin.name}.")
    _, at, rows = best
    return distinct(rows[at]), [*rows[at + 1 : at + 1 + ROWS]]


def _beginning(origin: Origin) -> list[Sequence[str]]:
    with origin.open() as file, open_text(file) as text:
        return [cells for _, cells in islice(csv_rows(read_lines(text)), ROWS + LOOKED_AT)]


def _headings_at(rows: Sequence[Sequence[str]]) -> tuple[tuple[int, int], int]:
    """((headings that we know, headings), the row in which they stand): the first that has the most."""
    scores = [
        (sum(1 for cell in row[:MOST_COLUMNS] if _by_name(cell)), sum(1 for cell in row if cell.strip()))
        for row in rows[:LOOKED_AT]
    ]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at), default=0)
    return (scores[best] if scores else (0, 0)), best


COLUMNS = (*OURS, *BY_MAPPING)
"""What a heading can be made to mean, in the order in which a page offers it."""
