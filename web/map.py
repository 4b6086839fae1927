"""The map beside a list, drawn by ourselves: nothing is fetched from elsewhere, and it prints.

Numbered pins are those of the list and lead to the same pages. It says no more than the list does, so that
nobody needs to see it.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import hypot

from markupsafe import Markup

from directory.geography import Place
from web.sheet import Box, Sheet, Spot, fitted_sheet, overlaps, spread

RINGS = (
    (0.5, "½ mile"),
    (1.0, "1 mile"),
    (2.0, "2 miles"),
    (5.0, "5 miles"),
    (10.0, "10 miles"),
    (20.0, "20 miles"),
)
SCALES = ((0.1, "176 yards"), (0.25, "¼ mile"), *RINGS)
LETTER = 6.6
"""Pixels that a letter of a label takes, about."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A pin: its number in the list and the page it leads to. `rough`: only the district or town is known."""

    number: int
    name: str
    url: str
    latitude: float
    longitude: float
    rough: bool = False

    def as_json(self) -> dict[str, object]:
        """What `map.js` reads."""
        return asdict(self)


def draw_map(
    points: Sequence[MapPoint],
    here: Place | None = None,
    width: int = 360,
    height: int = 400,
    labels: Sequence[Place] = (),
    name: str = "map",
) -> Markup:
    """An SVG of the pins, where you are, rings of distance and a bar of scale; empty when there is nothing.

    `labels` are towns to name where there is room; those off the sheet are left out. `name` makes ids unique.
    """
    spots = [(point.latitude, point.longitude) for point in points]
    if here:
        spots.append((here.latitude, here.longitude))
    if not spots:
        return Markup("")
    sheet = fitted_sheet(spots, width, height)
    true = [sheet.spot(point.latitude, point.longitude) for point in points]
    placed = spread(true, sheet)
    taken: list[Box] = [(x - 13, y - 13, x + 13, y + 13) for x, y in placed]
    taken.append((0, height - 34, 130, height))
    parts = [
        *(_rings(here, sheet, taken) if here else ()),
        *(_here(here, sheet, taken) if here else ()),
        *_towns(labels, sheet, taken),
        _scale_bar(sheet),
        *(_lead(a, b) for a, b in zip(true, placed, strict=True)),
        *(_pin(point, spot) for point, spot in zip(points, placed, strict=True)),
    ]
    title = f"Map of {len(points)} {'place' if len(points) == 1 else 'places'}"
    title += f" around {here.label}" if here else ""
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="group"'
        ' aria-labelledby="{name}-title"><title id="{name}-title">{title}</title>'
        '<rect class="wm-map__ground" width="{w}" height="{h}"/>{parts}</svg>'
    ).format(w=width, h=height, name=name, title=title, parts=Markup("").join(parts))


def _pin(point: MapPoint, spot: Spot) -> Markup:
    rough = Markup(" wm-map__{part}--rough") if point.rough else Markup("")
    label = f"{point.number}. {point.name}" + (" (somewhere near here)" if point.rough else "")
    return Markup(
        '<a href="{url}" aria-label="{label}"><title>{label}</title>'
        '<circle class="wm-map__pin{pin}" cx="{x}" cy="{y}" r="12"/>'
        '<text class="wm-map__number{text}" x="{x}" y="{ty}" aria-hidden="true">{number}</text></a>'
    ).format(
        url=point.url,
        label=label,
        pin=rough.format(part="pin"),
        text=rough.format(part="number"),
        x=_figure(spot[0]),
        y=_figure(spot[1]),
        ty=_figure(spot[1] + 4.5),
        number=point.number,
    )


def _lead(true: Spot, placed: Spot) -> Markup:
    """A line from a pin that was pushed aside to the place it stands for."""
    if hypot(true[0] - placed[0], true[1] - placed[1]) < 4:
        return Markup("")
    x1, y1, x2, y2 = (_figure(value) for value in (*true, *placed))
    return Markup(
        '<path class="wm-map__lead" d="M{x1} {y1}L{x2} {y2}"/><circle class="wm-map__dot" cx="{x1}" cy="{y1}" r="2.5"/>'
    ).format(x1=x1, y1=y1, x2=x2, y2=y2)


def _rings(here: Place, sheet: Sheet, taken: list[Box]) -> list[Markup]:
    x, y = sheet.spot(here.latitude, here.longitude)
    drawn = []
    for miles, words in RINGS:
        radius = miles * sheet.scale
        if not 26 <= radius <= max(sheet.width, sheet.height):
            continue
        drawn.append(
            Markup('<circle class="wm-map__ring" cx="{}" cy="{}" r="{}"/>').format(
                _figure(x), _figure(y), _figure(radius)
            )
        )
        above_below_beside = ((x, y - radius + 4), (x, y + radius + 4), (x + radius, y), (x - radius, y))
        drawn.append(_text(words, above_below_beside, sheet, taken))
    return drawn


def _here(here: Place, sheet: Sheet, taken: list[Box]) -> list[Markup]:
    x, y = sheet.spot(here.latitude, here.longitude)
    taken.append((x - 8, y - 8, x + 8, y + 8))
    cross = Markup('<path class="wm-map__here" d="M{} {}l8 8-8 8-8-8z"/>').format(_figure(x), _figure(y - 8))
    return [cross, _text(here.label, ((x, y + 22), (x, y - 13)), sheet, taken, "wm-map__here-text")]


def _towns(labels: Sequence[Place], sheet: Sheet, taken: list[Box]) -> list[Markup]:
    """Names of towns, the first ones first, wherever nothing else is."""
    spots = [(town.label, sheet.spot(town.latitude, town.longitude)) for town in labels]
    return [_text(label, (spot,), sheet, taken, "wm-map__text wm-map__town") for label, spot in spots]


def _text(words: str, spots: Sequence[Spot], sheet: Sheet, taken: list[Box], kind: str = "wm-map__text") -> Markup:
    """The words at the first of the spots where they fit, centred; nothing when they fit nowhere."""
    half = len(words) * LETTER / 2
    for x, y in spots:
        box = (x - half, y - 11, x + half, y + 4)
        if sheet.holds(box) and not overlaps(box, taken):
            taken.append(box)
            return Markup('<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                kind, _figure(x), _figure(y), words
            )
    return Markup("")


def _scale_bar(sheet: Sheet) -> Markup:
    """The longest bar of a round length that takes a third of the sheet at most."""
    miles, words = max((one for one in SCALES if one[0] * sheet.scale <= sheet.width / 3), default=SCALES[0])
    y = sheet.height - 12
    return Markup(
        '<path class="wm-map__scale" d="M12 {up}v6h{length}v-6"/>'
        '<text class="wm-map__text" x="16" y="{text}">{words}</text>'
    ).format(up=y - 6, length=_figure(miles * sheet.scale), text=y - 10, words=words)


def _figure(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
