"""Why two records are thought to be the same or not, in words that a curator understands."""

from collections.abc import Callable

import numpy as np

from directory.matching.comparisons import COMPARISONS
from directory.matching.names import Floats

_PLACE = {each.name: place for place, each in enumerate(COMPARISONS)}
Row = Callable[[str], float]
NOWHERE_ELSE = 5
"""Metres that a map may err."""


def reasons_of(compared: Floats) -> tuple[str, ...]:
    """The reasons in one row of comparisons: what speaks for it first, then what speaks against."""

    def value(name: str) -> float:
        return float(compared[_PLACE[name]])

    found = [*_for(value), *_against(value)]
    return tuple(found)


def _for(value: Row) -> list[str]:
    said = [
        ("same registration number", value("registrations") == 1),
        ("same phone", value("phones") == 1),
        ("phones alike", value("phones") == 0.6),
        ("same e-mail", value("emails") == 2),
        ("same web page", value("web_addresses") == 3),
        ("same e-mail domain", value("emails") == 1),
        ("same website", value("web_addresses") in (1, 2)),
        (_name(value), value("name_within") > 0.6),
        (_metres(value), value("distance") < np.log(260)),
        ("same house number", value("house_numbers") >= 0.8),
        ("same street", value("streets") > 0.9),
        ("same postcode", value("postcodes") == 4),
        ("same organisation", value("organisations") > 0.95),
        ("same category", value("categories") == 1),
    ]
    return [words for words, true in said if true]


def _against(value: Row) -> list[str]:
    said = [
        ("names differ", value("name_within") <= 0.6),
        ("different numbers in the names", value("name_numbers") == 0),
        ("names set each other apart", value("name_opposites") == 1),
        ("other kinds of place", value("name_kinds") == 0),
        ("many have this name", value("name_expected_elsewhere") > 3),
        ("phones differ", value("phones") == 0),
        ("house numbers differ", value("house_numbers") == 0),
        ("streets differ", value("streets") < 0.6),
        ("postcodes differ", value("postcodes") < 3),
        (_metres(value), value("distance") >= np.log(260)),
        ("websites differ", value("web_addresses") == 0),
        ("organisations differ", value("organisations") < 0.5),
        ("registration numbers differ", value("registrations") == 0),
    ]
    return [words for words, true in said if true]


def _name(value: Row) -> str:
    if value("name_written_together") == 1:
        return "same name"
    return "names alike" if value("name_shared_by_both") > 0.7 else "one name within the other"


def _metres(value: Row) -> str:
    metres = max(0.0, float(np.exp(value("distance"))) - 10) if not np.isnan(value("distance")) else 0.0
    if metres < NOWHERE_ELSE:
        return "same place on the map"
    return f"{metres / 1000:.1f} km apart" if metres >= 1000 else f"{round(metres):d} m apart"
