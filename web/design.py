"""How templates find their components, their style sheets and each other.

`prepare_templates(app)` is called once by the application factory, before the first page is drawn. Afterwards
every template, and every macro imported without context, can say:

    {% extends "layout.html" %}
    {% from "components/asset_card.html" import asset_card %}
    {% from "nhsuk/components/button/macro.jinja" import button %}
    {{ asset_url("waymark.css") }}

and a view can draw `pages/<page>/<name>.html`.
`ChainableUndefined` is what the nhsuk macros are written for: a missing parameter of a parameter is empty.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, url_for
from jinja2 import BaseLoader, ChainableUndefined, ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader

HERE = Path(__file__).parent
STATIC = HERE / "static"


def prepare_templates(app: Flask) -> None:
    """Teach `app` where templates and components are, and give them `asset_url`."""
    app.jinja_options = {**app.jinja_options, "undefined": ChainableUndefined}
    app.jinja_loader = template_loader()
    app.jinja_env.globals["asset_url"] = asset_url


def template_loader() -> BaseLoader:
    """The layout first, then `components/` and `pages/` of ours, then the nhsuk macros under `nhsuk/`."""
    return ChoiceLoader(
        [
            FileSystemLoader(HERE / "templates"),
            PrefixLoader({name: FileSystemLoader(HERE / name) for name in ("components", "pages")}),
            PackageLoader("nhsuk_frontend_jinja"),
        ]
    )


def asset_url(name: str) -> str:
    """The address of a file under `static/`, with its content in the query: it may be cached for ever.

    Example: `/static/waymark.css?v=5d1c9a07e2`. Raises FileNotFoundError for a name that is not there.
    """
    return url_for("static", filename=name, v=fingerprint(name))


@cache
def fingerprint(name: str) -> str:
    """Ten hexadecimal digits that change when the file does."""
    return sha256((STATIC / name).read_bytes()).hexdigest()[:10]
