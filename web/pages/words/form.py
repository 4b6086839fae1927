"""A phrase, what people mean by it, and what is as good as it."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import Field, Form, SelectMultipleField, StringField
from wtforms.validators import ValidationError

from directory.models import EverydayWord
from directory.search.everyday import LONGEST
from directory.taxonomies import Term
from recommender.needs import vocabulary
from recommender.urgent import read_urgent
from web.near import printable


def tidy(typed: str | None) -> str:
    """With single spaces."""
    return printable(typed or "")


def check_for_crisis(_form: Form, field: Field) -> None:
    """Such words are searched for nowhere, whatever stands on a list."""
    if read_urgent(field.data):
        raise ValidationError("These words bring help before any search, so nothing can be said of them here")


class WordForm(FlaskForm):
    phrase = StringField(
        "Words that people use",
        [check_for_crisis],
        filters=[tidy],
        description=f"As they say or type it, in {LONGEST} letters or fewer. For example: heads a mess",
    )
    needs = SelectMultipleField("What people mean by it", choices={}, validate_choice=False)
    same_as = StringField(
        "The same as",
        filters=[tidy],
        description="As it stands in listings, with commas between. For example, for lido: swimming baths, open air pool",
    )

    @property
    def wordings(self) -> list[str]:
        """The other wordings, one by one."""
        return [wording for wording in (self.same_as.data or "").split(",") if wording.strip()]


def word_form(word: EverydayWord | None = None, phrase: str = "") -> WordForm:
    """The form of a word that is on the list, or of a new one."""
    if word is None:
        return WordForm(data={"phrase": phrase})
    return WordForm(data={"phrase": word.phrase, "needs": word.needs, "same_as": ", ".join(word.same_as)})


def led_to_a_list(terms: Sequence[Term]) -> list[Term]:
    """Without the needs for which people are led to help and to no list."""
    to_help = {need.id for need in vocabulary() if not need.ranked}
    return [term for term in terms if term.code not in to_help]
