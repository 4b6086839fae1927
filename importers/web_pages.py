"""What a web page says for machines: JSON-LD in `<script type="application/ld+json">`, found without reading the page whole."""

import codecs
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import BinaryIO

CHUNK = 1 << 16
LARGEST_PAGE = 50_000_000
"""Bytes of a page that are looked through."""
LARGEST_SCRIPT = 5_000_000
LINKED_DATA = "application/ld+json"
BEGINNINGS = (b"<!doctype html", b"<html", b"<!-- saved from url")


def is_web_page(head: bytes) -> bool:
    """Whether a file that begins so is a web page."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t")[:200].lower().startswith(BEGINNINGS)


def holds_linked_data(file: BinaryIO) -> bool:
    """Whether JSON-LD stands anywhere in the page."""
    needle, before, read = LINKED_DATA.encode(), b"", 0
    while read < LARGEST_PAGE and (chunk := file.read(CHUNK)):
        read += len(chunk)
        if needle in (before + chunk).lower():
            return True
        before = chunk[-len(needle) :]
    return False


def each_script(file: BinaryIO) -> Iterator[str]:
    """The text of every script with JSON-LD, in order; of one that is far too long, nothing but its beginning."""
    finder = _Finder()
    decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
    read = 0
    while read < LARGEST_PAGE and (chunk := file.read(CHUNK)):
        read += len(chunk)
        finder.feed(decode(chunk))
        yield from finder.take()
    finder.close()
    yield from finder.take()


class _Finder(HTMLParser):
    """Gathers what stands in the scripts of one type; all else of a page passes by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[str] = []
        self._open: list[str] | None = None
        self._size = 0

    def take(self) -> list[str]:
        """The scripts that ended since it was last asked."""
        found, self._found = self._found, []
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        if tag == "script" and kind == LINKED_DATA:
            self._open, self._size = [], 0

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._size < LARGEST_SCRIPT:
            self._size += len(data)
            self._open.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._open is not None:
            self._found.append("".join(self._open))
            self._open = None

    def close(self) -> None:
        """A script that the end of the file cut short is given as far as it goes."""
        super().close()
        if self._open is not None:
            self._found.append("".join(self._open))
            self._open = None
