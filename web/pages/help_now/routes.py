"""Whom to ring now."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from recommender.crisis_contacts import list_contacts
from web.access import anyone

blueprint = Blueprint("help_now", __name__)

SECTIONS = (
    ("If a life is at risk, or somebody is hurt", ("danger",)),
    ("If you are thinking about suicide or of hurting yourself", ("suicide", "self_harm")),
    ("If somebody is hurting, threatening or controlling you", ("abuse",)),
    ("If you are worried about a child", ("child_safeguarding",)),
)


@blueprint.get("/help-now")
@anyone
def show() -> ResponseReturnValue:
    """The contacts of the deployer, by what is happening."""
    sections = [(title, list_contacts(kinds)) for title, kinds in SECTIONS]
    return render_template("pages/help_now/help_now.html", sections=sections)
