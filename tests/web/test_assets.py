"""What is sent to every visitor: nobody else's identity, small, readable, built from what is here."""

import gzip
import re
from hashlib import sha256
from pathlib import Path

import pytest

from web.design import STATIC

SOURCES = STATIC.parent / "assets"
BUILT = (
    "waymark.css",
    "waymark.rtl.css",
    "waymark.js",
    "map.js",
    "leaflet/leaflet.js",
    "leaflet/leaflet.css",
)
KILOBYTE = 1024


def read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("style_sheet", ["waymark.css", "waymark.rtl.css"])
@pytest.mark.parametrize("foreign", ["assets.nhs.uk", "Frutiger", "005eb8", "003087", "330072", "ffeb3b", "d5281b"])
def test_nothing_is_left_of_another_organisations_identity(style_sheet: str, foreign: str) -> None:
    assert foreign.lower() not in read(style_sheet).lower()


def test_the_font_of_the_reader_s_own_system_is_set() -> None:
    assert re.search(r"html\{[^}]*font-family:-apple-system", read("waymark.css"))


def test_nothing_is_fetched_from_elsewhere() -> None:
    addresses = {address.strip("\"'") for address in re.findall(r"url\(([^)]*)\)", read("waymark.css"))}
    ours = {address for address in addresses if not address.startswith("data:")}
    assert ours == {"cross.svg"}
    assert (STATIC / "cross.svg").exists()


@pytest.mark.parametrize(
    ("name", "most"), [("waymark.css", 30), ("waymark.rtl.css", 30), ("waymark.js", 14), ("map.js", 2)]
)
def test_it_is_small_on_the_wire(name: str, most: int) -> None:
    assert len(gzip.compress((STATIC / name).read_bytes())) < most * KILOBYTE


@pytest.mark.parametrize("name", BUILT)
def test_the_compressed_copy_is_the_same_file(name: str) -> None:
    assert gzip.decompress((STATIC / f"{name}.gz").read_bytes()) == (STATIC / name).read_bytes()


def test_it_was_built_after_the_last_change_of_a_source() -> None:
    """`make assets` was run: the sources, in the order of their names, are those that the build noted."""
    note = SOURCES / "built_from.txt"
    sources = sorted(path for path in SOURCES.iterdir() if path != note)
    lock = Path(SOURCES.parent.parent, "package-lock.json")
    built = sha256(b"".join(path.read_bytes() for path in [*sources, lock])).hexdigest()
    assert note.read_text().strip() == built


def test_the_lock_file_names_no_place_to_download_from() -> None:
    assert '"resolved"' not in Path(SOURCES.parent.parent, "package-lock.json").read_text()


def palette() -> dict[str, str]:
    found = re.search(r":root\{(--wm-[^}]*)\}", read("waymark.css"))
    assert found
    pairs = (pair.split(":") for pair in found[1].split(";"))
    return {name.removeprefix("--wm-"): value.strip() for name, value in pairs}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    channels = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = ("paper", "sand", "sand-deep", "brand-pale", "leaf-pale", "amber-pale", "clay-pale")
PAIRS = [
    *(("ink", ground) for ground in (*GROUNDS, "amber")),
    *(("brand", ground) for ground in GROUNDS),
    *(("brand-deep", ground) for ground in GROUNDS),
    *(("visited", ground) for ground in GROUNDS),
    *(("quiet", ground) for ground in GROUNDS),
    *(("clay", ground) for ground in ("paper", "sand", "clay-pale")),
    *(("leaf", ground) for ground in ("paper", "sand")),
    *(("paper", ground) for ground in ("brand", "brand-deep", "leaf", "leaf-deep", "leaf-press", "clay", "ink")),
]


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(text: str, ground: str) -> None:
    assert contrast(palette()[text], palette()[ground]) >= 4.5


@pytest.mark.parametrize(("line", "ground"), [("line-strong", "sand"), ("line-strong", "paper"), ("amber", "brand")])
def test_what_must_be_seen_is_seen(line: str, ground: str) -> None:
    """WCAG 1.4.11: three to one for the borders of controls and for focus."""
    assert contrast(palette()[line], palette()[ground]) >= 3
