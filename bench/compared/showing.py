"""What was measured, as tables and sentences."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table

ALIKE, WHOLE, PAGE = 0.95, 0.5, 2.0
"""Targets: the part of the ten best that both have, p95 as a part of FTS5's, and as so many times an empty page's."""

Measured = Mapping[str, Any]
FILLING = {
    "s": "seconds",
    "CPU s": "cpu_seconds",
    "a change, ms": "change_ms",
    "on disk, MB": "disk_mb",
    "first answer of a new process, ms": "first_answer_ms",
    "before, MB": "before_mb",
    "its own, MB": "own_mb",
    "in files, MB": "shared_mb",
    "eight, MB": "eight_mb",
}
ASKING = {
    "mean ms": "mean_ms",
    "p95 ms": "p95_ms",
    "CPU mean": "cpu_mean_ms",
    "CPU p95": "cpu_p95_ms",
    "× ours, mean": "times_ours_mean",
    "× ours, p95": "times_ours_p95",
}


def show_engines(found: Measured, size: int) -> None:
    """Three tables: asking, asking by kind, filling."""
    asking: Mapping[str, Measured] = found["asking"]
    _print(f"Terms in, ten ids and all counts out: {size:,} assets", asking, ASKING, ("less", "questions"))
    kinds = {kind: kind for kind in next(iter(asking.values()))["mean_ms_by_kind"]}
    _print("… mean ms by kind of question", {name: one["mean_ms_by_kind"] for name, one in asking.items()}, kinds)
    _print(f"{size:,} documents made searchable", found["filling"], FILLING)
    if alike := found["overlap"]:
        _judge("Of our ten best the formula worked out for every asset has", alike["formula"], ">", ALIKE)
        print(f"BM25F alone, without rewards for more words and for neighbours, has {alike['bare_bm25f']:.3f}")


def show_searches(found: Measured, size: int) -> None:
    """Ours beside FTS5."""
    _print(f"A person's words in, ten assets ready to show out: {size:,} assets", found, ASKING, ("questions",))
    _judge("Our p95 as a part of FTS5's is", 1 / found["SQLite FTS5"]["times_ours_p95"], "<", WHOLE)


def show_pages(found: Measured, size: int) -> None:
    """The page of results beside an empty one."""
    _print(f"A page of results: {size:,} assets", found, ASKING, ("questions",))
    _judge("The p95 of a page, as so many empty ones, is", 1 / found["An empty page"]["times_ours_p95"], "<", PAGE)


def _print(title: str, rows: Mapping[str, Measured], columns: Mapping[str, str], more: tuple[str, ...] = ()) -> None:
    table = Table("", title=title)
    for column in (*columns, *more):
        table.add_column(column, justify="left" if column == "less" else "right")
    for name, values in rows.items():
        table.add_row(
            name, *(_number(values.get(key)) for key in columns.values()), *(str(values[key]) for key in more)
        )
    Console(width=170).print(table)


def _number(value: float | None) -> str:
    """Three figures that count."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _judge(what: str, value: float, sign: str, target: float) -> None:
    met = value > target if sign == ">" else value < target
    print(f"{what} {value:.3f}: {'as it should be' if met else 'NOT as it should be'}, {sign} {target}")
