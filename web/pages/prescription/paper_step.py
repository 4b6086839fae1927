"""A step as paper, a text message and the member's link say it: enough to go there, and nothing that is only hers."""

from dataclasses import dataclass

from casework.first_steps import whom_to_ask_for
from casework.living_plan import LivingStep
from casework.models import Owner
from casework.text_messages import text_message
from directory.asset import Asset
from directory.clock import today
from directory.geography import Place, travel_band
from directory.kinds import Status
from directory.listing import Venue
from directory.phrases import describe_attending, describe_cost, describe_room
from directory.schedule_words import describe_times
from web.cards import nearest_venue, venue_miles
from web.formatting import long_date

MOST_TIMES = 3
GIVEN_WHEN_YOU_RING = "The address is given when you ring"
OWNERS = {Owner.MEMBER: None, Owner.ADVISOR: "Your advisor sees to this", Owner.PARTNER: "They get in touch with you"}


@dataclass(frozen=True, slots=True)
class PaperStep:
    """One step in words. `trouble` is what has happened to it since: closed, or something changed."""

    number: int
    title: str
    asset_id: str | None
    trouble: str | None
    times: tuple[str, ...]
    where: str | None
    getting_there: str | None
    cost: str | None
    phone: str | None
    ask_for: str | None
    bring: str | None
    goes_along: str | None
    owner: str | None
    due: str | None
    first: str | None
    venue: Venue | None

    @property
    def message(self) -> str:
        """The step as a text message."""
        ring = f"Ring {self.phone}" if self.phone else ""
        return text_message(
            [
                f"{self.number}. {self.title}",
                ", ".join(self.times),
                self.where or "",
                f"First: {self.first}" if self.first else "",
                f"{ring}, ask for {self.ask_for}" if ring and self.ask_for else ring,
                f"Bring {self.bring}" if self.bring else "",
            ]
        )


def paper_step(step: LivingStep, home: Place | None = None, travel: str | None = None) -> PaperStep:
    """The step with the facts of now; with `home` also how long the way is."""
    asset = _without_names(step.asset) if step.asset and step.renamed else step.asset
    venue = nearest_venue(asset, home) if asset else None
    return PaperStep(
        number=step.number,
        title=step.title,
        asset_id=asset.id if asset and not step.renamed else None,
        trouble=_trouble(step),
        times=_times(asset) if asset else (),
        where=_where(asset, venue) if asset else None,
        getting_there=_getting_there(venue, home, travel),
        cost=describe_cost(asset) if asset and (asset.costs or asset.cost_text) else None,
        phone=asset.phones[0].number if asset and asset.phones else None,
        ask_for=step.ask_for or (whom_to_ask_for(asset) if asset else None),
        bring=step.bring,
        goes_along=step.goes_along,
        owner=OWNERS[step.owner],
        due=long_date(step.due) if step.due else None,
        first=step.first_small_step,
        venue=venue if venue and not venue.confidential else None,
    )


def _trouble(step: LivingStep) -> str | None:
    if step.gone:
        return "This has closed, or is no longer listed. Do not go there: ring the number below."
    if step.asset and step.asset.status is Status.PAUSED:
        return "This is closed for now. Ring before you go."
    if step.changed:
        what = ", ".join(part[:1].lower() + part[1:] for part in step.changed if ", as written" not in part)
        return f"Changed since your plan was made: {what or 'what it says of itself'}. What stands here is new."
    full = describe_room(step.asset, today()) if step.asset else None
    return f"{full}. Ring before you go." if full and full != "Taking new people" else None


def _times(asset: Asset) -> tuple[str, ...]:
    said = describe_times(asset, today()) or ([asset.times_text] if asset.times_text else [])
    return tuple(line[:1].upper() + line[1:] for line in said[:MOST_TIMES])


def _where(asset: Asset, venue: Venue | None) -> str | None:
    if venue is None:
        return describe_attending(asset)
    if venue.confidential:
        return GIVEN_WHEN_YOU_RING
    parts = (venue.name, venue.address, venue.town, venue.postcode)
    return ", ".join(dict.fromkeys(part for part in parts if part)) or None


def _getting_there(venue: Venue | None, home: Place | None, travel: str | None) -> str | None:
    if venue is None or venue.confidential:
        return None
    miles = venue_miles(venue, home)
    journey = travel_band(miles, travel or "bus") if miles is not None else None
    return (
        ". ".join(filter(None, (venue.getting_there, journey and f"{journey[:1].upper()}{journey[1:]} from home")))
        or None
    )


def _without_names(asset: Asset) -> Asset:
    """What is called otherwise on paper is not named by its rooms either."""
    venues = tuple(venue.model_copy(update={"name": None}) for venue in asset.venues)
    return asset.model_copy(update={"venues": venues})
