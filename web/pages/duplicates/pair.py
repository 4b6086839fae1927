"""Two records side by side, as a curator compares them: what differs, where each is from, and which says more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from directory.asset import Asset
from directory.assets import get_asset
from directory.clock import today
from directory.differences import PARTS
from directory.duplicates.merging import other_of
from directory.freshness import how_fresh
from directory.models import DuplicatePair, SourceRecord
from directory.provenance import list_source_records
from directory.sources import list_sources
from web.database import session
from web.difference_words import Words, say_side_by_side

SURE = (
    (0.85, "Very likely the same"),
    (0.65, "Probably the same"),
    (0.4, "As likely the same as not"),
    (0.0, "Probably not the same"),
)
"""From this probability on, in words."""
ALIKE = 0.5
"""How alike two texts must be for their differing words to be marked: in others everything would be."""
LONGEST = 400
"""Words that are compared one by one."""

Piece = tuple[str, bool]
"""Some words, and whether the other side says something else there."""


@dataclass(frozen=True)
class Side:
    """One of the two: `from_` names its sources with their licences, `word` says which of the two it is."""

    asset: Asset
    word: str
    from_: tuple[str, ...]
    checked: str


@dataclass(frozen=True)
class Row:
    """A part of both. `left` and `right` are lines of pieces; none where nothing is said."""

    part: str
    left: list[list[Piece]]
    right: list[list[Piece]]
    is_same: bool


@dataclass(frozen=True)
class Compared:
    """A pair as its page shows it. `better` is the side that would rather be kept, and `because` says why."""

    pair: DuplicatePair
    left: Side
    right: Side
    rows: list[Row]
    how_sure: str
    better: str
    because: str
    precedence: str

    @property
    def differing(self) -> int:
        """How many parts differ."""
        return sum(not row.is_same for row in self.rows)


def compare(pair: DuplicatePair) -> Compared:
    """The two of a pair, the one that was here before on the left. NotFound when one of them is gone."""
    records = {key: list_source_records(session, key) for key in (pair.left_id, pair.right_id)}
    left_id = _here_before(pair, records)
    left, right = (get_asset(session, key, staff=True) for key in (left_id, other_of(pair, left_id)))
    better, because = better_of(left, right, today())
    return Compared(
        pair=pair,
        left=_side(left, "Left", records[left.id]),
        right=_side(right, "Right", records[right.id]),
        rows=[_row(*said) for said in say_side_by_side(session, left.listing, right.listing)],
        how_sure=say_how_sure(pair.probability),
        better=better,
        because=because,
        precedence=_precedence(records[left.id], records[right.id]),
    )


def say_how_sure(probability: float) -> str:
    """ "Probably the same (about 7 in 10)"."""
    words = next(words for least, words in SURE if probability >= least)
    return f"{words} (about {min(9, max(1, round(probability * 10)))} in 10)"


def better_of(left: Asset, right: Asset, on: date) -> tuple[str, str]:
    """The id of the one that would rather be kept, and why: what says more and was checked later."""
    said = [sum(bool(say(one)) for say in PARTS.values()) for one in (left, right)]
    fresh = [how_fresh(one, on).score for one in (left, right)]
    lead = (said[0] - said[1]) / len(PARTS) + fresh[0] - fresh[1]
    at = 0 if lead >= 0 else 1
    why = [
        words for words, numbers in (("says more", said), ("was checked later", fresh)) if numbers[at] > numbers[1 - at]
    ]
    return (left, right)[at].id, " and ".join(why) or "was here before"


def _here_before(pair: DuplicatePair, records: dict[str, list[SourceRecord]]) -> str:
    """What the run that found them had brought is the newcomer."""
    brought = {record.added_run_id for record in records[pair.left_id]}
    is_new = bool(brought) and brought == {pair.run_id}
    return pair.right_id if is_new else pair.left_id


def _side(asset: Asset, word: str, records: Sequence[SourceRecord]) -> Side:
    from_ = tuple(
        f"{record.source} ({record.licence or 'licence not stated'}), record {record.source_id}" for record in records
    )
    return Side(asset, word, from_ or ("Written here, from no source",), how_fresh(asset, today()).sentence)


def _row(part: str, left: Words, right: Words) -> Row:
    mine, theirs = _lines(left), _lines(right)
    if mine == theirs:
        return Row(part, _unmarked(mine), _unmarked(theirs), True)
    if len(mine) == len(theirs) == 1:
        left_pieces, right_pieces = _marked(mine[0], theirs[0])
        return Row(part, [left_pieces], [right_pieces], False)
    # In lists each line that the other does not have.
    return Row(
        part,
        [[(line, bool(theirs) and line not in theirs)] for line in mine],
        [[(line, bool(mine) and line not in mine)] for line in theirs],
        False,
    )


def _lines(said: Words) -> list[str]:
    return [said] if isinstance(said, str) else said or []


def _unmarked(lines: Sequence[str]) -> list[list[Piece]]:
    return [[(line, False)] for line in lines]


def _marked(left: str, right: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, those that differ marked; each in one when they have little in common."""
    mine, theirs = left.split(), right.split()
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if max(len(mine), len(theirs)) > LONGEST or matcher.ratio() < ALIKE:
        return [(left, False)], [(right, False)]
    pieces: tuple[list[Piece], list[Piece]] = ([], [])
    for what, a, b, c, d in matcher.get_opcodes():
        for side, words in ((pieces[0], mine[a:b]), (pieces[1], theirs[c:d])):
            if words:
                side.append((" ".join(words), what != "equal"))
    return pieces


def _precedence(left: Sequence[SourceRecord], right: Sequence[SourceRecord]) -> str:
    """Whose words will count where both say something, when it is not simply those of the one that is kept."""
    known = {source.name: source.precedence for source in list_sources(session)}
    highest = [max(((known.get(one.source, 0), one.source) for one in side), default=None) for side in (left, right)]
    if highest[0] is None or highest[1] is None or highest[0][0] == highest[1][0]:
        return ""
    first, second = sorted((highest[0], highest[1]), reverse=True)
    return f"Where both say something, {first[1]} counts more than {second[1]}, whichever is kept."
