"""What people looked for in vain."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from directory.search.misses import SHOWN_FROM, WEEKS_KEPT, WEEKS_SHOWN
from web.access import only
from web.accounts.models import RoleName
from web.pages.misses.shown import show_missed

blueprint = Blueprint("misses", __name__)


@blueprint.get("/misses")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """Needs by area, words, and limits, the most often missed first."""
    return render_template(
        "pages/misses/index.html",
        missed=show_missed(),
        least=SHOWN_FROM,
        weeks=WEEKS_SHOWN,
        kept=WEEKS_KEPT,
    )
