"""What a hard rule says of one asset for one seeker."""

from dataclasses import dataclass

from recommender.recommendation import Eligible


@dataclass(frozen=True)
class Verdict:
    """NO: she cannot use it. ASK: what decides is not known. `rule` quotes the rule in plain words."""

    eligible: Eligible
    rule: str


def no(rule: str) -> Verdict:
    return Verdict(Eligible.NO, rule)


def ask(rule: str) -> Verdict:
    return Verdict(Eligible.ASK, rule)
