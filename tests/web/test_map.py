"""The drawn map: true to the ground, pins apart, and the same places as the list."""

import re
from math import hypot

import html5lib

from directory.geography import Place
from web.map import MapPoint, draw_map
from web.sheet import fitted_sheet, spread

WALTON = (53.4493, -2.9655)
BOOTLE = (53.4466, -2.9891)
HERE = Place(53.4445, -2.9625, "L4 3TH")


def pins(drawing: str) -> list[tuple[float, float]]:
    found = re.findall(r'wm-map__pin[^"]*" cx="([\d.]+)" cy="([\d.]+)"', drawing)
    return [(float(x), float(y)) for x, y in found]


def test_a_mile_is_as_long_north_as_east() -> None:
    sheet = fitted_sheet([WALTON, BOOTLE], 360, 400)
    a, b = sheet.spot(*WALTON), sheet.spot(*BOOTLE)
    # 0.99 miles between them, by great circle.
    assert abs(hypot(a[0] - b[0], a[1] - b[1]) / sheet.scale - 0.99) < 0.01
    assert sheet.spot(53.46, -2.97)[1] < sheet.spot(53.44, -2.97)[1]


def test_two_groups_in_one_library_stand_beside_each_other() -> None:
    sheet = fitted_sheet([WALTON], 360, 400)
    spots = spread([sheet.spot(*WALTON)] * 4, sheet)
    gaps = [hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(spots) for b in spots[:i]]
    assert min(gaps) >= 24  # WCAG 2.5.8: targets of 24 pixels


def test_every_pin_has_its_number_its_link_and_its_place_on_the_sheet() -> None:
    points = [MapPoint(n, f"Place {n}", f"/place/{n}", 53.4 + n / 500, -2.96) for n in range(1, 21)]
    drawing = draw_map(points, HERE)
    tree = html5lib.parseFragment(drawing, namespaceHTMLElements=False)
    links = [element for element in tree.iter() if str(element.tag).endswith("a")]
    assert [link.get("aria-label") for link in links] == [f"{n}. Place {n}" for n in range(1, 21)]
    assert [link.get("href") for link in links] == [f"/place/{n}" for n in range(1, 21)]
    assert all(12 <= x <= 348 and 12 <= y <= 388 for x, y in pins(drawing))


def test_a_name_cannot_break_out_of_the_drawing() -> None:
    drawing = draw_map([MapPoint(1, '"><script>', "/?a&b", *WALTON)], Place(*BOOTLE, "<b>"))
    assert "<script>" not in drawing
    assert "<b>" not in drawing
    assert 'href="/?a&amp;b"' in drawing


def test_it_names_here_the_rings_the_scale_and_the_towns_that_fit() -> None:
    drawing = draw_map([MapPoint(1, "Pantry", "/1", *BOOTLE)], HERE, labels=(Place(53.44, -2.98, "Kirkdale"),))
    assert "L4 3TH" in drawing
    assert "1 mile<" in drawing
    assert "½ mile<" in drawing
    assert "Kirkdale" in drawing
    assert "Leeds" not in draw_map([MapPoint(1, "P", "/1", *BOOTLE)], HERE, labels=(Place(53.8, -1.55, "Leeds"),))


def test_a_place_known_only_roughly_says_so() -> None:
    assert "(somewhere near here)" in draw_map([MapPoint(1, "Circle", "/1", *WALTON, rough=True)])


def test_nothing_to_show_draws_nothing() -> None:
    assert draw_map([]) == ""
