"""The application: settings and catalogue in, pages out."""

from importlib import import_module
from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix
from whitenoise import WhiteNoise

from directory.catalogue import Catalogue
from web.access import guard
from web.catalogue import create_catalogue
from web.context import add_context
from web.database import keep_sessions
from web.design import prepare_templates
from web.errors import explain_errors
from web.formatting import add_filters
from web.notes import keep_notes
from web.pages import PAGES
from web.security import protect
from web.settings import WebSettings

HERE = Path(__file__).parent
A_YEAR = 365 * 24 * 60 * 60


def create_app(settings: WebSettings | None = None, catalogue: Catalogue | None = None) -> Flask:
    """A ready application. The database must be migrated: the command line sees to it."""
    settings = settings or WebSettings()
    app = Flask(__name__, static_folder="static")
    app.extensions["waymark-settings"] = settings
    catalogue = catalogue or create_catalogue(settings)
    app.extensions["waymark-catalogue"] = catalogue
    prepare_templates(app)
    protect(app, settings)
    guard(app)
    keep_sessions(app)
    keep_notes(app, catalogue.database)
    explain_errors(app)
    add_context(app, settings)
    add_filters(app)
    for page in PAGES:
        app.register_blueprint(import_module(f"web.pages.{page}.routes").blueprint)
    _serve_files(app)
    if settings.behind_proxy:
        trusted = settings.behind_proxy
        behind = ProxyFix(app.wsgi_app, x_for=trusted, x_proto=trusted, x_host=trusted)
        app.wsgi_app = behind  # type: ignore[method-assign]  # as Flask's documentation has it
    return app


def _serve_files(app: Flask) -> None:
    """Style sheets and scripts straight from WhiteNoise, compressed ones where the browser takes them."""
    files = WhiteNoise(app.wsgi_app, root=str(HERE / "static"), prefix="static/", max_age=A_YEAR)
    app.wsgi_app = files  # type: ignore[method-assign]  # as Flask's documentation has it
