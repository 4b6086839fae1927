"""`waymark user`: accounts from the command line."""

import json
from typing import Any

import click

from directory.assets import list_organizations
from directory.errors import NotFound
from web.accounts.accounts import add_account, find_account, list_accounts, set_active
from web.accounts.models import RoleName
from web.app import create_app
from web.commands.opening import open_catalogue, read_settings

JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")


@click.group("user")
def user_command() -> None:
    """Accounts: who may sign in, and as what."""


@user_command.command("add")
@click.argument("email")
@click.option("--name", default="", help="How the account is called on pages.")
@click.option("--role", "roles", multiple=True, required=True, type=click.Choice([role.value for role in RoleName]))
@click.option("--organisation", help="Whose listings a partner keeps: the name as it stands in the directory.")
@JSON
def add(email: str, name: str, roles: tuple[str, ...], organisation: str | None, as_json: bool) -> None:
    """Add an account; prints the password made for it, once."""
    settings = read_settings()
    with (
        open_catalogue(settings) as catalogue,
        create_app(settings, catalogue).app_context(),
        catalogue.writing() as session,
    ):
        account, password = add_account(
            session,
            email=email,
            name=name,
            roles=[RoleName(role) for role in dict.fromkeys(roles)],
            organization_id=_organization_id(list_organizations(session), organisation),
        )
        address = account.email
    said = {"email": address, "password": password, "roles": list(dict.fromkeys(roles))}
    click.echo(json.dumps(said) if as_json else f"{address} can sign in with the password {password}")


@user_command.command("list")
@JSON
def list_(as_json: bool) -> None:
    """All accounts."""
    with open_catalogue() as catalogue, catalogue.reading() as session:
        accounts: list[dict[str, Any]] = [
            {"email": a.email, "name": a.name, "roles": sorted(r.name for r in a.roles), "active": a.active}
            for a in list_accounts(session)
        ]
    if as_json:
        click.echo(json.dumps(accounts))
        return
    for account in accounts:
        off = "" if account["active"] else "  (disabled)"
        click.echo(f"{account['email']}  {', '.join(account['roles'])}{off}")


@user_command.command("disable")
@click.argument("email")
@JSON
def disable(email: str, as_json: bool) -> None:
    """Keep an account out from its next page on."""
    with open_catalogue() as catalogue, catalogue.writing() as session:
        account = find_account(session, email)
        if account is None:
            raise NotFound(f"There is no account {email}.")
        set_active(session, account.id, False)
        address = account.email
    said = {"email": address, "active": False}
    click.echo(json.dumps(said) if as_json else f"{address} can no longer sign in")


def _organization_id(organizations: list[tuple[str, str]], name: str | None) -> str | None:
    if name is None:
        return None
    for identity, known in organizations:
        if known.lower() == name.strip().lower():
            return identity
    raise NotFound(f"There is no organisation called {name!r} in the directory.")
