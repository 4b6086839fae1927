"""The columns of a spreadsheet of assets: ours, and what other people call them."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.fuzz import ratio, token_sort_ratio
from rapidfuzz.process import extractOne

OURS = [
    "id",
    "name",
    "organisation",
    "description",
    "categories",
    "address",
    "postcode",
    "latitude",
    "longitude",
    "phone",
    "email",
    "url",
    "cost",
    "eligibility",
    "min_age",
    "max_age",
    "days",
    "times",
    "days_times",
    "accessibility",
    "languages",
    "online",
    "sector",
    "last_verified",
]
"""The columns that a plain spreadsheet may have. All others are kept as they came."""

BY_MAPPING = [
    "alternate_name",
    "venue",
    "town",
    "getting_there",
    "alert",
    "status",
    "how_to_start",
    "waiting",
    "contact_name",
    "contact_title",
    "gender",
    "free",
    "accreditations",
    "organisation_url",
    "charity_number",
]
"""More that a mapping may lead to. A plain spreadsheet's own column of that name is not taken for them."""

LONGEST_HEADING = 200
SURE_OF_SLIPS = 90.0
NEAR = 84.0
LONG_ENOUGH = 5
_SMALL = frozenset("of the a an your our please if any s and or is it its for to this do you we".split())
_ALONE = frozenset(
    "postcode email telephone phone website cost price latitude longitude days eligibility accessibility languages "
    "description category categories address".split()
)
"""Words that make a heading likely to mean their column, whatever stands beside them."""


def plain(heading: str) -> str:
    """A heading without case, marks and doubled spaces. What is longer than headings are is none, and not looked at."""
    return re.sub(r"[^a-z0-9&]+", " ", heading[:LONGEST_HEADING].lower().replace("'", "")).strip()


_OWN = {plain(ours): ours for ours in OURS}
_NAMES = tomllib.loads(files("importers").joinpath("column_names.toml").read_text("utf-8"))
_OTHERS = {plain(other): ours for ours, others in _NAMES["names"].items() for other in others}
_BY_MAPPING = {plain(other): ours for ours, others in _NAMES["by_mapping"].items() for other in others}


def _core(heading: str) -> str:
    """A plain heading without its small words: "name of the group" and "group name" say the same in another order."""
    return " ".join(sorted(word for word in heading.split() if word not in _SMALL))


_CORES = {core: ours for other, ours in reversed(_OTHERS.items()) if " " in (core := _core(other))}
_LONG = [name for name in (*_OWN, *_OTHERS) if len(name) >= LONG_ENOUGH]


def _loosely(heading: str) -> str | None:
    """By its words without their order and the small ones."""
    return _CORES.get(_core(heading))


@lru_cache(maxsize=4096)
def _with_a_slip(heading: str) -> str | None:
    """By a name that was written with a slip of the pen: "Telephone"."""
    if len(heading) < LONG_ENOUGH:
        return None
    found = extractOne(heading, _LONG, scorer=ratio, score_cutoff=SURE_OF_SLIPS)
    if found is None or re.sub(r"\D", "", found[0]) != re.sub(r"\D", "", heading):
        return None
    return _OWN.get(found[0]) or _OTHERS[found[0]]


def known_names(heading: str) -> dict[str, float]:
    """The column that a heading surely means by its name, as {column: how sure}; empty when none is known."""
    name = plain(heading)
    for names, sure in ((_OWN, 1.0), (_OTHERS, 0.95), (_BY_MAPPING, 0.95)):
        if name in names:
            return {names[name]: sure}
    found = _loosely(name) or _with_a_slip(name)
    return {found: 0.9} if found else {}


def near_names(heading: str) -> dict[str, float]:
    """The columns that a heading may mean: {column: how near its name is, 0 to 1}."""
    name = plain(heading)
    near: dict[str, float] = {}
    for other, ours in {**_OTHERS, **_BY_MAPPING}.items():
        score = token_sort_ratio(name, other) if len(other) >= LONG_ENOUGH else 0.0
        if score >= NEAR:
            near[ours] = max(near.get(ours, 0.0), (score - NEAR) / (100 - NEAR))
    for word in _ALONE.intersection(name.split()):
        ours = _OWN.get(word) or _OTHERS[word]
        near[ours] = max(near.get(ours, 0.0), 0.4)
    return near


def guess_columns(headings: Iterable[str]) -> dict[str, str]:
    """From each heading that we know to our column; each column is taken once, by its own name if that is there."""
    every = list(headings)
    guessed: dict[str, str] = {}
    for find in (_OWN.get, _OTHERS.get, _loosely, _with_a_slip):
        for heading in every:
            ours = find(plain(heading))
            if ours and heading not in guessed and ours not in guessed.values():
                guessed[heading] = ours
    return guessed
