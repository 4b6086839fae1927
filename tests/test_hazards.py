"""The log of hazards names, for each, a test that holds it; here each of those is looked for."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
HAZARDS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs/safety/hazards.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \d+ \|", line)
]


def defined_in(file: str) -> set[str]:
    """The functions in a file of ours, by name; none where there is no such file."""
    path = ROOT / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    return {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}


def test_hazards_are_numbered_from_one() -> None:
    assert [int(hazard[0]) for hazard in HAZARDS] == list(range(1, len(HAZARDS) + 1))
    assert len(HAZARDS) >= 18


@pytest.mark.parametrize("hazard", HAZARDS, ids=[hazard[1] for hazard in HAZARDS])
def test_each_hazard_is_held_by_tests_that_exist(hazard: list[str]) -> None:
    named = NAMED.findall(hazard[3])
    assert named, "no test holds it"
    assert [f"{file}::{test}" for file, test in named if test not in defined_in(file)] == []
