"""Why a listing is closed."""

from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length


class ClosingForm(FlaskForm):
    reason = StringField(
        "Why is it closed?",
        [
            InputRequired("Say why, so that whoever looks later understands"),
            Length(max=300, message="Use 300 characters or fewer"),
        ],
        description="For example, the group has ended; Sue told us by phone",
    )
