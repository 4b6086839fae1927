"""What a curator decides about a change."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField
from wtforms.validators import Length


class DecisionForm(FlaskForm):
    """`version` is that of the listing as it was looked at."""

    version = HiddenField()
    note = TextAreaField(
        "A word to whoever sent it",
        [Length(max=2000, message="Use 2,000 characters or fewer")],
        description="They read it on their page. When you do not publish it, say why and what would help",
    )
