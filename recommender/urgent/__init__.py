"""Words that must reach help before anything else: suicide, self-harm, abuse, danger, a child at risk.

Rules, no model: the same words get the same answer every time, and every answer can be traced to one rule in the
files of `rules/`. In doubt the rules alarm. What they are silent about ("not suicidal any more", a brother's suicide
long ago) still meets the crisis strip that stands on every page. The red-team list beside the tests holds them.
"""

from recommender.urgent.calm import CalmWords, hear_out
from recommender.urgent.reading import Urgent, read_urgent, urgent_help
from recommender.urgent.rules import KINDS, Kind

__all__ = ["KINDS", "CalmWords", "Kind", "Urgent", "hear_out", "read_urgent", "urgent_help"]
