"""Languages spoken there: names that people write to BCP 47 codes, and back to the name a page shows."""

import re

NAMES = {
    "en": "English",
    "ak": "Twi",
    "am": "Amharic",
    "ar": "Arabic",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ckb": "Kurdish Sorani",
    "ku": "Kurdish",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Farsi",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gd": "Scottish Gaelic",
    "gu": "Gujarati",
    "ha": "Hausa",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "ig": "Igbo",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "ln": "Lingala",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "ml": "Malayalam",
    "mn": "Mongolian",
    "nb": "Norwegian",
    "ne": "Nepali",
    "nl": "Dutch",
    "om": "Oromo",
    "pa": "Punjabi",
    "pl": "Polish",
    "prs": "Dari",
    "ps": "Pashto",
    "pt": "Portuguese",
    "rmn": "Romani",
    "ro": "Romanian",
    "ru": "Russian",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sn": "Shona",
    "so": "Somali",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "ti": "Tigrinya",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "wo": "Wolof",
    "yo": "Yoruba",
    "yue": "Cantonese",
    "zh": "Chinese",
    "cmn": "Mandarin",
    "bfi": "British Sign Language",
}
OTHER_NAMES = {
    "bsl": "bfi",
    "sign language": "bfi",
    "bangla": "bn",
    "sylheti": "bn",
    "sorani": "ckb",
    "persian": "fa",
    "panjabi": "pa",
    "cymraeg": "cy",
    "filipino": "tl",
    "mandarin chinese": "cmn",
    "pushto": "ps",
    "romanes": "rmn",
    "kiswahili": "sw",
    "gaelic": "gd",
}
_CODES = {name.lower(): code for code, name in NAMES.items()} | OTHER_NAMES
_NAMED = re.compile(
    r"\b(?:" + "|".join(re.escape(name) for name in sorted(_CODES, key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_LONGEST = 2_000


def read_languages(text: str) -> tuple[str, ...]:
    """The codes of the languages named, each once and in the order named; codes themselves are understood too."""
    found = [_CODES[match.group().lower()] for match in _NAMED.finditer(text[:_LONGEST])]
    codes = [part.lower() for part in re.split(r"[;,\s]+", text[:_LONGEST]) if part.lower() in NAMES]
    return tuple(dict.fromkeys(found or codes))


def language_name(code: str) -> str:
    """The English name of a language by its code; the code itself where we know no name."""
    return NAMES.get(code.split("-")[0].lower(), code)
