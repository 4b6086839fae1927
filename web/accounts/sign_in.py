"""The sign-in form in our own words."""

from flask_security.forms import LoginForm
from wtforms import EmailField, PasswordField, SubmitField
from wtforms.validators import DataRequired


class SignInForm(LoginForm):
    """Flask-Security's form: it checks the password; the words are ours."""

    email = EmailField("Email address", validators=[DataRequired("Enter your email address")])
    password = PasswordField("Password", validators=[DataRequired("Enter your password")])
    submit = SubmitField("Sign in")
