"""The person for whom we look: what she says, where she is, what stands in her way. Never her name or birth date."""

from datetime import time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from directory.errors import Invalid

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
Years = Annotated[float, Field(ge=0, le=120)]
Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

EXPECTED = {
    "id": "text that is not empty",
    "words": "text of up to 20,000 characters",
    "needs": "a list of need ids or plain words",
    "postcode": "text, such as L4 3TH",
    "latitude": "a number from -90 to 90",
    "longitude": "a number from -180 to 180",
    "age": "a whole number of years from 0 to 120",
    "gender": "text",
    "max_distance_miles": "a number of miles, 0 or more",
    "travel": "walk, wheel, bus or car",
    "max_cost": "a number of pounds, 0 or more",
    "access_needs": "a list, such as step_free, wheelchair, quiet",
    "languages": "a list of language codes, such as en, pl, cy",
    "free_times": 'a list of times such as {"day": "MO", "from": "10:00", "to": "14:00"}',
    "online": "yes, no or only",
    "barriers": "a list, such as confidence, caring, reading",
    "circumstances": "a list, such as veteran, carer, parent",
    "children_ages": "a list of ages in years",
    "avoid": "a list of plain words",
    "already": "a list of asset ids",
}
"""What each member must be, in the words of the refusal."""


class FreeTime(BaseModel):
    """A stretch of a weekday when she could come (Europe/London wall time); `from` and `to` in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    day: Day
    starts_at: time = Field(alias="from")
    ends_at: time = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> "FreeTime":
        if self.ends_at <= self.starts_at:
            raise ValueError("it ends before it starts")
        return self


class Seeker(BaseModel):
    """One person as the recommender may know her. None or empty means unknown, never no. Distances are miles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Line
    words: Words = ""
    needs: tuple[Line, ...] = ()
    """Need ids, domain ids or plain words, as they came; `Vocabulary.find_need` knows what they mean."""
    postcode: Line | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    gender: Line | None = None
    max_distance_miles: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    travel: Literal["walk", "wheel", "bus", "car"] | None = None
    max_cost: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    access_needs: tuple[Line, ...] = ()
    languages: tuple[Language, ...] = ()
    free_times: tuple[FreeTime, ...] = ()
    online: Literal["yes", "no", "only"] | None = None
    barriers: tuple[Line, ...] = ()
    circumstances: tuple[Line, ...] = ()
    children_ages: tuple[Years, ...] = ()
    avoid: tuple[Line, ...] = ()
    already: tuple[Line, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _absent_when_null(cls, members: object) -> object:
        if isinstance(members, dict):
            return {name: value for name, value in members.items() if value is not None}
        return members

    @model_validator(mode="after")
    def _whole_point(self) -> "Seeker":
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError("Give both 'latitude' and 'longitude', or neither")
        return self


def read_seeker(line: str) -> Seeker:
    """One line of a file of seekers. Raises `Invalid` with one plain sentence that names the member."""
    try:
        return Seeker.model_validate_json(line)
    except ValidationError as error:
        raise _refusal(error) from error


def _refusal(error: ValidationError) -> Invalid:
    every = error.errors()
    first = next((one for one in every if one["type"] == "extra_forbidden"), every[0])
    field = str(first["loc"][0]) if first["loc"] else None
    if first["type"] == "json_invalid":
        return Invalid("This line is not JSON")
    if first["type"] == "model_type" and field is None:
        return Invalid("A seeker is one JSON object")
    if first["type"] == "extra_forbidden":
        return Invalid(f"Unknown member '{first['loc'][-1]}'", field)
    if first["type"] == "missing" and field == "id":
        return Invalid("A seeker needs an 'id'", field)
    if field is None:
        return Invalid(first["msg"].removeprefix("Value error, "))
    return Invalid(f"'{field}' must be {EXPECTED.get(field, 'something else')}", field)
