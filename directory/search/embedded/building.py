"""What was gathered, as the arrays of a segment.

stem, stem_start        every stem (its hash, ascending), and where its postings begin
asset, impact           postings: the assets that have a stem, ascending, and how much it counts in each
text, text_start        the words of each field of each asset in order, by their number
word, word_start        every word as it is written, in the order of their letters
word_assets, _letters   in how many assets a word is written, and which letters it has
word_stem               the number of its stem
id, by_id, rank         the ids, the assets in their order, and the place of each asset in it
version, assured, youngest, oldest, price, latitude, longitude      one for each asset, NaN where unknown
site_asset, site_latitude, site_longitude   the sites of those that have several, which have no point of their own
site_flag, site_flag_start      the flags of each site
flagged, flagged_start  the assets that have a flag, ascending, flag after flag
flag, flag_start        the flags of each asset
bits                    one bit for each asset, flag after flag, a row of whole 64s each
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.search.document import FACETS
from directory.search.embedded.arrays import Array
from directory.search.embedded.gathering import Gathering
from directory.search.embedded.ragged import Bools, Floats, Ints, Ragged, each_once, starts_of
from directory.search.ranking import FIELDS, USUAL, saturate
from directory.search.words import stem

WORD = 64
"""Bits that are looked at together."""


def hash_of(stem: str) -> int:
    """What a stem is looked for by."""
    return int.from_bytes(hashlib.blake2b(stem.encode(), digest_size=8).digest(), "little")


def letters_of(word: str) -> int:
    """Which letters a word has, a bit each: one slip of the pen changes two of them at most."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def arrays_of(gathered: Gathering) -> tuple[dict[str, Array], dict[str, Any]]:
    """The arrays, and the notes beside them; at least one document. The last of several with one id counts."""
    chosen = _last_of_each(gathered.ids)
    words, texts = _in_order(gathered.words, _texts_of(gathered.texts(), chosen), str)
    sites = _some(gathered.sites(), chosen)
    names, flags, site_flags = _flags_of(gathered, chosen, sites.values)
    versions = np.array(gathered.versions, np.int64)[chosen]
    count = len(versions)
    arrays = (
        _postings(words, texts)
        | _written(words, texts)
        | _identities(np.array(gathered.ids, np.bytes_)[chosen])
        | _pointed("", gathered.points()[chosen])
        | _pointed("site_", gathered.site_points()[sites.values])
        | {"site_asset": sites.owners.astype(np.int32)}
        | _listed("site_flag", site_flags)
        | flag_arrays(flags, len(names))
        | {"version": versions, "assured": gathered.assured()[chosen], "price": gathered.prices()[chosen]}
        | dict(zip(("youngest", "oldest"), np.ascontiguousarray(gathered.ages()[chosen].T), strict=True))
    )
    return arrays, {"count": count, "flags": names, "spoken": gathered.spoken}


def flag_arrays(flags: Ragged, size: int) -> dict[str, Array]:
    """The flags of each asset in all three forms: `size` of them there are."""
    order = np.argsort(flags.values, kind="stable")
    return _listed("flag", flags) | {
        "flagged": flags.owners[order].astype(np.int32),
        "flagged_start": starts_of(np.bincount(flags.values, minlength=size)),
        "bits": bits_of(flags, size),
    }


def _listed(name: str, flags: Ragged) -> dict[str, Array]:
    return {name: flags.values.astype(np.uint16), f"{name}_start": flags.starts.astype(np.uint32)}


def _flags_of(gathered: Gathering, chosen: Ints, sites: Ints) -> tuple[list[str], Ragged, Ragged]:
    """The flags in order, and by their numbers those of each asset and of each site."""
    lists = _some(gathered.flagged(), chosen), _some(gathered.flagged_sites(), sites)
    names, every = _in_order(gathered.flags, _one_after_the_other(*lists), order_of_flag)
    assets, start = len(chosen), every.starts[len(chosen)]
    return (
        names,
        Ragged(every.values[:start], every.starts[: assets + 1]),
        Ragged(every.values[start:], every.starts[assets:] - start),
    )


def _one_after_the_other(first: Ragged, second: Ragged) -> Ragged:
    values = np.concatenate([first.values, second.values])
    return Ragged(values, np.concatenate([first.starts, first.starts[-1] + second.starts[1:]]))


def bits_of(flags: Ragged, size: int) -> NDArray[np.uint64]:
    """A row of bits for each flag, one row after the other."""
    rows = np.zeros((size, row_of(len(flags)) * WORD), bool)
    rows[flags.values, flags.owners] = True
    return packed(rows.reshape(-1))


def row_of(count: int) -> int:
    """How many 64s hold a bit for each of so many assets."""
    return -(-count // WORD)


def packed(chosen: Bools) -> NDArray[np.uint64]:
    """A bit for each asset, the first lowest; with nothing after the last."""
    bits = np.packbits(chosen, bitorder="little")
    return np.concatenate([bits, np.zeros(-len(bits) % 8, np.uint8)]).view(np.uint64)


def impacts_of(stems: Ints, texts: Ragged) -> tuple[Ints, Ints, Floats]:
    """(stem, asset, impact) of each posting, by stem and asset. `stems` has the number of each word's stem.

    BM25F: how often a field has the stem, by the field's weight and length, is summed over the fields and saturated.
    """
    fields, places = len(FIELDS), len(texts)
    keys, begins = each_once(stems[texts.values] * places + texts.owners)
    text, often = keys % places, np.diff(begins)
    weights, by_length = (np.array(each) for each in zip(*FIELDS.values(), strict=True))
    usual = np.array(list(USUAL.values()))
    field = text % fields
    length = texts.lengths[text] / usual[field]
    counts = weights[field] * often / (1 - by_length[field] + by_length[field] * length)
    postings, first = each_once(keys // fields)
    assets = places // fields
    return (
        postings // assets,
        postings % assets,
        saturate(np.add.reduceat(counts, first[:-1]) if len(counts) else counts),
    )


def _postings(words: Sequence[str], texts: Ragged) -> dict[str, Array]:
    hashes = np.array([hash_of(stem(word)) for word in words], np.uint64)
    known, stems = np.unique(hashes, return_inverse=True)
    stem_of, assets, impacts = impacts_of(stems, texts)
    return {
        "stem": known,
        "stem_start": starts_of(np.bincount(stem_of, minlength=len(known))),
        "asset": assets.astype(np.int32),
        "impact": impacts.astype(np.float32),
        "word_stem": stems.astype(np.uint32),
        "text": texts.values.astype(np.uint32),
        "text_start": texts.starts.astype(np.uint32),
    }


def _written(words: Sequence[str], texts: Ragged) -> dict[str, Array]:
    once, _ = each_once(texts.owners // len(FIELDS) * max(len(words), 1) + texts.values)
    return word_arrays(words, np.bincount(once % max(len(words), 1), minlength=len(words)))


def word_arrays(words: Sequence[str], assets: Ints) -> dict[str, Array]:
    """What is kept of words, which stand in the order of their letters, for the spelling."""
    written = [word.encode() for word in words]
    return {
        "word": np.frombuffer(b"".join(written), np.uint8),
        "word_start": starts_of([len(each) for each in written]),
        "word_assets": assets.astype(np.uint32),
        "word_letters": np.array([letters_of(word) for word in words], np.uint32),
        "word_length": np.array([min(len(word), 255) for word in words], np.uint8),
    }


def _identities(ids: Array) -> dict[str, Array]:
    by_id = np.argsort(ids, kind="stable").astype(np.int32)
    return {"id": ids, "by_id": by_id, "rank": inverse_of(by_id)}


def inverse_of(order: Ints) -> NDArray[np.int32]:
    """The place of each number in an order of all numbers."""
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return places


def _pointed(of: str, points: Floats) -> dict[str, Array]:
    return {
        f"{of}latitude": np.ascontiguousarray(points[:, 0]),
        f"{of}longitude": np.ascontiguousarray(points[:, 1]),
    }


def _in_order(names: Sequence[str], lists: Ragged, by: Callable[[str], Any]) -> tuple[list[str], Ragged]:
    """Those of the names that are used, in their order, and the lists by their new numbers."""
    used, numbers = np.unique(lists.values, return_inverse=True)
    kept = [names[number] for number in used.tolist()]
    order = sorted(range(len(kept)), key=lambda number: by(kept[number]))
    return [kept[number] for number in order], Ragged(inverse_of(np.array(order, np.int64))[numbers], lists.starts)


def _last_of_each(ids: Sequence[bytes]) -> Ints:
    """The last document of each id, in the order in which they came."""
    last = {identity: place for place, identity in enumerate(ids)}
    return np.array(sorted(last.values()), np.int64)


def _texts_of(texts: Ragged, assets: Ints) -> Ragged:
    return _some(texts, (assets[:, None] * len(FIELDS) + np.arange(len(FIELDS))).reshape(-1))


def _some(lists: Ragged, chosen: Ints) -> Ragged:
    """These lists alone, in this order."""
    if len(chosen) == len(lists):
        return lists
    return Ragged(lists.at(chosen), starts_of(lists.lengths[chosen]))


def sorted_flags(parts: Iterable[Sequence[str]]) -> list[str]:
    """All flags of several lists, each once: those that are counted first, facet by facet."""
    return sorted({flag for part in parts for flag in part}, key=order_of_flag)


def order_of_flag(flag: str) -> tuple[bool, str]:
    """What flags are put in order by."""
    return flag.partition(":")[0] not in FACETS, flag
