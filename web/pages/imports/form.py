"""What to import, and what to call where it comes from."""

from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import StringField
from wtforms.validators import InputRequired, Length, Regexp

READABLE = ".csv,.xlsx,.ods,.json"


class ImportForm(FlaskForm):
    """A file or an address."""

    upload = FileField("A file", description="A spreadsheet (CSV, XLSX, ODS) or JSON, up to 64 MB")
    address = StringField(
        "Or an address on the web",
        [Length(max=2000, message="That address is too long")],
        description="Of a feed that others publish, beginning with https://",
    )
    source = StringField(
        "Name of the source",
        [
            InputRequired("Enter a name for the source"),
            Length(max=60, message="Use 60 characters or fewer"),
            Regexp(r"[\w .,&'’()/-]+$", message="Use letters, figures and blanks only"),
        ],
        description="Use the same name next time, so that records are recognised and not added twice. For example, Sefton CVS",
    )
    licence = StringField(
        "Licence",
        [Length(max=200, message="Use 200 characters or fewer")],
        description="If you know it. For example, Open Government Licence",
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """One of the two, not both."""
        valid = bool(super().validate(extra_validators))
        chosen = bool(self.upload.data and self.upload.data.filename)
        if chosen == bool((self.address.data or "").strip()):
            sentence = "Choose a file or give an address, not both" if chosen else "Choose a file, or give an address"
            self.upload.errors = [*self.upload.errors, sentence]
            return False
        return valid
