"""Languages as partners write them."""

import pytest

from directory.understanding.languages import language_name, read_languages

SPOKEN = [
    ("English; Polish", "en,pl"),
    ("English", "en"),
    ("Polish, Romanian and Urdu", "pl,ro,ur"),
    ("English; other languages through an interpreter", "en"),
    ("English; BSL by booking", "en,bfi"),
    ("BSL", "bfi"),
    ("Arabic, Farsi; Tigrinya; English", "ar,fa,ti,en"),
    ("Cantonese; Mandarin; Hakka", "yue,cmn,hak"),
    ("We speak Polish and Arabic", "pl,ar"),
    ("Polish-speaking worker on Tuesdays", "pl"),
    ("Spanish classes for beginners", ""),
    ("Learn Welsh", ""),
    ("Turkish food and music", ""),
    ("Nail polish and French manicures", ""),
    ("Sessions in Urdu and Punjabi", "ur,pa"),
    ("staff speak Polish, Romanian and Czech", "pl,ro,cs"),
    ("pl; ur", "pl,ur"),
    ("interpreters arranged", ""),
    ("all", ""),
    ("Bengali sessions", "bn"),
    ("Interpreters available in Arabic and Somali", "ar,so"),
    ("Indian head massage", ""),
    ("German Shepherd rescue", ""),
    ("Chinese New Year celebration", ""),
    ("Bengali interpreter on request", "bn"),
    ("Kurdish Sorani", "ckb"),
    ("British Sign Language", "bfi"),
    ("BSL interpreter at every session", "bfi"),
    ("English as a second language", ""),
    ("Welsh speakers welcome", "cy"),
    ("Polish mums group", ""),
    ("Somali women", ""),
    ("French conversation group", ""),
    ("in English and Welsh", "en,cy"),
    ("Drop-in for Polish speakers, with tea", "pl"),
    ("ESOL English class", ""),
    ("farsi, dari, pashto", "fa,prs,ps"),
]


@pytest.mark.parametrize(("text", "codes"), SPOKEN)
def test_languages_are_read_where_they_are_spoken(text: str, codes: str) -> None:
    assert ",".join(read_languages(text)) == codes


@pytest.mark.parametrize(
    ("code", "name"), [("pl", "Polish"), ("bfi", "British Sign Language"), ("en-GB", "English"), ("xx", "xx")]
)
def test_a_code_has_a_name_to_show(code: str, name: str) -> None:
    assert language_name(code) == name


def test_every_language_is_read_by_the_name_it_is_shown_with() -> None:
    for code in ("ar", "ur", "so", "ti", "ckb", "yue", "uk", "cy", "phr"):
        assert read_languages(f"Staff speak {language_name(code)}") == (code,)
