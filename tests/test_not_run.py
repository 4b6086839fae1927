"""On a machine without Chromium or PostgreSQL nobody believes that their tests passed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NO_BROWSER = "Chromium is not installed on this machine"
NO_DATABASE = "PostgreSQL is not installed on this machine"
JOURNEY = """
import pytest

@pytest.mark.browser
def test_maureen_finds_a_choir(): assert False, "it ran"

@pytest.mark.postgresql
def test_the_choir_is_kept(): assert False, "it ran"

def test_the_town_is_there(): pass
"""


@pytest.fixture
def run_tests(tmp_path: Path):
    """Runs the journey above where neither can be found; `ci` is the variable CI."""
    (tmp_path / "test_journey.py").write_text(JOURNEY)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n    browser\n    postgresql\n")

    def run(ci: str) -> subprocess.CompletedProcess[str]:
        missing = {"WAYMARK_CHROMIUM": "/nowhere/chromium", "WAYMARK_POSTGRES_BIN": "/nowhere"}
        environment = {**os.environ, **missing, "CI": ci, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "pytest", "-p", "tests.not_run", "test_journey.py"]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)

    return run


def test_what_was_not_run_is_listed_with_its_reason(run_tests):
    done = run_tests(ci="")
    assert done.returncode == 0
    assert "NOT RUN: 2 tests" in done.stdout
    assert f"{NO_BROWSER}:\n  test_journey.py::test_maureen_finds_a_choir" in done.stdout
    assert f"{NO_DATABASE}:\n  test_journey.py::test_the_choir_is_kept" in done.stdout
    assert "1 passed, 2 skipped" in done.stdout


def test_with_ci_what_was_not_run_is_a_failure(run_tests):
    done = run_tests(ci="true")
    assert done.returncode == 1
    assert "1 passed, 2 errors" in done.stdout
    assert f"{NO_BROWSER}, and CI=true wants every test run" in done.stdout
