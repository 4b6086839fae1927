"""The names of local authorities: districts of England, Scotland, Wales and Northern Ireland."""

import csv
import re
from functools import lru_cache
from pathlib import Path

_CODE = re.compile(r"[A-Z][0-9]{8}")
_DRESS = re.compile(
    r"^(the |metropolitan |royal )*(borough of )?"
    r"|( metropolitan| borough| city| district| county| mbc| council)+$"
)


@lru_cache(maxsize=1)
def local_authorities() -> dict[str, str]:
    """ONS code to name, as a page says it ("St Helens")."""
    with Path(__file__).with_name("local_authorities.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    return {_plain(name): name for name in local_authorities().values()}


def find_local_authority(text: str) -> str | None:
    """The name of the authority that is meant: by code, or by name in any dress ("Sefton MBC"), or None."""
    if _CODE.fullmatch(text.strip()):
        return local_authorities().get(text.strip())
    return _by_name().get(_plain(text))


@lru_cache(maxsize=1_024)
def authority_name(given: str) -> str | None:
    """The name for what a table holds: a code that we know, or a name as it was given; else None."""
    return find_local_authority(given) or (None if not given or _CODE.fullmatch(given) else given)


def _plain(text: str) -> str:
    words = " ".join(re.sub(r"[^a-z]+", " ", text.lower().replace("'", "").replace(".", "")).split())
    return _DRESS.sub("", words)
