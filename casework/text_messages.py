"""A step as a text message: two messages at most, in letters that every phone takes.

Two joined messages hold 2 x 153 characters of the GSM alphabet (3GPP TS 23.038); one letter outside of it would
halve that, so likenesses stand in for those.
"""

import unicodedata
from collections.abc import Sequence

LONGEST = 306
GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWICE = frozenset("^{}\\[~]|€")
"""In the alphabet's second table: each counts as two."""
ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u00a0": " ", "•": "-"})


def text_message(parts: Sequence[str]) -> str:
    """The parts as sentences, the first ones first; those that no longer fit are left out, the first is cut."""
    sentences = [_sentence(gsm(part)) for part in parts if part.strip()]
    if not sentences:
        return ""
    said = _cut(sentences[0])
    for sentence in sentences[1:]:
        if length(f"{said} {sentence}") <= LONGEST:
            said = f"{said} {sentence}"
    return said


def length(text: str) -> int:
    """How many characters of a message it takes."""
    return sum(2 if letter in TWICE else 1 for letter in text)


def gsm(text: str) -> str:
    """The text in the GSM alphabet; a letter that has no likeness in it is left out."""
    return "".join(_alike(letter) for letter in " ".join(text.translate(ALIKE).split()))


def _alike(letter: str) -> str:
    if letter in GSM or letter in TWICE:
        return letter
    plain = unicodedata.normalize("NFKD", letter)
    return "".join(one for one in plain if one in GSM)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _cut(text: str) -> str:
    while length(text) > LONGEST:
        text = f"{text[:-5].rstrip(' .')}..."
    return text
