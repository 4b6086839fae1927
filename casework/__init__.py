"""People and plans: members, what matters to them, their consent and their prescriptions."""

from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations" / "versions"
"""The branch of migrations that brings this package's tables."""
