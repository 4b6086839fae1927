"""The sign-in form in our own words, and what signing out ends."""

import secrets

from flask_security.forms import LoginForm
from wtforms import EmailField, PasswordField, SubmitField
from wtforms.validators import DataRequired

from web.accounts.models import Account


def end_everywhere(_app: object, user: Account, **_more: object) -> None:
    """Signing out ends every session of the account: a cookie that somebody copied before opens nothing any more."""
    user.fs_uniquifier = secrets.token_hex(32)


class SignInForm(LoginForm):
    """Flask-Security's form: it checks the password; the words are ours."""

    email = EmailField("Email address", validators=[DataRequired("Enter your email address")])
    password = PasswordField("Password", validators=[DataRequired("Enter your password")])
    submit = SubmitField("Sign in")
