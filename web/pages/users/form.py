"""A new account."""

from collections.abc import Sequence

from flask_wtf import FlaskForm
from wtforms import RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length

from web.accounts.models import RoleName

ROLES = {
    RoleName.ADVISOR.value: "Pathway advisor",
    RoleName.PARTNER.value: "Partner",
    RoleName.CURATOR.value: "Curator",
}
WHAT_THEY_DO = {
    RoleName.ADVISOR.value: "makes plans with members",
    RoleName.PARTNER.value: "keeps the listings of one organisation",
    RoleName.CURATOR.value: "keeps the whole directory, imports and accounts",
}


class AccountForm(FlaskForm):
    """Name, address and role; for a partner the organization whose listings are theirs."""

    name = StringField("Name", [InputRequired("Enter a name"), Length(max=200, message="Use 200 characters or fewer")])
    email = StringField(
        "Email address",
        [InputRequired("Enter an email address"), Length(max=200, message="Use 200 characters or fewer")],
    )
    role = RadioField("What will they do?", choices=ROLES, validators=[InputRequired("Choose what they will do")])
    organization_id = SelectField("Whose listings do they keep?", choices={}, description="For a partner only")


def account_form(organizations: Sequence[tuple[str, str]]) -> AccountForm:
    """The form with every organization to choose from."""
    form = AccountForm()
    form.organization_id.choices = {"": "Choose an organisation", **dict(organizations)}
    return form
