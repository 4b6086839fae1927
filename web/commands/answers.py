"""A recommendation as one line of JSON: the form that other programs rely on."""

from typing import Any

from recommender.recommendation import PathwayStep, Recommendation, SoughtNeed, Suggestion
from recommender.urgent import Urgent


def as_answer(recommendation: Recommendation) -> dict[str, Any]:
    """The whole answer for one seeker."""
    return {
        "id": recommendation.id,
        "urgent": _urgent(recommendation.urgent),
        "needs": [_need(need) for need in recommendation.needs],
        "recommendations": [_suggestion(one) for one in recommendation.suggestions],
        "pathway": [_step(step) for step in recommendation.pathway],
        "unmet": list(recommendation.unmet),
    }


def _urgent(urgent: Urgent | None) -> dict[str, Any] | None:
    if urgent is None:
        return None
    contacts = [{"name": contact.name, "how": contact.how} for contact in urgent.contacts]
    return {"kind": str(urgent.kind), "contacts": contacts}


def _need(need: SoughtNeed) -> dict[str, str]:
    return {"id": need.id, "name": need.name, "from": need.origin}


def _suggestion(one: Suggestion) -> dict[str, Any]:
    return {
        "rank": one.rank,
        "asset_id": one.asset.id,
        "source_id": one.asset.source_id,
        "name": one.asset.name,
        "score": one.score,
        "distance_miles": one.distance_miles,
        "needs": list(one.needs),
        "eligible": one.eligible.value,
        "reasons": list(one.reasons),
        "unknowns": list(one.unknowns),
    }


def _step(step: PathwayStep) -> dict[str, Any]:
    return {
        "step": step.step,
        "stage": step.stage.value,
        "asset_id": step.suggestion.asset.id,
        "source_id": step.suggestion.asset.source_id,
        "name": step.suggestion.asset.name,
        "needs": list(step.needs),
        "reasons": list(step.reasons),
    }
