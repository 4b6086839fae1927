"""The worst files there are, through `waymark import` in a process that has little memory and little time."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("resource", reason="the bounds of a process are set otherwise on Windows")

MEMORY = 1_500_000_000
"""Bytes of address space, of which the libraries take about half before anything is read."""
SECONDS = 60
BOUNDED = (
    "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, ({0}, {0})); "
    "resource.setrlimit(resource.RLIMIT_CPU, ({1}, {1})); from web.commands import main; main(sys.argv[1:])"
)


def waymark(folder: Path, path: Path, *options: str) -> tuple[int, dict[str, Any], str]:
    """The exit status, the report when there is one, and what was said on standard error."""
    command = [sys.executable, "-c", BOUNDED.format(MEMORY, SECONDS)]
    done = subprocess.run(
        [*command, "import", str(path), "--source", "strange", "--json", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=SECONDS * 5,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert "Traceback" not in done.stderr, done.stderr[-2_000:]
    return done.returncode, json.loads(done.stdout) if done.stdout.strip() else {}, done.stderr.strip()


def endless_line(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"name\n")
        file.truncate(1_999_999_999)


def too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"name\n")
        file.truncate(2_100_000_000)


def long_cell(path: Path) -> None:
    path.write_bytes(b'name,description\nHub,"' + b"x" * 60_000_000 + b'"\nChoir,Singing\n')


def long_text(path: Path) -> None:
    path.write_bytes(b'[{"id": "1", "name": "Hub", "status": "' + b"x" * 60_000_000 + b'"}]')


def deep(path: Path) -> None:
    path.write_bytes(b'[{"id": "1", "name": "Hub", "status": "active", "a": ' + b"[" * 1_000_000)


def deep_in_one_record(path: Path) -> None:
    path.write_bytes(b'[{"id": "1", "name": "Hub", "status": "active", "a": ' + b"[" * 7_000 + b"]" * 7_000 + b"}]")


def endless_number(path: Path) -> None:
    path.write_bytes(b'[{"id": "1", "name": "Hub", "status": "active", "minimum_age": ' + b"9" * 1_000_000 + b"}]")


def numbers_in_lines(path: Path) -> None:
    line = b'{"id": "%s", "name": "Hub %s", "status": "active", "minimum_age": %s, "maximum_age": %s}\n'
    numbers = (b"1e999", b"-1e999", b"NaN", b"9" * 900, b"18")
    path.write_bytes(b"".join(line % (b"%d" % at, b"ABCDE"[at : at + 1], one, one) for at, one in enumerate(numbers)))


def many_headings(path: Path) -> None:
    path.write_text("name," + ",".join(f"c{at}" for at in range(300_000)) + "\nHub\n")


@pytest.mark.parametrize(
    ("write", "name", "sentence"),
    [
        (endless_line, "line.csv", "is neither UTF-8 nor Windows-1252 text"),
        (too_large, "large.csv", "is larger than 2 GB"),
        (long_cell, "cell.csv", "A line is longer than 25,000,000 characters"),
        (long_text, "text.json", "A text in the JSON is longer than 25,000,000 characters"),
        (deep, "deep.json", "nested too deeply"),
        (endless_number, "number.json", "a number of thousands of digits"),
        (many_headings, "wide.csv", "which is too many"),
    ],
)
def test_one_plain_sentence(tmp_path: Path, write: Callable[[Path], None], name: str, sentence: str) -> None:
    write(tmp_path / name)
    status, _, said = waymark(tmp_path, tmp_path / name, "--format", "hsds-uk" if name.endswith("json") else "csv")
    assert status == 1
    assert sentence in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("write", "name", "added"), [(deep_in_one_record, "deep.json", 0), (numbers_in_lines, "n.ndjson", 5)]
)
def test_what_can_be_read_is_read(tmp_path: Path, write: Callable[[Path], None], name: str, added: int) -> None:
    write(tmp_path / name)
    _, report, _ = waymark(tmp_path, tmp_path / name, "--format", "hsds-uk")
    assert report["added"] == added
    assert report["read"] == report["added"] + report["rejected"]
