"""Which addresses on the web may be read: none that leads into the deployer's own network."""

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic_settings import BaseSettings, SettingsConfigDict

from directory.errors import Invalid


class FeedSettings(BaseSettings):
    """`WAYMARK_PRIVATE_FEEDS=true` lets curators read from addresses inside the network."""

    model_config = SettingsConfigDict(env_prefix="WAYMARK_", env_file=".env", extra="ignore")

    private_feeds: bool = False


def check_address(address: str) -> None:
    """Refuse, in a sentence, what is no web address or does not stand on the open internet."""
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Invalid("Enter a whole web address, like https://example.org/services", field="address") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Invalid("Enter a whole web address that begins with https:// or http://", field="address")
    if not FeedSettings().private_feeds and not _is_public(parts.hostname, port):
        raise Invalid("That address is not on the open internet, so it cannot be read from here", field="address")


def _is_public(host: str, port: int) -> bool:
    """Whether every machine behind this name is one of the world's. A name that leads nowhere fails later, in words."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return True
    return all(ip_address(str(address[4][0]).partition("%")[0]).is_global for address in found)
