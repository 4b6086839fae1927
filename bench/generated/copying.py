"""How a copy differs: the name another way, a slip of the finger, parts left out, the telephone written otherwise."""

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bench.generated.records import Generated

SHORT = {"Community": "Comm.", "Centre": "Ctr", " and ": " & ", "Saint ": "St ", "Group": "Grp", "Association": "Assoc"}


def spoiled(made: "Generated", chance: Random) -> dict[str, Any]:
    """The fields of the record that the copy has otherwise: the name always, others by chance."""
    changes: dict[str, Any] = {"name": _renamed(made, chance)}
    if chance.random() < 0.5:
        changes["description"] = made.description.split(". ")[0].rstrip(".") + "."
    if made.phone and chance.random() < 0.6:
        changes["phone"] = chance.choice((None, made.phone.replace(" ", ""), f"+44 (0){made.phone[1:]}"))
    if made.place and chance.random() < 0.5:
        street = made.place.street.replace(" Road", " Rd").replace(" Street", " St").replace(" Avenue", " Ave")
        changes["place"] = replace(made.place, street=chance.choice((street, street.split(", ")[-1], street.upper())))
    if chance.random() < 0.3:
        changes["runner"] = replace(made.runner, name=_slip(made.runner.name, chance))
    if chance.random() < 0.4:
        changes["email"] = None
    if chance.random() < 0.3:
        changes["access"] = ()
    return changes


def _renamed(made: "Generated", chance: Random) -> str:
    name, kind = made.name, chance.random()
    if kind < 0.3:
        return _slip(name, chance)
    if kind < 0.5:
        return f"{name} ({made.place.town if made.place else 'online'})"
    if kind < 0.65:
        return name.upper()
    if kind < 0.8:
        return f"{made.runner.name}: {name}"
    for long, short in SHORT.items():
        name = name.replace(long, short)
    return name if name != made.name else f"The {name}"


def _slip(text: str, chance: Random) -> str:
    """Two letters swapped, one left out or one doubled."""
    at = chance.randrange(max(1, len(text) - 1))
    return (
        chance.choice(
            (
                text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
                text[:at] + text[at + 1 :],
                text[: at + 1] + text[at:],
            )
        ).strip()
        or text
    )
