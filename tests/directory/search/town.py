"""What the tests of search share: documents without a database, and where people stand."""

from dataclasses import replace

from directory.place import Place
from directory.search.document import Document

WALTON = Place(53.4391, -2.9618, "L4 3TH")
BOOTLE = Place(53.4515, -2.9933, "L20 3EF")

BLANK = Document(
    id="",
    version=1,
    name="",
    organization="",
    needs="",
    categories="",
    description="",
    places="",
    everyday=(),
    flags=(),
    points=(),
    minimum_age=None,
    maximum_age=None,
    assured_on=None,
)

CHOIR = replace(
    BLANK,
    id="choir",
    name="Walton Waterfront Choir",
    organization="Walton Singers",
    description="A friendly singing group for everyone who likes gardening songs.",
    places="Walton Mission Hall Liverpool L4 3TH",
    flags=("need:JOY", "need:JOY1", "day:TU", "time:evening", "when:TU evening", "attending:in_person"),
    points=((53.4391, -2.9618),),
    minimum_age=18,
)
GARDEN = replace(
    BLANK,
    id="garden",
    name="Bootle Community Garden",
    organization="Dockside Growers",
    needs="Gardens, nature, animals",
    description="Dig, plant and drink tea. Our choir of robins is free.",
    places="Strand Rooms Bootle Sefton L20 3EF",
    flags=(
        "need:JOY",
        "need:JOY3",
        "free:yes",
        "day:TU",
        "day:TH",
        "time:morning",
        "time:evening",
        "when:TU morning",
        "when:TH evening",
        "attending:in_person",
        "access:step_free",
        "sector:community",
    ),
    points=((53.4515, -2.9933), (53.65, -3.0)),
)
DEBT_LINE = replace(
    BLANK,
    id="debt-line",
    name="Quayside Debt Line",
    organization="Quayside Money Advice",
    needs="Debt and letters I'm scared to open Money and bills",
    everyday=(("MON1", "bailiffs skint arrears"),),
    flags=("need:MON", "need:MON1", "free:yes", "attending:phone", "language:pl"),
    maximum_age=60,
)
TOWN = (CHOIR, GARDEN, DEBT_LINE)
