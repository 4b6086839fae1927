"""From what a person typed to a point on the map: postcodes whole and in part, towns, neighbourhoods."""

import logging
import re
from pathlib import Path

import numpy as np

from directory.errors import Unavailable
from directory.kinds import Precision
from directory.place import Place, PlaceNotFound, plausible_point
from directory.postcodes.authorities import authority_name
from directory.postcodes.place_names import find_named, place_names
from directory.postcodes.postcode import (
    FULL,
    SECTORS,
    UNITS,
    district_number,
    postcode_number,
    read_postcode,
    written,
)
from directory.postcodes.slips import nearest_postcode
from directory.postcodes.storage import loaded_table, shipped_table
from directory.postcodes.table import SCALE, PostcodeTable

_PART = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)(?:\s*([0-9])[A-Z]?)?")
_LIVERPOOL = re.compile(r"LIVERPOOL\s+(\d{1,2})")
_AREAS = frozenset(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH
    EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M
    ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST
    SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """.split()
)
"""All postcode areas of the United Kingdom and the islands."""

_log = logging.getLogger(__name__)


class Gazetteer:
    """Finds places. Cheap to make; the tables behind it are read once and shared by all in a process.

    `data_dir` is where `load_postcodes` put more; None looks at the shipped table alone. A load is seen at
    once.
    """

    def __init__(self, data_dir: Path | None = None) -> None:
        self._data_dir = data_dir
        self._warned = False

    def find_place(self, text: str) -> Place | None:
        """The place that is meant, or None.

        A whole postcode in any case and spacing, a sector ("L4 3"), a district ("L4", "Liverpool 4"), a name
        ("near Aintree", "Southport town centre", "bootel"), or an address that ends in one of them. A
        postcode that is not known gives the middle of its sector, else of its district; `precision` says
        so.
        """
        text = text[:200].strip()
        return self._find_postcode(text) or self._find_part(text) or find_named(text)

    def get_place(self, text: str, field: str | None = None) -> Place:
        """Like `find_place`, but raises PlaceNotFound with a helpful sentence."""
        place = self.find_place(text)
        if place is None:
            raise self.explain_place(text, field)
        return place

    def place_at(self, latitude: float, longitude: float, label: str = "here") -> Place:
        """The place of a point, with the local authority of the nearest postcode within two miles.

        Raises PlaceNotFound for a point that cannot be in the British Isles.
        """
        if not plausible_point(latitude, longitude):
            raise PlaceNotFound("That point is not in the British Isles. Are latitude and longitude swapped?")
        given = [self._authority_near(table, latitude, longitude) for table in self._tables()]
        name = authority_name(next((name for name in given if name), ""))
        return Place(latitude, longitude, label, Precision.EXACT, name)

    def suggest_postcode(self, text: str) -> str | None:
        """For a postcode that we do not know, the likeliest that we do; None where none is near."""
        number = postcode_number(text)
        if number is not None and (self._known(number) or not self._area_known(text)):
            return None
        found = nearest_postcode(text, self._known, self._nearest)
        return None if found is None else written(found)

    def explain_place(self, text: str, field: str | None = None) -> PlaceNotFound:
        """Why we cannot tell where that is, in a kind sentence or two, with a suggestion if there is one."""
        shown = " ".join(text[:60].split())
        if not shown:
            return PlaceNotFound("Enter a postcode or a place, such as L4 3TH or Bootle.", field)
        if len(shown) <= 10 and re.search(r"\d", shown) and re.match(r"[A-Za-z]", shown):
            return self._explain_postcode(read_postcode(shown) or shown.upper(), field)
        suggestion = place_names().suggest(shown)
        asked = f"Did you mean {suggestion}?" if suggestion else "Try a postcode or a nearby town."
        return PlaceNotFound(f"We don't know a place called “{shown}”. {asked}", field, suggestion)

    def _tables(self) -> tuple[PostcodeTable, ...]:
        """What was loaded, then what is shipped: the first that knows a postcode wins."""
        try:
            loaded = loaded_table(self._data_dir) if self._data_dir else None
        except Unavailable as error:
            loaded = None
            if not self._warned:
                _log.warning("%s", error.message)
            self._warned = True
        return (loaded, shipped_table()) if loaded else (shipped_table(),)

    def _find_postcode(self, text: str) -> Place | None:
        postcode = read_postcode(text)
        if postcode is None and (inside := FULL.search(text.upper())):
            postcode = f"{inside[1]} {inside[2]}"
        if postcode is None:
            return None
        number = postcode_number(postcode) or 0
        for table in self._tables():
            if (at := table.position(number)) is not None:
                latitude, longitude = table.rows[1:3, at] / SCALE
                name = authority_name(table.authorities[table.rows[3, at]])
                return Place(float(latitude), float(longitude), postcode, Precision.POSTCODE, name, postcode)
        return self._sector(number, f"near {postcode[:-2]}") or self._district(number, f"near {postcode[:-4]}")

    def _find_part(self, text: str) -> Place | None:
        """A sector or a district. "L43" is a district where there is one, else the sector L4 3."""
        text = _LIVERPOOL.sub(r"L\1", text.upper())
        match = _PART.fullmatch(text)
        if match is None:
            return None
        outward, sector = match.groups()
        if sector is not None and (number := postcode_number(f"{outward}{sector}AA")) is not None:
            return self._sector(number, f"{outward} {sector}") or self._district(number, f"near {outward}")
        district = district_number(outward)
        found = self._district(district * SECTORS, outward) if district is not None else None
        return found or (self._find_part(f"{outward[:-1]} {outward[-1]}") if outward[-2:].isdigit() else None)

    def _sector(self, number: int, label: str) -> Place | None:
        return self._middle(number - number % UNITS, UNITS, label, Precision.SECTOR)

    def _district(self, number: int, label: str) -> Place | None:
        return self._middle(number - number % SECTORS, SECTORS, label, Precision.DISTRICT)

    def _middle(self, start: int, length: int, label: str, precision: Precision) -> Place | None:
        """The middle of a run of postcodes, by the table that has the most of them."""
        spans = [(table, table.span(start, start + length)) for table in self._tables()]
        table, span = max(spans, key=lambda found: found[1].stop - found[1].start)
        if span.stop == span.start:
            return None
        return Place(*table.centre(span), label, precision, authority_name(table.authority(span)))

    def _known(self, number: int) -> bool:
        return any(table.position(number) is not None for table in self._tables())

    def _nearest(self, number: int, start: int, stop: int) -> int | None:
        """Of the known postcodes from start to stop, the one that shares most letters with `number`."""
        runs = [table.rows[0, table.span(start, stop)] for table in self._tables()]
        known = np.unique(np.concatenate(runs))
        if not len(known):
            return None
        unlike = (known // 26 != number // 26) * 26 + abs(known % 26 - number % 26)
        return int(known[unlike.argmin()])

    def _area_known(self, text: str) -> bool:
        """False for a real postcode area of which we hold nothing: then no guess of ours can be right."""
        area = re.match(r"\s*([A-Za-z]{1,2})", text)
        return area is None or area[1].upper() not in _AREAS or self._holds(area[1].upper())

    def _holds(self, area: str) -> bool:
        districts = (f"{area}{last}" for last in range(100))
        numbers = [number for name in districts if (number := district_number(name)) is not None]
        starts = np.array(numbers, np.int64) * SECTORS
        return any(self._middle(int(start), SECTORS, area, Precision.DISTRICT) for start in starts)

    def _explain_postcode(self, shown: str, field: str | None) -> PlaceNotFound:
        if not self._area_known(shown):
            sentence = f"We don't know the postcode {shown}: our list does not cover that part of the country."
            return PlaceNotFound(f"{sentence} Try a town or another postcode.", field)
        suggestion = self.suggest_postcode(shown)
        asked = f"Did you mean {suggestion}?" if suggestion else "Check it, or enter a town instead."
        return PlaceNotFound(f"We don't know the postcode {shown}. {asked}", field, suggestion)

    @staticmethod
    def _authority_near(table: PostcodeTable, latitude: float, longitude: float) -> str:
        north = table.rows[1] / SCALE - latitude
        east = (table.rows[2] / SCALE - longitude) * np.cos(np.radians(latitude))
        apart = north * north + east * east
        at = int(apart.argmin())
        return table.authorities[table.rows[3, at]] if apart[at] < (2 / 69.1) ** 2 else ""
