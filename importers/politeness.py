"""Manners towards other people's servers: a pause between requests, few tries again, and waiting when asked to."""

import time
from threading import Lock
from typing import Any, Self

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import InvalidHeader, MaxRetryError
from urllib3.util import Retry

from directory.errors import Invalid

LONGEST_WAIT = 60.0
"""Seconds that we wait for a server within one reading; who wants more is asked another time."""


class FetchingSettings(BaseSettings):
    """How we ask: `WAYMARK_FEED_PAUSE` seconds apart, saying whom to write to when we are a nuisance."""

    model_config = SettingsConfigDict(env_prefix="WAYMARK_", env_file=".env", extra="ignore")

    feed_pause: float = Field(default=0.1, ge=0, le=60)
    contact: str = ""

    @property
    def user_agent(self) -> str:
        """Our name, in the characters that a header may have."""
        contact = "".join(sign for sign in self.contact if sign.isascii() and sign.isprintable())
        return f"Waymark (community directory{'; ' + contact if contact else ''})"


def fetching_settings() -> FetchingSettings:
    """The settings of the environment. Invalid when the pause is none."""
    try:
        return FetchingSettings()
    except ValidationError as error:
        wrong = error.errors()[0]["input"]
        raise Invalid(f"WAYMARK_FEED_PAUSE is “{wrong}”: write seconds, from 0 to 60.") from error


class Patience(Retry):
    """urllib3's, which waits as long as Retry-After says, but gives up when that is longer than we can wait."""

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """Seconds; None also for what nobody can read."""
        try:
            return super().get_retry_after(response)
        except InvalidHeader:
            return None

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: BaseHTTPResponse | None = None,
        *more: Any,
        **named: Any,
    ) -> Self:
        """The tries that are left. MaxRetryError when the server wants to be left alone for longer."""
        if response is not None and (self.get_retry_after(response) or 0) > LONGEST_WAIT:
            raise MaxRetryError(named.get("_pool"), url or "")  # type: ignore[arg-type]  # as urllib3 does
        return super().increment(method, url, response, *more, **named)


_turns: dict[str, float] = {}
_taking = Lock()


def wait_for_turn(host: str) -> None:
    """Return when this host may be asked once more: requests begin at least the pause apart, from all our threads."""
    pause = fetching_settings().feed_pause
    with _taking:
        turn = max(time.monotonic(), _turns.get(host, 0.0))
        _turns[host] = turn + pause
    time.sleep(max(0.0, turn - time.monotonic()))
