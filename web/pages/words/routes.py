"""The list and a box to try it, a new word, and one of them to change or remove."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from directory.errors import Refusal
from directory.models import EverydayWord
from directory.search.everyday import (
    LONGEST,
    add_everyday_word,
    change_everyday_word,
    get_everyday_word,
    list_everyday_words,
    remove_everyday_word,
)
from directory.search.trying import read_as
from directory.taxonomies import list_terms
from recommender.urgent import read_urgent
from web.access import only
from web.accounts.models import RoleName
from web.database import catalogue, session
from web.near import printable
from web.pages.listings.editing import domains_of
from web.pages.results.asked import Asked
from web.pages.words.form import WordForm, led_to_a_list, word_form

blueprint = Blueprint("words", __name__)

LONGEST_TRIED = 400


@blueprint.get("/words")
@only(RoleName.CURATOR)
def index() -> ResponseReturnValue:
    """Every word, and what a question is read as."""
    tried = printable(request.args.get("question", ""))[:LONGEST_TRIED]
    urgent = bool(read_urgent(tried))
    find_place = catalogue.gazetteer.find_place
    reading = read_as(session, catalogue.index, tried, find_place) if tried and not urgent else None
    return render_template(
        "pages/words/index.html",
        words=list_everyday_words(session),
        names={term.code: term.name for term in list_terms(session)},
        tried=tried,
        urgent=urgent,
        reading=reading,
        search_url=Asked(q=tried).url,
    )


@blueprint.route("/words/add", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def add() -> ResponseReturnValue:
    """A new word; what was looked for in vain is filled in already."""
    form = word_form(phrase=printable(request.args.get("phrase", ""))[:LONGEST])
    if not form.is_submitted():
        return _page(form)
    if form.validate() and (word := _kept(form)):
        flash(f"“{word.phrase}” is on the list. Searches read it from now on.")
        return _tried(word)
    return _page(form, status=422)


@blueprint.route("/words/<word_id>/change", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def change(word_id: str) -> ResponseReturnValue:
    """What is meant by one, or as good as it."""
    word = get_everyday_word(session, word_id)
    form = word_form(word)
    if not form.is_submitted():
        return _page(form, word)
    if form.validate() and _kept(form, word):
        flash(f"“{word.phrase}” is changed. Searches read it so from now on.")
        return _tried(word)
    return _page(form, word, 422)


@blueprint.route("/words/<word_id>/remove", methods=["GET", "POST"])
@only(RoleName.CURATOR)
def remove(word_id: str) -> ResponseReturnValue:
    """Ask whether it is meant; then no search reads it any more."""
    word = get_everyday_word(session, word_id)
    if request.method == "GET":
        return render_template("pages/words/remove.html", word=word)
    flash(f"“{remove_everyday_word(session, word.id).phrase}” is off the list.")
    return redirect(url_for("words.index"))


def _kept(form: WordForm, word: EverydayWord | None = None) -> EverydayWord | None:
    """The word as it is kept; None when it was refused, which then stands at its field."""
    said = {"needs": form.needs.data or (), "same_as": form.wordings, "by": current_user.email}
    try:
        if word is None:
            return add_everyday_word(session, form.phrase.data, **said)
        return change_everyday_word(session, word.id, form.phrase.data, **said)
    except Refusal as refusal:
        form[refusal.field or "phrase"].errors = [refusal.message]
        return None


def _page(form: WordForm, word: EverydayWord | None = None, status: int = 200) -> ResponseReturnValue:
    domains = list(domains_of(led_to_a_list(list_terms(session))))
    return render_template("pages/words/edit.html", form=form, word=word, domains=domains), status


def _tried(word: EverydayWord) -> ResponseReturnValue:
    return redirect(url_for("words.index", question=word.phrase))
