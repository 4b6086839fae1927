"""The form in which a volunteer, or a curator, writes a listing."""

from typing import Any

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    FieldList,
    Form,
    FormField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, ValidationError

from directory.geography import find_local_authority, read_postcode
from directory.kinds import Access, Attending, Gender, HowToStart, Known
from directory.phrases import ACCESS, ATTENDING, START
from web.database import catalogue
from web.pages.listings.facts import same, tidy

OLDEST = 120


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def line(label: str, *validators: Any, hint: str = "") -> StringField:
    """A field of one line."""
    checks = [*validators, Length(max=500, message="Use 500 characters or fewer")]
    return StringField(label, checks, filters=[tidy], description=hint)


def text(label: str, hint: str = "") -> TextAreaField:
    """A field of several lines."""
    longest = Length(max=20_000, message="That is too long: use 20,000 characters or fewer")
    return TextAreaField(label, [longest], filters=[tidy], description=hint)


def _untouched(field: Field) -> bool:
    """What stood there before is not refused, however odd: somebody may be here to change another line."""
    return not field.data or same(field.data, str(field.object_data or ""))


def check_postcode(_form: Form, field: Field) -> None:
    """A postcode that we know, or a kind word about the one that was perhaps meant."""
    if _untouched(field):
        return
    place = catalogue.gazetteer.find_place(field.data) if read_postcode(field.data) else None
    if place is None or place.postcode is None:
        raise ValidationError(catalogue.gazetteer.explain_place(field.data).message)
    field.data = place.postcode


def check_phone(_form: Form, field: Field) -> None:
    """A number that can be rung, written as people write it here."""
    if _untouched(field):
        return
    wrong = "Enter a phone number, like 0151 496 0123. Who it is for goes in the next box"
    try:
        number = phonenumbers.parse(field.data, "GB")
    except phonenumbers.NumberParseException as error:
        raise ValidationError(wrong) from error
    if not phonenumbers.is_possible_number(number):
        raise ValidationError(wrong)
    british = number.country_code == 44
    written = phonenumbers.PhoneNumberFormat.NATIONAL if british else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    field.data = phonenumbers.format_number(number, written)


def check_email(_form: Form, field: Field) -> None:
    if _untouched(field):
        return
    try:
        found = validate_email(field.data, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValidationError("Enter an email address, like name@example.org") from error
    field.data = found.normalized


def check_website(_form: Form, field: Field) -> None:
    if _untouched(field):
        return
    address = field.data if "://" in field.data else f"https://{field.data}"
    if not address.lower().startswith(("http://", "https://")) or "." not in address or " " in address:
        raise ValidationError("Enter a web address, like www.example.org")
    field.data = address


def check_age(_form: Form, field: Field) -> None:
    if _untouched(field):
        return
    try:
        possible = 0 <= float(field.data) <= OLDEST
    except ValueError:
        possible = False
    if not possible:
        raise ValidationError("Enter an age in years, like 18, or leave this empty")


def check_residents(_form: Form, field: Field) -> None:
    if _untouched(field):
        return
    for name in field.data.split(","):
        if name.strip() and find_local_authority(name) is None:
            raise ValidationError(
                f"We do not know a council area called “{name.strip()}”. Try, for example, Sefton or St Helens"
            )


class AccessForm(Form):
    """Each thing that a person may need: yes, no, or not known."""


for _access in Access:
    _choices = {Known.NOT_KNOWN.value: "Not known", Known.YES.value: "Yes", Known.NO.value: "No"}
    setattr(AccessForm, _access.value, SelectField(capital(ACCESS[_access]), choices=_choices, default="not_known"))


class VenueForm(Form):
    """One place where it happens."""

    name = line("Name of the place", hint="For example, Harbourside Library")
    address = line("Street and number")
    town = line("Town")
    postcode = line("Postcode", check_postcode)
    when = text("Days and times at this place", hint="Only where they differ from place to place")
    getting_there = text("Getting there", hint="Buses, parking, which door")
    confidential = BooleanField(
        "The address must not be public", description="For a refuge, say. People then read only the council area"
    )
    access = FormField(AccessForm)
    gone = BooleanField("It no longer happens here")


class PhoneForm(Form):
    number = line("Phone number", check_phone)
    description = line("Who answers")


class ContactForm(Form):
    name = line("Name")
    title = line("Role", hint="For example, coordinator")
    email = line("Email", check_email)
    phone = line("Phone", check_phone)
    public = BooleanField("Everybody may see this", default=True)


class ListingForm(FlaskForm):
    """All that can be written of a listing; `parts.py` makes smaller forms of it."""

    version = HiddenField()
    name = line("Name", InputRequired("Enter a name that people will know it by"))
    description = text("What it is", hint="What happens there, for somebody who has never been")
    needs = SelectMultipleField("What it helps with", choices={})
    when = text(
        "When does it happen?", hint="As you would say it: Mondays and Wednesdays 10am to 12 noon, term time only"
    )
    venues = FieldList(FormField(VenueForm), max_entries=60)
    cost = text("What does it cost?", hint="As you would say it: Free, or £3.50 (concessions £2)")
    minimum_age = line("Youngest age", check_age, hint="Leave empty if there is none")
    maximum_age = line("Oldest age", check_age, hint="Leave empty if there is none")
    gender = RadioField(
        "Is it for everybody?", choices={"": "Everybody", Gender.WOMEN.value: "Women", Gender.MEN.value: "Men"}
    )
    residents_of = line(
        "Only for people who live in",
        check_residents,
        hint="Council areas, with commas between them. Empty if anybody may come",
    )
    eligibility_text = text("Anything else about who it is for")
    access = FormField(AccessForm)
    access_text = text("Anything else about access")
    attending = SelectMultipleField(
        "How can people take part?", choices={one.value: capital(ATTENDING[one]) for one in Attending}
    )
    how_to_start = RadioField(
        "What should somebody do the first time?",
        choices={"": "Not said", **{one.value: START[one] for one in HowToStart}},
    )
    how_to_start_text = text(
        "In your own words", hint="For example, ring Sue and say who you are. Somebody will meet you at the door"
    )
    phones = FieldList(FormField(PhoneForm), max_entries=20)
    email = line("Email", check_email)
    url = line("Website", check_website)
    contacts = FieldList(FormField(ContactForm), max_entries=20)
