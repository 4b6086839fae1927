"""Her words to facts: the one way in. *Never a silent guess*: what is not surely said is left out."""

import re
from collections.abc import Iterable, Iterator

from directory.circumstances import PEOPLE, widened
from directory.kinds import Access, Gender
from directory.phrases import ACCESS
from directory.understanding.languages import language_name
from recommender.told.avoiding import avoided
from recommender.told.children import GROWN, Child, children_in
from recommender.told.distances import farthest
from recommender.told.findings import Finding, find
from recommender.told.free_times import left_over, limits_in
from recommender.told.losses import loss_in
from recommender.told.money import most_to_pay
from recommender.told.persons import HERSELF, Person, owners_of
from recommender.told.speech import Speech, hear
from recommender.told.told import FreeTime, Heard, Told, Travel
from recommender.told.tongues import languages_in, languages_spoken
from recommender.told.week import describe_week
from recommender.told.whose import about_whom
from recommender.told.years import ages_in

SAID = {
    "from_home": "From home only",
    "not_online": "Not online",
    "walk": "On foot",
    "wheel": "In a wheelchair or on a scooter",
    "bus": "By bus",
    "car": "By car",
    Gender.WOMEN: "A woman",
    Gender.MEN: "A man",
}
"""Values in plain words."""

OFTEN_OF_A_CHILD = frozenset(
    "autistic adhd disabled learning_disability deaf blind epilepsy brain_injury diabetes cancer heart lung".split()
)
"""What makes the parent of somebody of whom it is said a parent of a child with special needs or a disability."""


def read_told(words: str) -> Told:
    """The facts and limits in these words. Urgent words are not handled: ask `read_urgent` first."""
    return _Listener(hear(words)).told()


class _Listener:
    """One speech, asked for one kind of fact after another."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.owners = owners_of(speech)
        self.ages = list(ages_in(speech, self.owners)) if speech.said else []
        self.about = about_whom(speech, self.owners, self.ages)
        self.tongues = {spoken.first for spoken in languages_spoken(speech, by_anybody=True)}
        """Where a language is named as one that is spoken: "I speak Polish" does not say where she was born."""
        self.said: list[Heard] = []

    def told(self) -> Told:
        if not self.speech.said:
            return Told()
        age, gender = self._age(), self._gender()
        children = self._children()
        limits = self._limits()
        return Told(
            age=age,
            gender=gender,
            circumstances=self._circumstances(children, age),
            access_needs=self._access(),
            languages=self._languages(),
            max_cost=self._cost(limits),
            max_miles=self._miles(limits),
            travel=self._travel(limits),
            free_times=self._free_times(),
            from_home=self._simple("from_home", limits),
            not_online=self._simple("not_online", limits),
            children_ages=tuple(child.age for child in children),
            avoid=self._avoid(),
            about=self.about.words,
            said=tuple(self.said),
        )

    def _hear(self, fact: str, value: str, plain: str, first: int, after: int) -> None:
        self.said.append(Heard(fact, value, plain, self.speech.quoted(first, after)))

    def _mine(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Those that are said of the person whom the facts are of."""
        return (finding for finding in findings if self._is_about(finding.owner))

    def _is_about(self, owner: Person) -> bool:
        return owner is self.about or (self.about is not HERSELF and owner.words == self.about.words)

    def _age(self) -> tuple[int, int] | None:
        hers = [years for years in self.ages if self._is_about(years.owner)]
        if hers:
            return self._told_age(int(hers[0].youngest), int(hers[0].oldest), hers[0].first, hers[0].after)
        for finding in self._mine(find("ages", self.speech, self.owners)):
            youngest, oldest = finding.row.id.split("-")
            return self._told_age(int(youngest), int(oldest), finding.first, finding.after)
        return None

    def _told_age(self, youngest: int, oldest: int, first: int, after: int) -> tuple[int, int]:
        plain = (
            f"{youngest}"
            if youngest == oldest
            else f"{youngest} or over"
            if oldest == 120
            else f"{youngest} to {oldest}"
        )
        self._hear("age", f"{youngest}-{oldest}", plain, first, after)
        return youngest, oldest

    def _gender(self) -> Gender | None:
        found = list(self._mine(find("gender", self.speech, self.owners)))
        genders = {finding.row.id for finding in found}
        if self.about.gender is not None and not genders:
            self.said.append(Heard("gender", self.about.gender.value, SAID[self.about.gender], self.about.words))
            return self.about.gender
        if len(genders) != 1:
            return None
        gender = Gender(genders.pop())
        self._hear("gender", gender.value, SAID[gender], found[0].first, found[0].after)
        return gender

    def _circumstances(self, children: list[Child], age: tuple[int, int] | None) -> frozenset[str]:
        heard: dict[str, tuple[int, int]] = {}
        for finding in find("circumstances", self.speech, self.owners):
            one = self._circumstance(finding)
            if one is not None:
                heard.setdefault(one, (finding.first, finding.after))
        if self.about is HERSELF and "bereaved" not in heard and (loss := loss_in(self.speech)):
            heard["bereaved"] = loss
        if children and "carer" in heard and self.speech.words[heard["carer"][1] - 1] in {"him", "her"}:
            heard.pop("carer")
        babies = [child for child in children if child.age < 1]
        if babies:
            heard["new_parent"] = (babies[0].first, babies[0].after)
        if age is not None and age[1] < GROWN and "carer" in heard:
            heard["young_carer"] = heard.pop("carer")
        if children and "parent" not in widened(heard) and self.about is HERSELF:
            heard["parent"] = (children[0].first, children[0].after)
        if "pregnant" in heard and not children:
            heard.pop("parent", None)
        for one, (first, after) in heard.items():
            self._hear("circumstances", one, _capital(PEOPLE.get(one, one.replace("_", " "))), first, after)
        return frozenset(heard)

    def _circumstance(self, finding: Finding) -> str | None:
        if finding.first in self.tongues:
            return None
        if finding.row.whose == "kin":
            return finding.row.id if self.about is HERSELF else None
        if finding.row.whose == "child" and finding.owner.relation in {"child", "partner"} and finding.owner.hers:
            return finding.row.id if self.about is HERSELF else None
        if self._is_about(finding.owner):
            return finding.row.id
        if (
            self.about is HERSELF
            and finding.owner.relation == "child"
            and finding.owner.hers
            and finding.row.id in OFTEN_OF_A_CHILD
        ):
            return "send_parent"
        return None

    def _access(self) -> tuple[Access, ...]:
        needs: dict[Access, None] = {}
        for finding in self._mine(find("access", self.speech, self.owners)):
            need = Access(finding.row.id)
            if need not in needs:
                needs[need] = None
                self._hear("access_needs", need.value, _capital(ACCESS[need]), finding.first, finding.after)
        return tuple(needs)

    def _languages(self) -> tuple[str, ...]:
        codes: dict[str, None] = {}
        for spoken in languages_in(self.speech, self.owners, self.about):
            if spoken.code not in codes:
                codes[spoken.code] = None
                self._hear("languages", spoken.code, language_name(spoken.code), spoken.first, spoken.after)
        return tuple(codes)

    def _limits(self) -> dict[str, Finding]:
        """The limits told by phrases, the first of each kind; `cost:0` is of the kind `cost`."""
        found: dict[str, Finding] = {}
        for finding in self._mine(find("limits", self.speech, self.owners)):
            found.setdefault(finding.row.id.partition(":")[0], finding)
            if finding.row.id.startswith("miles") and float(_value(finding)) < float(_value(found["miles"])):
                found["miles"] = finding
        return found

    def _cost(self, limits: dict[str, Finding]) -> float | None:
        price = most_to_pay(self.speech)
        if price is not None:
            self._hear("max_cost", str(price.pounds), f"£{price.pounds:g} at most", price.first, price.after)
            return price.pounds
        if "cost" not in limits:
            return None
        self._hear("max_cost", "0", "Only what is free", limits["cost"].first, limits["cost"].after)
        return 0.0

    def _miles(self, limits: dict[str, Finding]) -> float | None:
        reach = farthest(self.speech)
        if reach is not None:
            self._hear("max_miles", f"{reach.miles:g}", f"Within {reach.miles:g} miles", reach.first, reach.after)
            return reach.miles
        if "miles" not in limits:
            return None
        finding = limits["miles"]
        rides = "travel" in limits and _value(limits["travel"]) in {"bus", "car"}
        if rides and re.search(r"\bwalk", self.speech.quoted(finding.first, finding.after)):
            return None
        self._hear("max_miles", _value(finding), f"Within {_value(finding)} miles", finding.first, finding.after)
        return float(_value(finding))

    def _travel(self, limits: dict[str, Finding]) -> Travel | None:
        if "travel" not in limits:
            return None
        way: Travel = _value(limits["travel"])  # type: ignore[assignment]
        self._hear("travel", way, SAID[way], limits["travel"].first, limits["travel"].after)
        return way

    def _free_times(self) -> tuple[FreeTime, ...]:
        limits = limits_in(self.speech, self.owners, self.about)
        free = left_over(limits)
        for limit in limits if free else []:
            alone = left_over([limit])
            value = "; ".join(f"{day} {begins:%H:%M}-{ends:%H:%M}" for day, begins, ends in alone)
            self._hear("free_times", value, "; ".join(describe_week(alone)), limit.first, limit.after)
        return free

    def _simple(self, fact: str, limits: dict[str, Finding]) -> bool:
        if fact in limits:
            self._hear(fact, "yes", SAID[fact], limits[fact].first, limits[fact].after)
        return fact in limits

    def _children(self) -> list[Child]:
        if self.about is not HERSELF:
            return []
        children = children_in(self.speech, self.owners, self.ages)
        if not children:
            children = self._grandchildren()
        for child in children:
            self._hear("children_ages", f"{child.age:g}", f"A child of {child.age:g}", child.first, child.after)
        return children

    def _grandchildren(self) -> list[Child]:
        """Theirs count as her own where she brings them up."""
        ages = [years for years in self.ages if years.owner.relation == "grandchild" and years.oldest < GROWN]
        raised = ages and any(one.row.id == "kinship_carer" for one in find("circumstances", self.speech, self.owners))
        return [Child(years.youngest, years.first, years.after) for years in ages] if raised else []

    def _avoid(self) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for finding in self._mine(avoided(self.speech, self.owners)):
            if finding.row.id not in found:
                found[finding.row.id] = None
                self._hear("avoid", finding.row.id, f"Not {finding.row.id}", finding.first, finding.after)
        return tuple(found)


def _value(finding: Finding) -> str:
    return finding.row.id.partition(":")[2]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
