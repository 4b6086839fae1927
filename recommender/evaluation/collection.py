"""A judged collection: listings and people as they are written, each with what is true of it.

`listings*.jsonl`: `id`, `listing` (a row of the plain CSV of assets), `truth`. `people*.jsonl`: `id`, `seeker`, `truth`.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from directory.errors import Invalid
from recommender.evaluation.judging import Judgement, judge, serves
from recommender.evaluation.truth import ListingTruth, PersonTruth
from recommender.seeker import Seeker, read_seeker


@dataclass(frozen=True)
class JudgedListing:
    """One listing in its own words. `point` is None where it takes place nowhere."""

    id: str
    row: dict[str, str]
    truth: ListingTruth

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where the row has them."""
        try:
            return float(self.row["latitude"]), float(self.row["longitude"])
        except (KeyError, ValueError):
            return None


@dataclass(frozen=True)
class JudgedPerson:
    """One person in her own words."""

    seeker: Seeker
    truth: PersonTruth

    @property
    def id(self) -> str:
        return self.seeker.id


class Collection:
    """Listings and people, and the verdict on each pair of them."""

    def __init__(self, listings: list[JudgedListing], people: list[JudgedPerson]) -> None:
        self.listings = {listing.id: listing for listing in listings}
        self.people = people

    def verdicts(self, person: JudgedPerson) -> dict[str, Judgement]:
        """The verdict on every listing for her, by its id."""
        return {one.id: judge(person.truth, one.truth, one.point) for one in self.listings.values()}

    def served(self, person: JudgedPerson, listing_id: str) -> dict[str, int]:
        """How well a listing helps with each of her needs, leaving aside whether she is kept out."""
        return serves(person.truth, self.listings[listing_id].truth)

    @cached_property
    def columns(self) -> list[str]:
        """Every column that a row has, `id` first."""
        return list(dict.fromkeys(["id", *(name for one in self.listings.values() for name in one.row)]))

    def write_assets(self, file: Path) -> None:
        """The listings as a CSV of assets, with the ids of the collection as those of the source."""
        with file.open("w", encoding="utf-8", newline="") as text:
            rows = csv.DictWriter(text, self.columns)
            rows.writeheader()
            rows.writerows({"id": one.id, **one.row} for one in self.listings.values())


def read_collection(folder: Path) -> Collection:
    """The collection in a folder. Invalid where there is none, or names the line that cannot be read."""
    listings = [_listing(where, said) for where, said in _lines(folder, "listings*.jsonl")]
    people = [_person(where, said) for where, said in _lines(folder, "people*.jsonl")]
    if not listings or not people:
        raise Invalid(f"There are no judged people and listings in {folder}.")
    return Collection(listings, people)


def _lines(folder: Path, pattern: str) -> Iterator[tuple[str, dict[str, object]]]:
    for file in sorted(folder.rglob(pattern)):
        for number, line in enumerate(_text(file).splitlines(), 1):
            where = f"{file.name}, line {number}"
            if line.strip():
                yield where, _object(where, line)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Invalid(f"{file.name} is not text in UTF-8.") from error


def _object(where: str, line: str) -> dict[str, object]:
    try:
        said = json.loads(line)
    except ValueError as error:
        raise Invalid(f"{where} is not JSON.") from error
    if not isinstance(said, dict) or not isinstance(said.get("id"), str):
        raise Invalid(f"{where} is no judged case.")
    return said


def _listing(where: str, said: dict[str, object]) -> JudgedListing:
    try:
        row = {str(name): str(value) for name, value in dict(said["listing"]).items()}  # type: ignore[call-overload]  # whatever it is, it is caught
        return JudgedListing(str(said["id"]), row, ListingTruth.model_validate(said["truth"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Invalid(f"{where} is no judged listing: {_reason(error)}") from error


def _person(where: str, said: dict[str, object]) -> JudgedPerson:
    try:
        seeker = read_seeker(json.dumps({"id": said["id"], **said["seeker"]}))  # type: ignore[dict-item]  # whatever it is, it is caught
        return JudgedPerson(seeker, PersonTruth.model_validate(said["truth"]))
    except (KeyError, TypeError, ValueError, Invalid) as error:
        raise Invalid(f"{where} is no judged person: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'truth'}: {first['msg']}"
    if isinstance(error, KeyError):
        return f"{error} is missing"
    return error.message if isinstance(error, Invalid) else "a part of it is of another kind"
