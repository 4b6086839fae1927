"""What is known of her that decides where she can go: what she stated, and where she did not, what her words say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time

from directory.circumstances import PEOPLE, widened
from directory.kinds import Gender
from recommender.reach import Reach, reach_of
from recommender.seeker import Seeker
from recommender.told import Told, read_told

WOMEN = frozenset(["women", "woman", "female", "f", "girl", "girls", "lady", "she"])
MEN = frozenset(["men", "man", "male", "m", "boy", "boys", "he"])


@dataclass(frozen=True)
class Facts:
    """None or empty means unknown, never no. `ages` are the youngest and the oldest that she may be."""

    ages: tuple[float, float] | None
    gender: Gender | None
    circumstances: frozenset[str]
    access_needs: tuple[str, ...]
    languages: frozenset[str]
    """Without regions; empty: nothing is said, and English will do."""
    max_cost: float | None
    reach: Reach
    travel: str | None
    free_times: tuple[tuple[str, time, time], ...]
    online: str | None
    from_home: bool
    """She takes part from home alone."""
    children_ages: tuple[float, ...]
    avoid: tuple[str, ...]


def facts_of(seeker: Seeker, told: Told) -> Facts:
    """Her facts. What she stated stands, whatever her words seem to say; of circumstances and access both count."""
    travel = seeker.travel or told.travel
    most = seeker.max_distance_miles if seeker.max_distance_miles is not None else told.max_miles
    age = (float(seeker.age), float(seeker.age)) if seeker.age is not None else told.age
    return Facts(
        ages=age,
        gender=gender_of(seeker.gender) or (None if seeker.gender else told.gender),
        circumstances=widened({*map_names(seeker.circumstances), *told.circumstances}),
        access_needs=tuple(dict.fromkeys([*seeker.access_needs, *told.access_needs])),
        languages=frozenset(code.split("-")[0].lower() for code in seeker.languages or told.languages),
        max_cost=seeker.max_cost if seeker.max_cost is not None else told.max_cost,
        reach=reach_of(travel, most),
        travel=travel,
        free_times=tuple((slot.day, slot.starts_at, slot.ends_at) for slot in seeker.free_times) or told.free_times,
        online=seeker.online or ("no" if told.not_online else None),
        from_home=seeker.online == "only" or (seeker.online is None and told.from_home),
        children_ages=seeker.children_ages or told.children_ages,
        avoid=tuple(dict.fromkeys([*seeker.avoid, *told.avoid])),
    )


def map_names(circumstances: Iterable[str]) -> Iterator[str]:
    """Ids as they are, plain words ("on probation") by what they say; what is not known is kept as it is."""
    for name in circumstances:
        key = name.strip().lower().replace(" ", "_").replace("-", "_")
        yield key
        if key not in PEOPLE:
            yield from read_told(f"I am {name}").circumstances


def gender_of(said: str | None) -> Gender | None:
    """The gender of a group that a person of this gender, as she put it, belongs to."""
    word = (said or "").strip().lower()
    return Gender.WOMEN if word in WOMEN else Gender.MEN if word in MEN else None
