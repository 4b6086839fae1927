"""The form for a member: little that must be said, much that may."""

import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from flask_wtf import FlaskForm
from pydantic import ValidationError as Faults
from wtforms import (
    DateField,
    Field,
    FloatField,
    Form,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    StopValidation,
    ValidationError,
)

from casework.consent import WORDING
from casework.members import MemberDetails
from casework.models import Purpose
from directory.clock import today
from directory.geography import PlaceNotFound
from directory.kinds import Precision
from web.database import catalogue
from web.pages.members import choices

NO_ADDRESS = re.compile(r"(no|none|nfa|no fixed (address|abode)|homeless|-)\.?", re.IGNORECASE)
OLDEST = date(1900, 1, 1)
ANSWERS = {"yes": "Yes", "no": "No"}
NOTHING: tuple[object, ...] = (None, "", [])
LISTS = ("access_needs", "languages", "circumstances", "barriers")
GROUPS = {
    "getting_there": ("travel", "max_distance_miles", "max_cost", "online"),
    "access": ("access_needs", "access_text", "languages"),
    "doors": ("birth_date", "gender", "circumstances", "barriers"),
}
"""Fields that stand folded away; a group is open where one of its fields says or lacks something."""


def _short(label: str, hint: str = "", *checks: Any) -> StringField:
    longest = Length(max=200, message="Use 200 characters or fewer")
    return StringField(label, [*checks, longest], description=hint)


def _at_will(_form: Form, field: Field) -> None:
    """Three empty boxes are no date; one that is filled asks for the others."""
    if not any(box.strip() for box in field.raw_data or ()):
        field.errors = []
        raise StopValidation()
    if field.data is None:
        field.errors = []
        raise StopValidation("Enter a whole date of birth, or leave all three boxes empty")


def _born(_form: Form, field: Field) -> None:
    if not OLDEST <= field.data <= today():
        raise ValidationError("The date of birth cannot be right. Check the year")


def _number(label: str, hint: str, most: float, wrong: str) -> FloatField:
    return FloatField(label, [Optional(), NumberRange(0, most, wrong)], description=hint)


class DetailsForm(FlaskForm):
    """What is known of a member. `kept_postcode` is one that we do not know and that she says is right."""

    preferred_name = _short("Name to be called by", "", DataRequired("Enter a name to be called by. Any will do"))
    pronouns = _short("Pronouns (optional)", "For example she/her, he/him, they/them")
    phone = _short("Phone (optional)")
    email = _short("Email (optional)")
    safe_contact = TextAreaField(
        "When and how is it safe to get in touch? (optional)",
        [Length(max=1000, message="Use 1,000 characters or fewer")],
        description="Who else may answer or read it? Is it all right to leave a message?",
    )
    postcode = _short(
        "Postcode (optional)",
        "Only to find things nearby. A town or area will do. No fixed address? Leave it empty",
    )
    kept_postcode = HiddenField()
    travel = SelectField("How do you get about?", choices=choices.TRAVEL)
    max_distance_miles = _number("How far is all right, in miles?", "", 500, "Enter miles from 0.1 to 500")
    max_cost = _number("What can you spend each time?", "0 means free things only", 10_000, "Enter pounds, 0 or more")
    online = SelectField("Things online or by phone?", choices=choices.ONLINE)
    access_needs = SelectMultipleField("What do you need to get in and take part?", choices=choices.ACCESS_NEEDS)
    access_text = StringField(
        "Anything else that helps",
        [Length(max=1000, message="Use 1,000 characters or fewer")],
        description="For example: large print, a seat near the door, time to answer",
    )
    languages = SelectMultipleField("Languages you are at ease in", choices=choices.LANGUAGES)
    birth_date = DateField("Date of birth", [_at_will, _born], format="%d %m %Y")
    gender = SelectField("Show groups for women or for men as well?", choices=choices.GENDER)
    circumstances = SelectMultipleField("Some groups are for people who …", choices=choices.CIRCUMSTANCES)
    barriers = SelectMultipleField("What makes it hard to go to things?", choices=choices.barriers)

    def __init__(self, *positional: Any, **named: Any) -> None:
        super().__init__(*positional, **named)
        for name in LISTS:
            _offer_kept(self[name])

    @property
    def open_groups(self) -> set[str]:
        """The groups in which something is said or has to be put right."""
        return {
            group
            for group, names in GROUPS.items()
            if any(self[name].errors or self[name].data not in NOTHING for name in names)
        }

    def validate_max_distance_miles(self, field: Field) -> None:
        if field.data == 0:
            raise ValidationError("Enter miles from 0.1 to 500")

    def validate_postcode(self, field: Field) -> None:
        """One that we do not know is asked about once, with the one that was perhaps meant."""
        text = (field.data or "").strip()
        if NO_ADDRESS.fullmatch(text):
            field.data = text = ""
        if not text or text == self.kept_postcode.data:
            return
        problem = find_problem(text)
        if problem is not None:
            self.suggested_postcode = problem.suggestion
            raise ValidationError(problem.message)

    suggested_postcode: str | None = None

    def details(self) -> MemberDetails:
        """What was filled in; Faults are put at their fields by `explain`."""
        filled = {name: self[name].data for name in MemberDetails.model_fields}
        return MemberDetails(**{name: value for name, value in filled.items() if value not in NOTHING})

    def explain(self, faults: Faults) -> None:
        """Put what is still wrong at its field."""
        for fault in faults.errors():
            name = str(fault["loc"][0])
            self[name].errors = [*self[name].errors, "This cannot be kept as it is. Check it"]


class ChangeForm(DetailsForm):
    """What is known, to be changed; `version` is that which was opened."""

    version = HiddenField()


class NewMemberForm(DetailsForm):
    """A new member and what she agrees to. `member_id` is made with the empty form: sent twice, it is one member."""

    member_id = HiddenField(default=lambda: str(uuid4()))
    care = RadioField(
        WORDING[Purpose.CARE],
        [InputRequired("Ask whether you may keep a record, and choose yes or no")],
        choices=ANSWERS,
    )
    sharing = RadioField(WORDING[Purpose.SHARING], [Optional()], choices=ANSWERS)
    messages = RadioField(WORDING[Purpose.MESSAGES], [Optional()], choices=ANSWERS)
    research = RadioField(WORDING[Purpose.RESEARCH], [Optional()], choices=ANSWERS)
    how = RadioField("How was it said?", choices={"spoken": "Spoken", "in writing": "In writing"}, default="spoken")

    def validate_member_id(self, field: Field) -> None:
        try:
            field.data = str(UUID(field.data))
        except (ValueError, TypeError, AttributeError):
            field.data = str(uuid4())

    @property
    def consents(self) -> dict[Purpose, bool]:
        """What was answered; what was not asked is not in it."""
        return {one: self[one.value].data == "yes" for one in Purpose if self[one.value].data in ("yes", "no")}


def find_problem(text: str) -> PlaceNotFound | None:
    """Why this is no place that we know for sure; None for one that is."""
    gazetteer = catalogue.gazetteer
    place = gazetteer.find_place(text)
    likely = gazetteer.suggest_postcode(text)
    if place is None or (likely and place.precision is not Precision.POSTCODE):
        return gazetteer.explain_place(text, "postcode")
    return None


def _offer_kept(field: Field) -> None:
    """What is on record stays on offer even where our list does not name it."""
    field.choices = {**{one: choices.own_word(one) for one in field.object_data or ()}, **field.choices}
