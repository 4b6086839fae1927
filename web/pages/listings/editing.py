"""Writing a listing in two steps: the form, then what it would change, in words. Nothing is kept before the second."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from json import dumps

from flask import render_template, request
from flask.typing import ResponseReturnValue
from pydantic import TypeAdapter, ValidationError
from werkzeug.datastructures import MultiDict

from directory.asset import Asset
from directory.errors import Invalid, NotFound, Refusal
from directory.listing import Listing
from directory.taxonomies import Term, list_terms
from web.database import catalogue, session
from web.difference_words import say_differences
from web.pages.listings.form import ListingForm
from web.pages.listings.listing_facts import written_listing
from web.pages.listings.parts import (
    OF_A_PLACE,
    OF_A_SESSION,
    SECTIONS,
    access_asked,
    add_blank_rows,
    errors_of,
    listing_form,
)
from web.pages.listings.read_back import read_back

CHANGED_MEANWHILE = "Somebody else changed this listing while you were writing. What you wrote is still here: look it through and send it again."
BUTTONS = ("csrf_token", "send", "back")
TYPED = TypeAdapter(list[tuple[str, str]])


@dataclass(frozen=True)
class Editing:
    """Who edits what: `start` is what the form opens with, `keep` what the last button does, said by `send_words`."""

    asset: Asset
    start: Listing
    keep: Callable[[Listing], ResponseReturnValue]
    back: tuple[str, str]
    send_words: str
    note: str
    part: str | None = None

    def answer(self) -> ResponseReturnValue:
        """The page of the step that the request is at."""
        if self.part and self.part not in SECTIONS:
            raise NotFound("There is no such part of a listing.")
        terms = list_terms(session)
        form = listing_form(self.start, self.asset.version, terms, self.part, _typed())
        if request.method == "GET" or "back" in request.form:
            return self._form(form, terms)
        if not form.validate():
            return self._form(form, terms, list(errors_of(form)))
        return self._sent(form, terms)

    def _sent(self, form: ListingForm, terms: Sequence[Term]) -> ResponseReturnValue:
        if form.version.data != str(self.asset.version):
            return self._form(form, terms, [(CHANGED_MEANWHILE, "#main")])
        listing = written_listing(self.start, form.data, catalogue.gazetteer)
        if listing == self.asset.listing:
            return self._form(form, terms, [("Nothing was changed yet, so there is nothing to send.", "#main")])
        if "send" not in request.form:
            return self._check(listing)
        try:
            return self.keep(listing)
        except Refusal as refusal:
            return self._form(form, terms, [(refusal.message, f"#{refusal.field or 'main'}")])

    def _form(
        self, form: ListingForm, terms: Sequence[Term], errors: Sequence[tuple[str, str]] = ()
    ) -> ResponseReturnValue:
        add_blank_rows(form)
        form.version.raw_data, form.version.data = None, str(self.asset.version)
        page = render_template(
            "pages/listings/edit.html",
            editing=self,
            form=form,
            errors=errors,
            sections={self.part: SECTIONS[self.part]} if self.part else SECTIONS,
            domains=list(domains_of(terms)),
            access_asked=access_asked,
            of_a_place=OF_A_PLACE,
            of_a_session=OF_A_SESSION,
        )
        return page, 422 if errors else 200

    def _check(self, listing: Listing) -> ResponseReturnValue:
        return render_template(
            "pages/listings/check.html",
            editing=self,
            differences=say_differences(session, self.asset.listing, listing),
            readings=read_back(self.start, listing),
            typed=dumps(list((_typed() or MultiDict()).items(multi=True))),
        )


def _typed() -> MultiDict[str, str] | None:
    """What was typed: sent by the form itself, or carried along by the page that asks whether it is meant."""
    if request.method == "GET":
        return None
    if "typed" not in request.form:
        return MultiDict((name, value) for name, value in request.form.items(multi=True) if name not in BUTTONS)
    try:
        carried = TYPED.validate_json(request.form["typed"])
    except ValidationError as error:
        raise Invalid("This page came back damaged. Go back and send it again.") from error
    return MultiDict([*carried, ("version", request.form.get("version", ""))])


def domains_of(terms: Sequence[Term]) -> Iterator[tuple[Term, list[Term]]]:
    """Each domain with what belongs to it, the domain itself first."""
    for domain in terms:
        if domain.parent_code is None:
            yield domain, [domain, *(term for term in terms if term.parent_code == domain.code)]
