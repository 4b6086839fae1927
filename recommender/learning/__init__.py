"""Weights from outcomes: fitted to what went on, and taken only where they are shown to be better than those set by hand."""
