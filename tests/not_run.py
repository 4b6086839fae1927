"""A pytest plugin: what cannot run without Chromium or PostgreSQL is listed loudly; with CI=true it fails."""

import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.servers import find_chromium, find_postgres_programs

NEEDS: dict[str, tuple[str, Callable[[], Path | None]]] = {
    "browser": ("Chromium", find_chromium),
    "postgresql": ("PostgreSQL", find_postgres_programs),
}
"""What a marked test needs: the marker, the name of the thing, and what finds it."""


def require(marker: str) -> None:
    """Goes on when what tests of `marker` need is here; else the test is skipped, or fails when CI=true."""
    name, find = NEEDS[marker]
    if find() is not None:
        return
    reason = f"{name} is not installed on this machine"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}, and CI=true wants every test run", pytrace=False)
    pytest.skip(reason)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in NEEDS:
        if item.get_closest_marker(marker):
            require(marker)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    missed = defaultdict(list)
    for report in terminalreporter.stats.get("skipped", []):
        missed[_reason(report)].append(report.nodeid)
    if not missed:
        return
    count = sum(map(len, missed.values()))
    terminalreporter.section(f"NOT RUN: {count} tests", sep="!", red=True, bold=True)
    for reason, tests in sorted(missed.items()):
        terminalreporter.line(f"{reason}:", red=True, bold=True)
        for test in sorted(tests):
            terminalreporter.line(f"  {test}", red=True)


def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Of a skipped report: its third part, which pytest begins with "Skipped: "."""
    words = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return words.removeprefix("Skipped: ")
