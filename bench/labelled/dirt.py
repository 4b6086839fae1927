"""How keepers write the same thing differently: each keeper has habits of its own, and slips."""

import random
import re
import unicodedata
from dataclasses import dataclass

ABBREVIATIONS = {
    "Street": ["St", "St.", "street"], "Road": ["Rd", "Rd."], "Avenue": ["Ave", "Ave.", "Av."], "Lane": ["Ln", "La."],
    "Boulevard": ["Blvd", "Blvd."], "Drive": ["Dr", "Dr."], "Place": ["Pl", "Pl."], "Square": ["Sq", "Sq."],
    "Terrace": ["Terr", "Ter."], "Crescent": ["Cres", "Cresc."], "Grove": ["Gr"], "Close": ["Cl"],
    "Centre": ["Ctr", "Center"], "Community": ["Comm", "Comm."], "Association": ["Assoc", "Assoc."],
    "Restaurant": ["Rest.", "Restaurante", "Ristorante"], "and": ["&", "+"], "Saint": ["St", "St."], "Hospital": ["Hosp."],
    "Junction": ["Jct"], "International": ["Intl"], "Department": ["Dept"], "Service": ["Svc"], "Limited": ["Ltd"],
}  # fmt: skip


BRANCHES = {"Express", "Local", "Metro", "Extra", "Superstore", "Central"}


@dataclass
class Habits:
    """What a keeper tends to do, as shares of its records."""

    rng: random.Random
    level: float
    gaps: tuple[float, ...] = (0.0, 0.0, 0.05, 0.2, 0.5, 0.8)
    """The shares of records that may lack a field; each field has one of them."""

    def __post_init__(self) -> None:
        def draw(most: float) -> float:
            return self.rng.uniform(0, most) * self.level

        self.slip, self.shorten, self.drop_the, self.capitals = (
            draw(0.12),
            draw(0.5),
            draw(0.8),
            self.rng.random() < 0.07,
        )
        self.kind_word, self.place_word, self.cut, self.turn = draw(0.3), draw(0.25), draw(0.2), draw(0.06)
        self.joined, self.initials, self.renamed, self.tail = draw(0.06), draw(0.15), draw(0.03), draw(0.15)
        self.no_number, self.wrong_number, self.wrong_street = (
            draw(self.rng.choice([0.05, 0.3])),
            draw(0.05),
            draw(0.05),
        )
        self.subtype, self.other_address = draw(0.6), draw(0.04)
        self.unit, self.aside, self.house_name, self.whole = draw(0.15), draw(0.3), draw(0.2), self.rng.random() < 0.4
        self.other_phone, self.lower = draw(0.12), self.rng.random() < 0.15
        self.spread = self.rng.choice([5.0, 12.0, 25.0, 50.0])
        self.far, self.suburb = draw(0.12), self.rng.choice([0.0, 0.1, 0.4])
        self.missing = {
            name: self.rng.choice(self.gaps)
            for name in ("address", "postcode", "phone", "url", "email", "organisation", "category", "city")
        }
        self.phone_style = self.rng.choice(["plain", "dashes", "slash", "brackets", "international", "dots"])

    def lacks(self, field: str) -> bool:
        return self.rng.random() < self.missing[field]

    def often(self, share: float) -> bool:
        return self.rng.random() < share


def slip(rng: random.Random, text: str) -> str:
    """A letter lost, doubled, changed or two of them turned."""
    places = [place for place, sign in enumerate(text) if sign.isalpha()]
    if len(places) < 4:
        return text
    place = rng.choice(places[1:])
    letter = rng.choice("aeioutrnsl")
    return rng.choice([
        text[:place] + text[place + 1 :],
        text[:place] + text[place] + text[place:],
        text[:place] + letter + text[place + 1 :],
        text[: place - 1] + text[place] + text[place - 1] + text[place + 1 :],
    ])  # fmt: skip


def abbreviated(rng: random.Random, text: str, share: float) -> str:
    words = text.split(" ")
    return " ".join(rng.choice(ABBREVIATIONS[w]) if w in ABBREVIATIONS and rng.random() < share else w for w in words)


def without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def named(habits: Habits, name: str, kind: str, place: str, telling: bool = False) -> str:
    """A name as this keeper writes it; `kind` is a word for what it is, `place` for where it is."""
    rng, often = habits.rng, habits.often
    words = name.split(" ")
    if len(words) > 1 and words[-1] in BRANCHES and often(habits.subtype):
        words = words[:-1]
    if words[0] == "The" and often(habits.drop_the):
        words = words[1:]
    elif words[0] != "The" and often(habits.drop_the / 10):
        words = ["The", *words]
    if kind and often(habits.kind_word):
        words = [w for w in words if w.lower() != kind.lower()] if kind in words and len(words) > 1 else [*words, kind]
    if len(words) > 2 and not telling and often(habits.cut):
        words = words[:-1] if rng.random() < 0.7 else words[1:]
        words = words[:-1] if words[-1] in {"for", "and", "of", "&"} else words
    if len(words) == 2 and often(habits.turn):
        words = words[::-1]
    if len(words) > 1 and often(habits.joined):
        at = rng.randrange(len(words) - 1)
        words[at : at + 2] = [words[at] + words[at + 1].lower()]
    if len(words) > 2 and not telling and "&" not in words and words[0] != "The" and often(habits.initials * 0.2):
        words = ["".join(w[0] for w in words if w[0].isalpha()).upper()]
    text = abbreviated(rng, " ".join(words), habits.shorten)
    if often(habits.slip):
        text = slip(rng, text)
    if often(habits.slip):
        text = text.replace("'", "") if rng.random() < 0.5 else without_accents(text)
    if place and often(habits.place_word):
        text += rng.choice([f" {place}", f" ({place})", f", {place}", f" - {place}", f" @ {place}"])
    if kind and often(habits.tail):
        text += rng.choice([f" - {kind}", f" | {kind}", f" ({kind})", " Ltd", f" & {kind}"])
    return text.upper() if habits.capitals else text.lower() if habits.lower else text


def phone_written(habits: Habits, digits: str, american: bool) -> str:
    """Ten American or eleven British digits in this keeper's style."""
    if american:
        a, b, c = digits[:3], digits[3:6], digits[6:]
        styles = {"dashes": f"{a}-{b}-{c}", "slash": f"{a}/{b}-{c}", "brackets": f"({a}) {b}-{c}", "dots": f"{a}.{b}.{c}",
            "international": f"+1 {a}-{b}-{c}"}  # fmt: skip
        return styles.get(habits.phone_style, f"{a} {b} {c}")
    a, b, c = digits[:4], digits[4:7], digits[7:]
    styles = {
        "international": f"+44 {a[1:]} {b} {c}",
        "brackets": f"({a}) {b} {c}",
        "dashes": f"{a}-{b}{c}",
        "dots": digits,
    }
    return styles.get(habits.phone_style, f"{a} {b} {c}")


def address_written(habits: Habits, number: int, street: str, kind: str, corner: str, venue: str, town: str) -> str:
    """A street address as this keeper writes it."""
    rng, often = habits.rng, habits.often
    if often(habits.wrong_number):
        number = max(1, number + rng.choice([-2, 2, 10, 1, 100]))
    if often(habits.wrong_street):
        street, kind = corner.split(" ")[0], corner.split(" ")[-1]
    shown = f"{number}-{number + 2}" if often(habits.unit / 3) else f"{number}"
    line = abbreviated(rng, f"{street} {kind}", habits.shorten)
    if not often(habits.no_number):
        line = f"{shown} {line}"
    if often(habits.unit):
        line = rng.choice(
            [
                f"{line}, Suite {rng.randint(1, 30) * 10}",
                f"Unit {rng.randint(1, 20)}, {line}",
                f"{line} #{number % 9 + 1}",
            ]
        )
    if often(habits.aside):
        line += rng.choice([f" (at {corner})", f" near {corner}", f", {corner}", f" between {corner} and {street} Sq."])
    if venue and often(habits.house_name):
        line = f"{venue}, {line}"
    if habits.whole:
        line += f", {town}"
    if often(habits.slip):
        line = slip(rng, line)
    return line.lower() if habits.lower else re.sub(r"\s+", " ", line)
