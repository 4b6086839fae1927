"""Words as forms and databases want them."""

from pydantic import BeforeValidator


def tidy(text: str | None) -> str:
    """What was typed, with one kind of line end and without what PostgreSQL cannot keep (NUL)."""
    return "\n".join((text or "").replace("\x00", "").splitlines()).strip()


Tidy = BeforeValidator(lambda value: tidy(value) or None if isinstance(value, str) else value)
"""For fields of what was typed: tidied, and nothing (None) where only space is left."""
