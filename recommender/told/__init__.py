"""What a person says of herself that decides where she may go: her age, who she is, when and how far she can.

Needs and barriers say what she would like and what stands in her way; these are the facts and limits that the hard
rules ask for. Phrases stand in the tables beside this module, numbers and times in one module each.
"""

from recommender.told.reading import read_told
from recommender.told.told import Heard, Told

__all__ = ["Heard", "Told", "read_told"]
