"""The comparisons, one function each: of many pairs at once, a number a pair, and no number where one is silent.

A comparison says which way it points: +1 when more of it means more alike, -1 when less does. Missing is no evidence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Indel, JaroWinkler

from directory.matching.contacts import SHARED_HOSTS
from directory.matching.names import Floats, Ints, Words
from directory.matching.pairs import Pairs
from directory.matching.prepared import Prepared
from directory.matching.vocabulary import kinds, opposites

EARTH = 6_371_000
Some = TypeVar("Some", frozenset[str], tuple[str, ...])


@dataclass(frozen=True)
class Comparison:
    """A comparison by its name, and which way it points."""

    name: str
    points: int
    compare: Callable[[Pairs], Floats]


COMPARISONS: list[Comparison] = []


def comparison(points: int) -> Callable[[Callable[[Pairs], Floats]], Callable[[Pairs], Floats]]:
    """Makes a function one of the comparisons."""

    def add(compare: Callable[[Pairs], Floats]) -> Callable[[Pairs], Floats]:
        COMPARISONS.append(Comparison(compare.__name__, points, compare))
        return compare

    return add


def compare_all(pairs: Pairs) -> Floats:
    """A row for each pair, a column for each comparison."""
    return (
        np.column_stack([each.compare(pairs) for each in COMPARISONS])
        if len(pairs)
        else np.empty((0, len(COMPARISONS)))
    )


@comparison(+1)
def name_shared_by_both(pairs: Pairs) -> Floats:
    """The share of the name that says less in common, each word by its rarity."""
    return np.minimum(pairs.names["covered_left"], pairs.names["covered_right"])


@comparison(+1)
def name_within(pairs: Pairs) -> Floats:
    """The share of the name that is wholly or mostly within the other."""
    return np.maximum(pairs.names["covered_left"], pairs.names["covered_right"])


@comparison(+1)
def name_information(pairs: Pairs) -> Floats:
    """How much information both names share: two rare words more than one common one."""
    return pairs.names["shared"]


@comparison(-1)
def name_left_over_in_both(pairs: Pairs) -> Floats:
    """The rarest word that the other lacks, in the name that has the commoner one: each says something of its own."""
    return np.minimum(pairs.names["spare_left"], pairs.names["spare_right"])


@comparison(-1)
def name_left_over_in_one(pairs: Pairs) -> Floats:
    """The rarest word that only one name has."""
    return np.maximum(pairs.names["spare_left"], pairs.names["spare_right"])


@comparison(-1)
def name_left_over_but_place(pairs: Pairs) -> Floats:
    """As `name_left_over_in_one`, but for words that only say where it is, or begin like one of the other name."""
    spare = name_left_over_in_one(pairs)
    worth_it = (spare > 0.5) & (name_within(pairs) > 0.5)
    weights = pairs.columns.word_weights

    def compare(one: Prepared, other: Prepared) -> float:
        places = one.where | other.where
        lone = set(one.name) ^ set(other.name)
        left = [
            word for word in lone - places if not _begins_like_one(word, one.name if word in other.name else other.name)
        ]
        return max((weights[word] for word in left), default=0.0)

    return np.where(worth_it, pairs.each(compare, worth_it), spare)


def _begins_like_one(word: str, words: Words) -> bool:
    return any(word[0] == each[0] and JaroWinkler.similarity(word, each) > 0.9 for each in words)


@comparison(+1)
def name_written_together(pairs: Pairs) -> Floats:
    """How alike the names are letter by letter, without spaces."""
    return pairs.alike("name joined", lambda record: "".join(record.name), Indel.normalized_similarity)


@comparison(-1)
def name_expected_elsewhere(pairs: Pairs) -> Floats:
    """How many names of the data hold the rarest word shared, as a logarithm: chains are many."""
    frequencies = pairs.columns.frequencies
    expected: Floats = np.log(np.maximum(np.exp(-pairs.names["rarest"]) * frequencies.names, 1.0))
    return expected


@comparison(-1)
def name_again(pairs: Pairs) -> Floats:
    """How often the whole name comes, as a logarithm."""
    whole = pairs.columns.frequencies.whole
    counts = np.array([whole[record.name] if record.name else 0 for record in pairs.columns.records], dtype=np.float64)
    return np.log1p(np.minimum(counts[pairs.left], counts[pairs.right]))


@comparison(+1)
def name_numbers(pairs: Pairs) -> Floats:
    """1 where the numbers in both names agree, 0 where they do not, 0.5 where only one has any."""

    def compare(one: frozenset[str], other: frozenset[str]) -> float:
        return 1.0 if one == other else 0.0 if one and other else 0.5

    return _sets(pairs, "numbers", lambda record: _those(record.name, str.isdigit), compare)


@comparison(-1)
def name_opposites(pairs: Pairs) -> Floats:
    """1 where one says women and the other men, 0.5 where only one says either, 0 where both say the same."""
    groups = opposites()

    def compare(one: frozenset[str], other: frozenset[str]) -> float:
        if one == other:
            return 0.0
        crossed = {groups[word] for word in one - other} & {groups[word] for word in other - one}
        return 1.0 if crossed else 0.5

    return _sets(pairs, "opposites", lambda record: _those(record.name, groups.__contains__), compare)


@comparison(+1)
def name_kinds(pairs: Pairs) -> Floats:
    """1 where both names end with one kind of place, 0.5 where they share one, 0 where they do not.

    A library is no station, and the cafe of a library is not the library.
    """
    known = kinds()

    def read(record: Prepared) -> tuple[str, ...]:
        return tuple(known[word] for word in record.name if word in known)

    def compare(one: tuple[str, ...], other: tuple[str, ...]) -> float:
        if not one or not other:
            return np.nan
        return 1.0 if one[-1] == other[-1] else 0.0 if set(one).isdisjoint(other) else 0.5

    return _sets(pairs, "kinds", read, compare)


@comparison(+1)
def organisations(pairs: Pairs) -> Floats:
    """The share of the organisation that is within the other."""
    found = pairs.overlap("organisation", lambda record: record.organisation)
    return np.maximum(found["covered_left"], found["covered_right"])


@comparison(+1)
def name_with_organisation(pairs: Pairs) -> Floats:
    """As `name_shared_by_both`, where one keeper may write the organisation into the name."""
    name, both = (lambda record: record.name), (lambda record: record.name + record.organisation)
    names, values = pairs.columns.field("name", name)
    wholes, longer = pairs.columns.field("name and organisation", both)
    offset = len(values)
    table = pairs.columns.table_of("names, and with organisations", [*values, *longer])  # type: ignore[list-item]
    least = np.full(len(pairs), np.inf)
    for one, other in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
        left, right = names[one], np.where(wholes[other] < 0, wholes[other], wholes[other] + offset)
        least = np.minimum(least, pairs.overlap_of(table, left, right)["covered_left"])
    silent = np.array([not record.organisation for record in pairs.columns.records])
    return np.where(silent[pairs.left] & silent[pairs.right], np.nan, least)


@comparison(+1)
def name_without_organisation(pairs: Pairs) -> Floats:
    """As `name_shared_by_both`, of what the names say beside the organisation."""
    found = pairs.overlap("own name", lambda record: record.own_name)
    return np.minimum(found["covered_left"], found["covered_right"])


@comparison(+1)
def house_numbers(pairs: Pairs) -> Floats:
    """1 where the house number is the same, 0.8 where one is in the range of the other, 0 where they differ."""
    first, last = _houses(pairs)
    overlap = (first[pairs.left] <= last[pairs.right]) & (first[pairs.right] <= last[pairs.left])
    same = first[pairs.left] == first[pairs.right]
    return np.where(_either_nan(pairs, first), np.nan, np.where(same, 1.0, np.where(overlap, 0.8, 0.0)))


@comparison(-1)
def house_numbers_apart(pairs: Pairs) -> Floats:
    """How far apart the house numbers are, as a logarithm."""
    first, last = _houses(pairs)
    gap = np.maximum(first[pairs.left] - last[pairs.right], first[pairs.right] - last[pairs.left])
    return np.log1p(np.maximum(gap, 0.0))


@comparison(+1)
def streets(pairs: Pairs) -> Floats:
    """How far the words of the streets are the same."""
    return pairs.alike("street", lambda record: record.address.street, fuzz.token_set_ratio) / 100


@comparison(+1)
def address_words(pairs: Pairs) -> Floats:
    """How alike the words of the whole addresses are."""
    return pairs.alike("address", lambda record: record.address.words, fuzz.token_sort_ratio) / 100


@comparison(+1)
def cities(pairs: Pairs) -> Floats:
    """How alike the names of the cities are."""
    return pairs.alike("city", lambda record: record.city, Indel.normalized_similarity)


@comparison(+1)
def postcodes(pairs: Pairs) -> Floats:
    """4 the same, 3 the same sector, 2 the same district, 1 the same area, 0 another."""
    levels = np.zeros(len(pairs))
    silent = np.isnan(pairs.same("postcode", lambda record: record.postcode))
    for name, read in _LEVELS.items():
        levels += np.nan_to_num(pairs.same(name, read))
    return np.where(silent, np.nan, levels)


_LEVELS: dict[str, Callable[[Prepared], str]] = {
    "postcode": lambda record: record.postcode,
    "sector": lambda record: record.postcode[:-2],
    "district": lambda record: record.postcode.split(" ")[0] if " " in record.postcode else record.postcode[:4],
    "area": lambda record: record.postcode[:2],
}


@comparison(+1)
def phones(pairs: Pairs) -> Floats:
    """1 where they share a number, 0.6 where nine digits in order are the same, 0 where none is."""
    same = pairs.same("phones", lambda record: record.phones)
    alike = pairs.alike("phone", lambda record: record.phones[0] if record.phones else "", OSA.similarity)
    several = np.array([len(record.phones) > 1 for record in pairs.columns.records], dtype=bool)
    shared = pairs.each(_shared_phone, (same == 0) & (several[pairs.left] | several[pairs.right]))
    found = np.where(np.isnan(same), np.nan, np.where(alike >= 9, 0.6, 0.0))
    return np.where((same == 1) | (shared == 1), 1.0, found)


def _shared_phone(one: Prepared, other: Prepared) -> float:
    return float(not set(one.phones).isdisjoint(other.phones))


@comparison(-1)
def phone_again(pairs: Pairs) -> Floats:
    """How many records have the number that both share, as a logarithm."""
    often = pairs.columns.how_often("phones", lambda record: record.phones)
    same = pairs.same("phones", lambda record: record.phones)
    return np.where(same == 1, np.log1p(often[pairs.left]), np.nan)


@comparison(+1)
def web_addresses(pairs: Pairs) -> Floats:
    """3 the same page, 2 the front page of the other's site, 1 another page of the same site, 0 another site."""
    host = pairs.same("own host", lambda record: "" if record.host in SHARED_HOSTS else record.host)
    page = pairs.same("page", lambda record: (record.host, record.path) if record.path else "")
    paths, _ = pairs.columns.field("path", lambda record: record.path)
    front = (paths[pairs.left] < 0) | (paths[pairs.right] < 0)
    levels = np.where(host == 1, np.where(front, 2.0, 1.0), host)
    return np.where(page == 1, 3.0, levels)


@comparison(-1)
def web_again(pairs: Pairs) -> Floats:
    """How many records have the site that both share, as a logarithm."""
    often = pairs.columns.how_often("host", lambda record: record.host)
    return np.where(pairs.same("host", lambda record: record.host) == 1, np.log1p(often[pairs.left]), np.nan)


@comparison(+1)
def emails(pairs: Pairs) -> Floats:
    """2 the same address, 1 the same domain of their own, 0 another."""
    domain = pairs.same("domain", lambda record: record.domain)
    same = pairs.same("email", lambda record: record.email)
    return np.where(same == 1, 2.0, np.where(np.isnan(same), np.nan, domain))


@comparison(-1)
def email_again(pairs: Pairs) -> Floats:
    """How many records have the e-mail address that both share, as a logarithm."""
    often = pairs.columns.how_often("email", lambda record: record.email)
    return np.where(pairs.same("email", lambda record: record.email) == 1, np.log1p(often[pairs.left]), np.nan)


@comparison(-1)
def distance(pairs: Pairs) -> Floats:
    """Metres between them, and ten more, as a logarithm."""
    return np.log(metres(pairs) + 10)


def metres(pairs: Pairs) -> Floats:
    """The great-circle distance (haversine)."""
    one, other = pairs.columns.points[pairs.left], pairs.columns.points[pairs.right]
    latitudes, longitudes = np.sin((one - other) / 2).T ** 2
    found: Floats = 2 * EARTH * np.arcsin(np.sqrt(latitudes + np.cos(one[:, 0]) * np.cos(other[:, 0]) * longitudes))
    return found


@comparison(+1)
def registrations(pairs: Pairs) -> Floats:
    """1 where the charity or the company number is the same, 0 where they differ."""
    charity = pairs.same("charity", lambda record: record.charity)
    company = pairs.same("company", lambda record: record.company)
    return np.fmax(charity, company)


@comparison(+1)
def categories(pairs: Pairs) -> Floats:
    """How far the words of the categories are the same."""
    return pairs.alike("category", lambda record: " ".join(record.category), fuzz.token_set_ratio) / 100


def _those(words: Words, which: Callable[[str], bool]) -> frozenset[str]:
    return frozenset(word for word in words if which(word))


def _sets(pairs: Pairs, name: str, read: Callable[[Prepared], Some], compare: Callable[[Some, Some], float]) -> Floats:
    """A comparison of a few words, of each two sets of them once; not a number where both are empty."""
    codes, values = pairs.columns.field(name, lambda record: (read(record),))
    sets: list[Some] = [value[0] for value in values]  # type: ignore[index]

    def each(left: Ints, right: Ints) -> Floats:
        both = zip(left.tolist(), right.tolist(), strict=True)
        return np.array([compare(sets[a], sets[b]) if sets[a] or sets[b] else np.nan for a, b in both])

    return pairs.by_value(codes[pairs.left], codes[pairs.right], each)


def _houses(pairs: Pairs) -> tuple[Floats, Floats]:
    houses = [(record.address.first or np.nan, record.address.last or np.nan) for record in pairs.columns.records]
    first, last = np.array(houses, dtype=np.float64).reshape(-1, 2).T
    return first, last


def _either_nan(pairs: Pairs, values: Floats) -> np.ndarray:
    return np.isnan(values[pairs.left]) | np.isnan(values[pairs.right])
