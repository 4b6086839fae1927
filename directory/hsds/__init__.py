"""HSDS-UK: services as the standard's JSON writes them, to and from listings."""

from directory.hsds.reading import listing_from_hsds

__all__ = ["listing_from_hsds"]
