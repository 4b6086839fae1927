"""A new feed, and how often one is read."""

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length, Regexp

from directory.models import Feed
from importers.intervals import read_interval, say_interval, write_interval
from importers.sources import list_formats

INTERVALS = ("1h", "6h", "12h", "1d", "1w", "4w")
EVERY = {written: say_interval(int(read_interval(written).total_seconds() // 60)).capitalize() for written in INTERVALS}


class FeedForm(FlaskForm):
    """Where it is, whose it is, and how often it is to be read."""

    address = StringField(
        "Address on the web",
        [InputRequired("Enter the address of the feed"), Length(max=2000, message="That address is too long")],
        description="Beginning with https://",
    )
    source = StringField(
        "Name of the source",
        [
            InputRequired("Enter a name for the source"),
            Length(max=60, message="Use 60 characters or fewer"),
            Regexp(r"[\w .,&'’()/-]+$", message="Use letters, figures and blanks only"),
        ],
        description="If its records were imported before, the name that was used then. For example, Sefton CVS",
    )
    every = SelectField("How often is it read?", choices=EVERY, default="1d")
    format = SelectField("What form does it have?", choices={})
    licence = StringField(
        "Licence",
        [Length(max=200, message="Use 200 characters or fewer")],
        description="If you know it. For example, Open Government Licence",
    )


class IntervalForm(FlaskForm):
    """How often a feed is read."""

    every = SelectField("How often is it read?", choices=EVERY)


def feed_form() -> FeedForm:
    """The form with every format to choose from."""
    form = FeedForm()
    form.format.choices = {"": "Find out by looking", **format_names()}
    return form


def interval_form(feed: Feed) -> IntervalForm:
    """The form as the feed is now; an interval that somebody chose elsewhere can be kept."""
    now = write_interval(feed.every_minutes)
    form = IntervalForm(data={"every": now})
    form.every.choices = {now: say_interval(feed.every_minutes).capitalize()} | EVERY
    return form


def format_names() -> dict[str, str]:
    """What each format is called: the beginning of its module's description."""
    modules = list_formats().items()
    return {name: (module.__doc__ or name).partition(":")[0].partition(".\n")[0] for name, module in modules}
