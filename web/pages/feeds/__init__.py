"""Feeds: sources that are read again on a schedule, how each is, and what can be done. For curators."""
