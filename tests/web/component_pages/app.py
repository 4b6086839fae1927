"""Pages made of nothing but components, in an application of their own, set in Harbourside."""

from decimal import Decimal
from pathlib import Path

from flask import Flask, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from jinja2 import ChoiceLoader, FileSystemLoader
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    DateField,
    FileField,
    Form,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired

from directory.geography import Place
from web.design import STATIC, prepare_templates, template_loader
from web.map import MapPoint, draw_map


class ListingForm(Form):
    """A partner's form with one field of each kind."""

    name = StringField("Name of the group", [InputRequired("Enter a name")], description="As people know it")
    email = StringField("E-mail")
    phone = StringField("Telephone")
    postcode = StringField("Postcode")
    words = TextAreaField("What happens there")
    day = SelectField("Day", choices={"MO": "Monday", "TU": "Tuesday"})
    distance = RadioField("How far?", choices={"1": "1 mile", "3": "3 miles"}, default="3")
    access = SelectMultipleField("It must be", choices={"free": "free", "step_free": "step-free"})
    agreed = BooleanField("I agree that this is kept")
    checked = DateField("When was it checked?", format="%d %m %Y")
    sheet = FileField("Spreadsheet")
    password = PasswordField("Password")


def mistaken_form() -> ListingForm:
    """Maureen left the name out and there is no 31 February; the rest she typed is kept."""
    typed = [
        ("words", "<b>Tea & talk</b>\nEveryone welcome"),
        ("day", "TU"),
        ("distance", "1"),
        ("access", "free"),
    ]
    form = ListingForm(MultiDict([*typed, ("checked", "31"), ("checked", "2"), ("checked", "2026")]))
    form.validate()
    return form


def result(name: str, **more: object) -> dict[str, object]:
    return {
        "name": name,
        "url": "/place",
        "what": "Free one-to-one help with debts, benefits and letters you are scared to open, over tea.",
        "next_time": "Tue 2 Dec, 10am",
        "place": "Harbourside Library, Walton",
        "distance": "0.3\N{NO-BREAK SPACE}miles",
        "cost": "£3.50 a week",
        "tags": ["Step-free", "Hearing loop", ("Toilet not stated", "unknown")],
        "why": "You said debt, and it is near you",
        "checked": "Checked 3 weeks ago by the organiser",
        "save": {"url": "/save", "saved": False, "fields": {"id": "a1"}},
        **more,
    }


RESULTS = [
    result("Harbourside Money Advice"),
    result("Harbourside Community Pantry and Money Club"),
    result("Tommy & Dev’s <Forms> Club", paused="Full until January"),
    {"name": "Dockside Debt Line", "url": "/line", "times": "Weekdays, 9am to 5pm", "place": "By phone"},
]
POINTS = [
    MapPoint(1, "Harbourside Money Advice", "/place", 53.4493, -2.9655),
    MapPoint(2, "Harbourside Community Pantry", "/place", 53.4385, -2.9805),
    MapPoint(3, "Tommy & Dev’s <Forms> Club", "/place", 53.4493, -2.9655),
]
HERE = Place(53.4445, -2.9625, "L4 3TH")
TOWNS = (Place(53.4466, -2.9891, "Bootle"), Place(53.4084, -2.9916, "Liverpool"))
STEP = {
    "number": 1,
    "name": "Coffee morning",
    "url": "/place",
    "when": "Tue 2 Dec, 10am",
    "where": "Harbourside Library",
    "distance": "0.3 miles",
    "who": "You",
    "with_whom": "Agnieszka comes along the first time",
    "bring": "Nothing",
    "first": "Meet Agnieszka at the door.",
    "why": "You said lonely",
    "status": "Agreed",
}
DOMAINS = ("MON", "HOU", "FOO", "WOR", "LEA", "CON", "MIN", "BOD", "FAM", "SAF", "IND", "JOY")


def create_pages(kept: list[str] | None = None, **context: object) -> Flask:
    """An application with /results, /parts and /talk. What /talk saves is appended to `kept`."""
    app = Flask(__name__, static_folder=str(STATIC), static_url_path="/static")
    prepare_templates(app)
    app.jinja_loader = ChoiceLoader([FileSystemLoader(Path(__file__).parent), template_loader()])
    app.add_url_rule("/help-now", "help_now.show", lambda: "Help")
    app.add_url_rule("/weather", "weather", lambda: "<title>Weather</title>Sunny")

    @app.context_processor
    def for_every_page() -> dict[str, object]:
        names = (
            "home",
            "search",
            "shortlist",
            "accessibility",
            "privacy",
            "suggestions",
            "sign_in",
            "sign_out",
        )
        return {
            "site": {"name": "Waymark", "attributions": ["Postcodes: © Crown copyright"]},
            "links": {name: f"/{name}" for name in names},
            "quick_exit_url": "/weather",
            "demonstration": True,
            "query": "debt letters",
            "near": "L4 3TH",
            **context,
        }

    @app.get("/results")
    def results() -> str:
        drawing = draw_map(POINTS, HERE, labels=TOWNS)
        points = [point.as_json() for point in POINTS]
        return render_template(
            "results.html",
            results=RESULTS,
            form=ListingForm(),
            drawing=drawing,
            points=points,
            page_url=_page_url,
        )

    @app.get("/parts")
    def parts() -> str:
        needs = [{"name": f"Need {id}", "url": f"/{id}", "domain": id} for id in DOMAINS]
        return render_template("parts.html", form=mistaken_form(), needs=needs, step=STEP, amount=Decimal(2))

    @app.get("/talk")
    def talk() -> str:
        return render_template("talk.html")

    @app.post("/keep")
    def keep() -> ResponseReturnValue:
        if kept is not None:
            kept.append(request.form["words"])
        return jsonify(saved=True)

    return app


def _page_url(number: int) -> str:
    return f"?page={number}"
