"""The parts of a listing as its page shows them, each with a small form of its own."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from werkzeug.datastructures import MultiDict
from wtforms import Field, FieldList, FormField

from directory.kinds import Access
from directory.listing import Listing
from directory.taxonomies import Term
from web.pages.listings.form import ListingForm
from web.pages.listings.listing_facts import form_values


class Section(NamedTuple):
    """A part: its heading, and the fields of the form that write it."""

    title: str
    fields: tuple[str, ...]


SECTIONS = {
    "what": Section("Name and what it is", ("name", "description")),
    "needs": Section("What it helps with", ("needs",)),
    "when": Section("When", ("when",)),
    "where": Section("Where", ("venues",)),
    "cost": Section("Cost", ("cost",)),
    "who": Section("Who it is for", ("minimum_age", "maximum_age", "gender", "residents_of", "eligibility_text")),
    "access": Section("Access", ("access", "access_text")),
    "joining": Section("How to take part", ("attending", "how_to_start", "how_to_start_text")),
    "contact": Section("How to get in touch", ("phones", "email", "url", "contacts")),
}
OF_A_PLACE = (
    "step_free",
    "wheelchair",
    "toilet",
    "lift",
    "parking",
    "changing_places",
    "hearing_loop",
    "quiet",
    "assistance_dogs",
)
OF_A_SESSION = ("bsl", "large_print", "carer_welcome", "quiet")


def listing_form(
    listing: Listing,
    version: int,
    terms: Sequence[Term],
    part: str | None = None,
    typed: MultiDict[str, str] | None = None,
) -> ListingForm:
    """The form of a listing, or of one of its parts, filled with what it says or with what was `typed`."""
    form = ListingForm(typed, data={**form_values(listing), "version": str(version)})
    wanted = SECTIONS[part].fields if part else tuple(name for section in SECTIONS.values() for name in section.fields)
    for field in list(form):
        if field.name not in wanted and field.name not in ("version", "csrf_token"):
            del form[field.name]
    if "needs" in form:
        form.needs.choices = {term.code: term.name for term in terms} | {code: code for code in form.needs.data or ()}
    return form


def add_blank_rows(form: ListingForm) -> None:
    """An empty row at the end of each list, to add one without a script."""
    for rows in form:
        if isinstance(rows, FieldList) and (not rows.entries or _filled(rows.entries[-1].data)):
            rows.append_entry()


def errors_of(form: Any) -> Iterator[tuple[str, str]]:
    """Every error with the address of its field, those of rows too."""
    for field in form:
        yield from _errors(field)
    for sentence in getattr(form, "form_errors", ()):
        yield sentence, "#main"


def access_asked(form: Any, asked: Sequence[str]) -> list[Field]:
    """The questions of access that this place or session is asked, and those that somebody has answered."""
    return [form[access.value] for access in Access if access.value in asked or form[access.value].data != "not_known"]


def _errors(field: Field) -> Iterator[tuple[str, str]]:
    if isinstance(field, FieldList):
        for entry in field.entries:
            yield from _errors(entry)
    elif isinstance(field, FormField):
        yield from errors_of(field.form)
    elif field.errors:
        yield str(field.errors[0]), f"#{field.id}"


def _filled(row: dict[str, Any]) -> bool:
    return any(value for name, value in row.items() if isinstance(value, str) and name != "csrf_token")
