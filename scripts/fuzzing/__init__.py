"""Damaged input for every reader, guided by what it makes them do, until time is up."""
