"""Reporting a mistake."""

from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from directory.mistakes import LONGEST


class MistakeForm(FlaskForm):
    """What is wrong. No name and no address is asked for."""

    words = TextAreaField(
        "What is wrong?",
        [
            DataRequired("Say what is wrong, in a few words"),
            Length(max=LONGEST, message=f"Use {LONGEST:,} characters or fewer"),
        ],
        description="For example, the time has changed. Please leave out anything about yourself.",
    )
    subject = StringField("Leave this empty")
    """No person sees this field: what fills it in is a program."""
