"""Three plain pages that the footer of every page leads to."""

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from directory.search import ranking as search_ranking
from directory.search.misses import SHOWN_FROM, WEEKS_KEPT
from web.access import anyone
from web.pages.about.transparency import (
    least_fit,
    list_fields,
    list_peculiar,
    list_reaches,
    list_rules,
    list_signals,
    taught_by,
    vocabulary_version,
)
from web.settings import WebSettings
from web.shortlist import MOST

blueprint = Blueprint("about", __name__)


@blueprint.get("/accessibility")
@anyone
def accessibility() -> ResponseReturnValue:
    """The accessibility statement that public sector bodies owe."""
    return render_template("pages/about/accessibility.html")


@blueprint.get("/privacy")
@anyone
def privacy() -> ResponseReturnValue:
    """What is kept of a visitor: nearly nothing."""
    settings: WebSettings = current_app.extensions["waymark-settings"]
    return render_template(
        "pages/about/privacy.html", most=MOST, tiles_url=settings.tiles_url, least=SHOWN_FROM, kept=WEEKS_KEPT
    )


@blueprint.get("/how-suggestions-are-made")
@anyone
def suggestions() -> ResponseReturnValue:
    """The algorithm transparency record, read from what is running."""
    settings: WebSettings = current_app.extensions["waymark-settings"]
    signals, learnt = list_signals(settings.data_dir)
    listings, sentences = taught_by()
    return render_template(
        "pages/about/suggestions.html",
        signals=[(row.meaning, row.family.capitalize(), f"{row.share:g}%") for row in signals],
        learnt=learnt,
        rules=list_rules(),
        least=f"{least_fit():.0%}",
        reaches=[(way, f"{half_at:g}", f"{farthest:g}") for way, half_at, farthest in list_reaches()],
        peculiar=list_peculiar(),
        listings=f"{listings:,}",
        sentences=f"{sentences:,}",
        fields=[(words, f"{weight:g}") for words, weight in list_fields()],
        distances=[(f"{miles:g}", f"{value:.0%}") for miles, value in search_ranking.BANDS],
        version=vocabulary_version(),
    )
