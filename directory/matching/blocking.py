"""Which records are worth comparing: those that share one of these keys."""

from itertools import combinations

from directory.matching.contacts import SHARED_HOSTS
from directory.matching.prepared import Prepared, prepare
from directory.matching.record import MatchRecord
from directory.matching.vocabulary import UNHEARD, rates

BLOCKING_VERSION = 2
"""To be raised when a record would get other keys than before, so that stored ones are made anew."""
MOST_KEYS = 16
LONGEST_KEY = 60
WEAK = ("code ", "at ", "house ", "begins ")
"""The beginnings of keys that bring together what is not alike: names are glanced at before such pairs are compared."""
OF_NAMES = ("words ", "word ", "begins ", "sounds ")
"""The beginnings of keys that say something about names alone."""
OF_PLACES = ("at ", "around ")
"""And of those that say that two lie near each other."""
_TELLING = 3
_COARSE = (0.02, 0.03)
_FINE = (0.0015, 0.0024)
"""Degrees of latitude and longitude of a cell: some two kilometres, and some 160 metres."""


def keys_of(record: MatchRecord) -> tuple[str, ...]:
    """At most 16 short strings; two records that share none of them need not be compared. The surest stand first."""
    return keys_of_prepared(prepare(record))


def keys_of_prepared(record: Prepared) -> tuple[str, ...]:
    """The keys of a record that was read already."""
    telling = _telling(record.name or record.organisation)
    keys = [*_numbers(record), *_names(record, telling), *_addresses(record), *_near(record, telling)]
    return tuple(dict.fromkeys(key[:LONGEST_KEY] for key in keys))[:MOST_KEYS]


def _telling(words: tuple[str, ...]) -> list[str]:
    """The words of a name that say most: the rarest by what is known of words everywhere."""
    known = rates()
    return sorted(dict.fromkeys(words), key=lambda word: (known.get(word, UNHEARD), words.index(word)))[:_TELLING]


def _numbers(record: Prepared) -> list[str]:
    keys = [f"phone {number[-9:]}" for number in record.phones[:2]]
    if record.charity:
        keys.append(f"charity {record.charity}")
    if record.company:
        keys.append(f"company {record.company}")
    if record.email:
        keys.append(f"mail {record.email}")
    if record.host and (record.path or record.host not in SHARED_HOSTS):
        keys.append(f"web {record.host}/{record.path}")
    return keys


def _names(record: Prepared, telling: list[str]) -> list[str]:
    """Pairs of telling words, single ones, and how the whole begins and sounds when it is written together."""
    joined = "".join(record.name)
    keys = [f"words {'+'.join(sorted(pair))}" for pair in combinations(telling, 2)]
    keys += [f"word {word}" for word in telling[:2]]
    if len(record.name) > 2:
        keys.append(f"word {''.join(word[0] for word in record.name)}")
    if len(joined) > 3:
        keys.append(f"begins {joined[:5]}")
        keys.append(f"sounds {_skeleton(joined)}")
    if telling and len(telling[0]) > 3:
        keys.append(f"sounds {_skeleton(telling[0])}")
    return keys


def _skeleton(joined: str) -> str:
    """The first letter and the consonants after it, each once, six at the most: slips of vowels do no harm."""
    rest = dict.fromkeys(letter for letter in joined[1:] if letter not in "aeiouyhw")
    return joined[0] + "".join(rest)[:6]


def _addresses(record: Prepared) -> list[str]:
    keys = []
    if record.address.first and record.address.street:
        keys.append(f"house {record.address.first} {_first_name(record.address.street)}")
    if len(record.postcode) > 4:
        keys.append(f"code {record.postcode}")
    return keys


def _first_name(street: str) -> str:
    words = street.split()
    return next((word for word in words if word not in {"north", "south", "east", "west", "st"}), words[0])


def _near(record: Prepared, telling: list[str]) -> list[str]:
    """Cells of two grids, one shifted by half a cell, so that neighbours share one wherever a border runs."""
    if record.point is None:
        return []
    return [f"at {_cell(record.point, _FINE, shift)}" for shift in (0, 0.5)] + [
        f"around {_cell(record.point, _COARSE, shift)} {word}" for word in telling[:1] for shift in (0, 0.5)
    ]


def _cell(point: tuple[float, float], size: tuple[float, float], shift: float) -> str:
    rows = [
        int(degrees // width + shift) if not shift else int((degrees + width * shift) // width)
        for degrees, width in zip(point, size, strict=True)
    ]
    return f"{size[0]} {rows[0]} {rows[1]} {shift}"
