"""How much a source's word counts, and what it publishes under."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length, NumberRange

from directory.sources import HIGHEST, LONGEST_LICENCE

NUMBER = f"Enter a whole number from 0 to {HIGHEST}"


class SourceForm(FlaskForm):
    precedence = IntegerField(
        "How much its word counts",
        [InputRequired(NUMBER), NumberRange(0, HIGHEST, NUMBER)],
        description=f"From 0 to {HIGHEST}. Where two sources disagree about a listing, the higher number counts",
    )
    licence = StringField(
        "Licence",
        [Length(max=LONGEST_LICENCE, message=f"Use {LONGEST_LICENCE} characters or fewer")],
        description="What its records are published under. For example, Open Government Licence v3.0",
    )
