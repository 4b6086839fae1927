"""Between a part of a listing and the values of a form, and back, without losing what a form cannot say.

A fact says how a part is shown in one field and what a changed field writes. What nobody touched is not written:
so a listing that comes back from an unchanged form is the same listing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar
from unicodedata import category

from directory.listing import Part

SomePart = TypeVar("SomePart", bound=Part)
Row = Mapping[str, Any]


class Fact(NamedTuple):
    """`show` gives a field's value; `write` the members of the part that a new value changes."""

    show: Callable[[Any], Any]
    write: Callable[[Any, Any], Mapping[str, Any]]


Facts = Mapping[str, Fact]


def shown(facts: Facts, part: Part) -> dict[str, Any]:
    """The values with which a form opens."""
    return {name: fact.show(part) for name, fact in facts.items()}


def applied(facts: Facts, part: SomePart, values: Row) -> SomePart:
    """The part with what was changed in the form; fields that the form has not stay as they are."""
    updates: dict[str, Any] = {}
    for name, fact in facts.items():
        if name in values and not same(values[name], fact.show(part)):
            updates |= fact.write(part, values[name])
    return type(part).model_validate({**dict(part), **updates}) if updates else part


def applied_to_rows(
    facts: Facts, new: SomePart, parts: Sequence[SomePart], rows: Iterable[Row], gone: Callable[[Row, bool], bool]
) -> tuple[SomePart, ...]:
    """A list of parts with its rows changed and added to. `gone(row, is_new)` tells which is to be left out."""
    kept: list[SomePart] = []
    for position, row in enumerate(rows):
        is_new = position >= len(parts)
        part = new if is_new else parts[position]
        if not is_new and same(row, shown(facts, part)):
            kept.append(part)
        elif not gone(row, is_new):
            kept.append(applied(facts, part, row))
    return tuple(kept)


def tidy(text: str | None) -> str | None:
    """One kind of line end and of blank, no signs that nobody can see, nothing around it."""
    if text is None:
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    seen = (" " if sign.isspace() and sign != "\n" else sign for sign in lines)
    return "".join(sign for sign in seen if sign == "\n" or category(sign) not in ("Cc", "Cs")).strip()


def same(one: Any, other: Any) -> bool:
    """Whether two values of a field say the same: blanks, line ends and the order of ticks say nothing."""
    return bool(_plain(one) == _plain(other))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join((tidy(value) or "").split()) or None
    if isinstance(value, Mapping):
        # A box that is not ticked says as little as an empty field: a blank row is no row.
        said = {name: _plain(inner) for name, inner in value.items()}
        return {name: inner for name, inner in said.items() if inner} or None
    if isinstance(value, list | tuple):
        plain = [inner for inner in map(_plain, value) if inner is not None]
        return (plain if any(isinstance(inner, dict) for inner in plain) else sorted(set(plain))) or None
    return value
