"""What the words of a listing ask of who may come: the requirements of a listing that stand in no field of their own.

Only what is *for* people counts, not who is merely welcome: "everyone welcome, especially carers" and "carers'
concession" ask nothing of anybody. A name, a field of its own and a description are believed in that order: a field
of few words is about nothing else, and of a name it must be plain that it is a group's.
"""

from directory.understanding.eligibility.reading import read_eligibility

__all__ = ["read_eligibility"]
