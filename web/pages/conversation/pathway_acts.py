"""What the buttons of the proposed pathway do. The ids of its steps as they were shown come with the form."""

from collections.abc import Mapping
from dataclasses import replace

from casework.conversations import bring_back
from casework.pathway_choices import PathwayChoices, change_choices
from casework.steps import MOST_STEPS
from directory.assets import get_asset, list_assets
from web.database import session

Form = Mapping[str, str]
PLAN = "plan"


def keep_step(member_id: str, asset_id: str, _form: Form) -> tuple[str, str | None]:
    """It stays in the pathway whatever else is chosen, also what would not be proposed by itself."""
    asset = get_asset(session, asset_id)
    change_choices(session, member_id, lambda chosen: _listed(chosen).keeping(asset.id))
    bring_back(session, member_id, asset.id)
    return PLAN, f"{asset.name} stays in the pathway. The rest is chosen around it."


def let_go(member_id: str, asset_id: str, _form: Form) -> tuple[str, str | None]:
    change_choices(session, member_id, lambda chosen: chosen.letting_go(asset_id))
    return PLAN, None


def leave_out(member_id: str, asset_id: str, _form: Form) -> tuple[str, str | None]:
    asset = get_asset(session, asset_id)
    change_choices(session, member_id, lambda chosen: chosen.leaving_out(asset.id))
    return PLAN, f"{asset.name} is left out. You can bring it back below."


def bring_in(member_id: str, asset_id: str, _form: Form) -> tuple[str, str | None]:
    change_choices(session, member_id, lambda chosen: chosen.bringing_back(asset_id))
    return PLAN, None


def swap(member_id: str, about: str, form: Form) -> tuple[str, str | None]:
    """The fall-back in its place; `about` is both ids."""
    asset_id, _, other_id = about.partition(":")
    asset, other = get_asset(session, asset_id), get_asset(session, other_id)
    order = shown(form)
    change_choices(
        session, member_id, lambda chosen: replace(_listed(chosen), order=tuple(order)).swapping(asset.id, other.id)
    )
    return PLAN, f"{other.name} is in its place. {asset.name} is left out, and you can bring it back."


def sooner(member_id: str, asset_id: str, form: Form) -> tuple[str, str | None]:
    change_choices(session, member_id, lambda chosen: chosen.moving(asset_id, -1, shown(form)))
    return PLAN, None


def later(member_id: str, asset_id: str, form: Form) -> tuple[str, str | None]:
    change_choices(session, member_id, lambda chosen: chosen.moving(asset_id, 1, shown(form)))
    return PLAN, None


def shown(form: Form) -> list[str]:
    """The ids of the steps in the order in which they were shown."""
    return form.get("pathway", "").split()[:MOST_STEPS]


def _listed(chosen: PathwayChoices) -> PathwayChoices:
    return chosen.of_those([asset.id for asset in list_assets(session, chosen.pinned)])
