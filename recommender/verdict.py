"""What a hard rule says of one asset for one seeker."""

from dataclasses import dataclass

from recommender.recommendation import Eligible

USUALLY = 0.9
"""How often what has to be asked about turns out well, where a rule knows nothing better."""


@dataclass(frozen=True)
class Verdict:
    """NO: she cannot use it. ASK: what decides is not known. `rule` quotes the rule in plain words.

    `likely` is how often, 0 to 1, people in her place can use it once they ask; found on the judged collection.
    """

    eligible: Eligible
    rule: str
    likely: float


@dataclass(frozen=True)
class Judgement:
    """All rules together: the one that says no, or all that have to be asked about; and how likely it is for her."""

    eligible: Eligible
    rules: tuple[str, ...] = ()
    likely: float = 1.0


def no(rule: str) -> Verdict:
    return Verdict(Eligible.NO, rule, 0.0)


def ask(rule: str, likely: float = USUALLY) -> Verdict:
    return Verdict(Eligible.ASK, rule, likely)
