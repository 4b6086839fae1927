"""HTML, or text that may hold some, to plain text that is safe to keep and to show."""

import html
import re

import nh3

LONGEST = 200_000
"""Characters that are read; no description is longer, and what is longer is no description."""
_TAGS = (
    r"a|abbr|address|article|aside|b|big|blockquote|body|br|caption|center|cite|code|dd|del|details|div|dl|"
    r"dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|"
    r"iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|option|o:p|p|pre|q|s|script|"
    r"section|select|small|span|strike|strong|style|sub|summary|sup|svg|table|"
    r"tbody|td|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|video|wbr"
)
_HTML = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)
_MARKS_OF_HTML = re.compile("[<&]|  ")
"""Without these a text of plain letters is as it should be."""
_ESCAPED_HTML = re.compile(rf"&lt;/?(?:{_TAGS})(?:\s[^<>]{{0,300}})?/?&gt;", re.IGNORECASE)
_ADDRESS = re.compile(r"<((?:https?://|mailto:)?[^\s<>\"']{1,300}[@.][^\s<>\"']{1,300})>")
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</?(?:p|h[1-6]|ul|ol|table|blockquote|section|article|pre|dl|hr)\b[^<>]*>", re.IGNORECASE)
_LINE = re.compile(
    r"<br\b[^<>]*>|</?(?:div|tr|li|dt|dd|option|address|header|footer|caption|figure|form|title)\b[^<>]*>",
    re.IGNORECASE,
)
_CELL = re.compile(r"</t[dh]\b[^<>]*>", re.IGNORECASE)
_DROPPED = {"script", "style", "template", "noscript", "iframe", "object", "textarea", "select", "svg", "title"}

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"[^\S\n]+")
_AFTER_BREAK = "ŠŽŒšžœŸƒ€‚„…†‡ˆ‰‹‘’“”•–—˜™›"
_MOJIBAKE = re.compile(f"[\u00c2-\u00f4][\u0080-\u00bf{_AFTER_BREAK}]{{1,3}}")


def plain_text(html_or_text: str) -> str:
    """`html_or_text` without tags, scripts and invisible characters; paragraphs and list items on lines of their own.

    Text that was UTF-8 read as Windows-1252 ("Â£", "â€™") is mended. "<" in plain text ("ages <5") stays. Formulas of
    spreadsheets stay text; making them harmless is the exporter's part.
    """
    if html_or_text.isascii() and html_or_text.isprintable() and not _MARKS_OF_HTML.search(html_or_text):
        return html_or_text[:LONGEST].strip()
    text = _INVISIBLE.sub("", html_or_text[:LONGEST])
    if _ESCAPED_HTML.search(text) and not _HTML.search(text):
        text = html.unescape(text)
    if _HTML.search(text):
        text = _without_tags(text)
    text = _mended(html.unescape(text))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u0085", "\n")
    text = _INVISIBLE.sub("", _CONTROL.sub("", text))
    lines = [_SPACE.sub(" ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _without_tags(text: str) -> str:
    text = _ADDRESS.sub(r" \1 ", text.replace("\r\n", "\n"))
    text = re.sub(r"\s*\n\s*", " ", text) if _PARAGRAPH.search(text) or _LINE.search(text) else text
    text = _ITEM.sub("\n\u2022 ", text)
    text = _PARAGRAPH.sub(lambda tag: f"\n\n{tag.group()}", text)
    text = _LINE.sub(lambda tag: f"\n{tag.group()}", text)
    text = _CELL.sub(lambda tag: f" {tag.group()}", text)
    return nh3.clean(text, tags=set(), clean_content_tags=_DROPPED)


def _mended(text: str) -> str:
    return _MOJIBAKE.sub(_mended_character, text)


def _mended_character(found: re.Match[str]) -> str:
    """What the bytes say in UTF-8, or what was there when they say nothing."""
    written = found.group()
    raw = b"".join(_byte(character) for character in written)
    for length in range(len(raw), 1, -1):
        try:
            return raw[:length].decode("utf-8") + written[length:]
        except UnicodeDecodeError:
            continue
    return written


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
