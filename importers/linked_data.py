"""JSON-LD as pages write it: graphs, lists and references, to the things that may be listed, each whole."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from directory.hsds.values import Object, objects
from importers.schema_org import types_of

DEEPEST = 5
MOST_THINGS = 20_000
MOST_REFERRED = 2_000
NOT_LISTED = frozenset(
    "WebSite WebPage CollectionPage ItemPage AboutPage ContactPage FAQPage SearchResultsPage ProfilePage BreadcrumbList "
    "ImageObject VideoObject Article NewsArticle BlogPosting Person Product ProductGroup JobPosting Recipe Review "
    "SearchAction SiteNavigationElement WPHeader WPFooter Question Answer HowTo Book Movie MusicRecording Brand "
    "ListItem PostalAddress GeoCoordinates OpeningHoursSpecification Offer AggregateRating ContactPoint".split()
)
"""What pages are made of, and what is sold or told: nothing to go to."""
TELLING = frozenset(
    "address geo location startDate openingHours openingHoursSpecification telephone email eventSchedule "
    "hasCourseInstance areaServed provider description".split()
)
"""Without one of these a thing is only a name."""
REFERRED = (
    "location organizer provider parentOrganization address geo offers superEvent subEvent eventSchedule contactPoint "
    "openingHoursSpecification hasCourseInstance department serviceLocation availableChannel"
).split()
"""Where one thing of a page stands for another by its id."""
_WRAPPED = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|(?://\s*)?\]\]>|;)\s*$")


def read_script(script: str) -> Any:
    """The JSON of a script. ValueError where it is none."""
    written = _WRAPPED.sub("", _WRAPPED.sub("", script)).strip()
    try:
        # Line breaks within texts are no JSON, but pages write them.
        return json.loads(written, strict=False)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def things_of(documents: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """What may be listed, once, with what it refers to put in the place of the reference."""
    every = [thing for document in documents for thing in _flat(document)][:MOST_THINGS]
    by_id = {str(thing["@id"]): thing for thing in every if "@id" in thing and len(thing) > 1}
    seen: list[Mapping[str, Any]] = []
    for thing in every:
        if is_listed(thing) and thing not in seen[-200:]:
            seen.append(thing)
            yield _Whole(by_id).of(thing)


def is_listed(thing: Object) -> bool:
    """Whether one could go there or take part, rather than read, buy or watch it."""
    types = set(types_of(thing))
    if not types or types & NOT_LISTED:
        return False
    # Who publishes a page stands on every page of it, mostly with no more than a name, a picture and a sentence.
    little = {"description", "email"} if types <= {"Organization", "Corporation"} else set()
    return bool((TELLING - little) & set(thing))


def _flat(document: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The things at the top: of lists, of graphs, of lists of items."""
    if depth > DEEPEST:
        return
    for one in document if isinstance(document, list) else [document]:
        if isinstance(one, list):
            yield from _flat(one, depth + 1)
        elif isinstance(one, dict):
            graph = (
                one.get("@graph")
                or one.get("itemListElement")
                or (one.get("item") if "ListItem" in types_of(one) else None)
            )
            if graph is not None and not is_listed(one):
                yield from _flat(graph, depth + 1)
            else:
                yield one
                yield from (nested for nested in objects(one.get("mainEntity")) if isinstance(nested, dict))


class _Whole:
    """One thing with what it refers to. A page may refer in circles or without end: so often and no more is followed."""

    def __init__(self, by_id: Mapping[str, Any]) -> None:
        self._by_id = by_id
        self._left = MOST_REFERRED

    def of(self, thing: Mapping[str, Any], within: tuple[str, ...] = ()) -> dict[str, Any]:
        found = dict(thing)
        within = (*within, str(thing.get("@id")))
        for name in REFERRED if len(within) <= DEEPEST else ():
            value = found.get(name)
            if isinstance(value, list):
                found[name] = [self._referred(one, within) for one in value[:MOST_REFERRED]]
            elif isinstance(value, dict):
                found[name] = self._referred(value, within)
        return found

    def _referred(self, value: Any, within: tuple[str, ...]) -> Any:
        if not isinstance(value, dict) or self._left <= 0:
            return value
        self._left -= 1
        identity = str(value.get("@id"))
        if set(value) - {"@id", "@type"}:
            return self.of(value, within)
        target = self._by_id.get(identity) if identity not in within else None
        return self.of(target, within) if isinstance(target, dict) else value
