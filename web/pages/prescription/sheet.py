"""The whole sheet: steps, map, code to scan, whom to ring, and help in a crisis."""

from typing import Any

import segno
from flask import current_app, request, url_for
from markupsafe import Markup

from casework.living_plan import living_steps
from casework.members import get_member
from casework.models import Prescription
from directory.geography import Place
from directory.kinds import Precision
from recommender.crisis_contacts import list_contacts
from web.database import catalogue, session
from web.map import MapPoint, draw_map
from web.pages.prescription.paper_step import PaperStep, paper_step

IN_A_CRISIS = ("suicide",)
ROUGH = (Precision.SECTOR, Precision.DISTRICT, Precision.PLACE)


def sheet_of(plan: Prescription, *, private: bool) -> dict[str, Any]:
    """What `_sheet.html` reads. `private`: for the paper she takes home, with the way from there."""
    member = get_member(session, plan.member_id)
    home = _home(member.postcode) if private else None
    steps = [paper_step(step, home, member.travel) for step in living_steps(session, plan)]
    address = link_of(plan)
    return {
        "plan": plan,
        "steps": steps,
        "map": _map(steps),
        "link": address,
        "code": _code(address) if address else None,
        "crisis": list_contacts(IN_A_CRISIS),
    }


def link_of(plan: Prescription) -> str | None:
    """The whole address of the member's link, as it stands on paper."""
    if not plan.link_token:
        return None
    base = current_app.extensions["waymark-settings"].public_url or request.url_root
    return f"{base.rstrip('/')}{url_for('prescription.by_link', token=plan.link_token)}"


def _code(address: str) -> Markup:
    """The address as a QR code, drawn in place."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(
        scale=3, border=2, omitsize=True, svgclass=None, lineclass=None, title="Code that opens this plan"
    )
    return Markup(drawn)  # noqa: S704 (made of modules, not of what anybody typed)


def _map(steps: list[PaperStep]) -> Markup:
    points = [
        MapPoint(
            number=step.number,
            name=step.title,
            url=f"#step-{step.number}",
            latitude=step.venue.latitude,
            longitude=step.venue.longitude,
            rough=step.venue.precision in ROUGH,
        )
        for step in steps
        if step.venue and step.venue.latitude is not None and step.venue.longitude is not None
    ]
    return draw_map(points, labels=_towns(steps), name="plan-map", width=300, height=200)


def _towns(steps: list[PaperStep]) -> list[Place]:
    """The towns of the venues, to be named on the map."""
    names = dict.fromkeys(step.venue.town for step in steps if step.venue and step.venue.town)
    return [place for name in names if (place := catalogue.gazetteer.find_place(name))]


def _home(postcode: str | None) -> Place | None:
    return catalogue.gazetteer.find_place(postcode) if postcode else None
