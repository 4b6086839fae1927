"""The same matching in Splink (an optional extra), for catalogues that outgrow one machine.

Records are read and blocked as ours are. Splink learns its weights from the records themselves, without labels.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any

from directory.errors import Unavailable
from directory.matching.candidates import candidate_pairs
from directory.matching.judgement import Decision, Pair
from directory.matching.matcher import compared_pairs, decided
from directory.matching.model import PERHAPS, SAME
from directory.matching.prepared import Prepared, prepare
from directory.matching.reasons import reasons_of
from directory.matching.record import MatchRecord

LACKING = "Splink is not installed. Install Waymark with its extra “splink”, or leave out --engine splink."
ENOUGH = 0.02
"""The share of records that must hold a column for Splink to learn from it."""
DETERMINISTIC = (("name", "phone"), ("name", "postcode"), ("name", "street", "house"), ("name", "city"), ("name",))
LEARNT_WITHIN = ("name", "phone", "postcode", "street", "host", "city")

COLUMNS: dict[str, Callable[[Prepared], Any]] = {
    "name": lambda record: " ".join(record.name),
    "organisation": lambda record: " ".join(record.organisation),
    "street": lambda record: record.address.street,
    "house": lambda record: record.address.first or None,
    "city": lambda record: record.city,
    "postcode": lambda record: record.postcode,
    "phone": lambda record: record.phones[0] if record.phones else None,
    "host": lambda record: record.host,
    "email": lambda record: record.email,
    "registration": lambda record: record.charity or record.company,
    "latitude": lambda record: record.point[0] if record.point else None,
    "longitude": lambda record: record.point[1] if record.point else None,
}


def match_with_splink(
    left: Sequence[MatchRecord], right: Sequence[MatchRecord] | None = None, *, threshold: float | None = None
) -> list[Pair]:
    """As `linking.match`, by Splink on DuckDB. Unavailable, in one sentence, when Splink is not installed."""
    try:
        splink, pandas = import_module("splink"), import_module("pandas")
    except ImportError as error:
        raise Unavailable(LACKING) from error
    files = [left] if right is None else [left, right]
    prepared = [prepare(record) for file in files for record in file]
    whole = _table(pandas, prepared, None if right is None else len(left))
    tables = [whole] if right is None else [whole.iloc[: len(left)], whole.iloc[len(left) :]]
    linker = _linker(splink, tables)
    _learn(splink, linker, _filled(tables))
    found = linker.inference.predict(threshold_match_probability=PERHAPS).as_pandas_dataframe()
    return _told([record for file in files for record in file], found, SAME if threshold is None else threshold)


def _table(pandas: Any, records: Sequence[Prepared], from_right: int | None) -> Any:
    """The records as Splink reads them; what is missing is null. Their ids are their places."""
    columns = {column: [read(record) or None for record in records] for column, read in COLUMNS.items()}
    return pandas.DataFrame({"unique_id": range(len(records)), **columns, "keys": _keys(records, from_right)})


def _keys(records: Sequence[Prepared], from_right: int | None) -> list[list[int]]:
    """For each record the numbers of the pairs that it stands in, so that Splink compares the same pairs as we."""
    keys: list[list[int]] = [[] for _ in records]
    for number, both in enumerate(zip(*candidate_pairs(records, from_right), strict=True)):
        for place in both:
            keys[int(place)].append(number)
    return keys


def _filled(tables: Sequence[Any]) -> set[str]:
    """The columns of which enough is known in each file."""
    return {column for column in COLUMNS if all(table[column].notna().mean() > ENOUGH for table in tables)}


def _linker(splink: Any, tables: Sequence[Any]) -> Any:
    api = splink.DuckDBAPI()
    settings = splink.SettingsCreator(
        link_type="dedupe_only" if len(tables) == 1 else "link_only",
        comparisons=_comparisons(_filled(tables)),
        blocking_rules_to_generate_predictions=[splink.block_on("keys", arrays_to_explode=["keys"])],
    )
    registered = [
        api.register(table, table_name=name) for table, name in zip(tables, ("a_left", "b_right"), strict=False)
    ]
    return splink.Linker(registered if len(registered) > 1 else registered[0], settings, log_level="ERROR")


def _comparisons(filled: set[str]) -> list[Any]:
    """Splink's own comparisons for the columns that are there."""
    library = import_module("splink.comparison_library")
    common = {"term_frequency_adjustments": True}
    every = {
        "name": library.JaroWinklerAtThresholds("name", [0.95, 0.88, 0.8]).configure(**common),
        "organisation": library.JaroWinklerAtThresholds("organisation", [0.9]),
        "street": library.JaroWinklerAtThresholds("street", [0.9, 0.8]).configure(**common),
        "house": library.ExactMatch("house"),
        "city": library.JaroWinklerAtThresholds("city", [0.9]),
        "postcode": library.PostcodeComparison("postcode"),
        "phone": library.ExactMatch("phone").configure(**common),
        "host": library.ExactMatch("host").configure(**common),
        "email": library.EmailComparison("email"),
        "registration": library.ExactMatch("registration"),
        "latitude": library.DistanceInKMAtThresholds("latitude", "longitude", [0.03, 0.1, 0.3, 1]),
    }
    return [compare for column, compare in every.items() if column in filled]


def _learn(splink: Any, linker: Any, filled: set[str]) -> None:
    """How common matches are, how often values agree by chance, and how often within matches."""
    rules = [splink.block_on(*columns) for columns in DETERMINISTIC if set(columns) <= filled]
    training = linker.training
    training.estimate_probability_two_random_records_match(rules[:-1] or rules, recall=0.7)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for column in [column for column in LEARNT_WITHIN if column in filled][:3]:
        # Splink refuses a share so small that it is nought; what it learnt from other columns stands.
        with suppress(ValueError):
            training.estimate_parameters_using_expectation_maximisation(splink.block_on(column))


def _told(records: Sequence[MatchRecord], found: Any, threshold: float) -> list[Pair]:
    """The pairs found, with the reasons that we would give."""
    places = [sorted(both) for both in zip(found.unique_id_l.tolist(), found.unique_id_r.tolist(), strict=True)]
    couples = [(records[one], records[other]) for one, other in places]
    pairs = [
        Pair(one.id, other.id, probability, decided(probability, threshold), reasons_of(values))
        for (one, other), probability, values in zip(
            couples, found.match_probability.tolist(), compared_pairs(couples), strict=True
        )
    ]
    kept = [pair for pair in pairs if pair.decision != Decision.DIFFERENT]
    return sorted(kept, key=lambda pair: (-pair.probability, pair.left_id, pair.right_id))
