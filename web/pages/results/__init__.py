"""Searching the directory: list, map, filters, and help first where words ask for it."""
