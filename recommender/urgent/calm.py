"""Calm words: what a person said once it was read for danger and none was heard. Ranking sees no other words."""

from typing import Self

from recommender.urgent.reading import Urgent, read_urgent

_READ = object()


class CalmWords(str):
    """Words in which nothing asks for help now. Nobody makes them but `hear_out`, which reads them first."""

    __slots__ = ()

    def __new__(cls, words: str, read: object = None) -> Self:
        if read is not _READ:
            raise TypeError("Only `hear_out` makes calm words: it reads for urgent ones first")
        return super().__new__(cls, words)


def hear_out(words: str, *others: str) -> Urgent | CalmWords:
    """What in these words, or in others that came with them, asks for help now; or the words, found to be calm."""
    return read_urgent("\n".join([words, *others])) or CalmWords(words, _READ)
