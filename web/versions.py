"""The version of what a form changes: sent along, so that nobody overwrites what somebody else has written since."""

LONGEST = 9
"""Digits. What is longer was not written by a page of ours."""


def read_version(text: str | None) -> int | None:
    """The version that a form was opened with; None when it says none that there can be."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= LONGEST else None
