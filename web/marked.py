"""Texts in which the words that somebody looked for are marked, safe to stand on a page."""

from markupsafe import Markup, escape

from directory.search.marking import Marks


def marked(text: str, marks: Marks) -> Markup:
    """The text as HTML, each of the words in a `<mark>`."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece.text) if piece.marked else escape(piece.text)
        for piece in marks.pieces(text)
    )
