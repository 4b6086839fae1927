"""HTML and its accidents, made plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.understanding.plain_text import plain_text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("<p>Choir for <b>everyone</b></p><p>Tuesdays</p>", "Choir for everyone\n\nTuesdays"),
        ("<ul><li>Tea<li>Toast</ul>", "• Tea\n• Toast"),
        ("One<br/>Two<div>Three</div>", "One\nTwo\nThree"),
        ("<table><tr><td>Mon</td><td>10-12</td></tr><tr><td>Thu</td><td>2-4</td></tr></table>", "Mon 10-12\n\nThu 2-4"),
        ("Hello<script>alert(1)</script><style>p{}</style>", "Hello"),
        ("<img src=x onerror=alert(1)>Lunch", "Lunch"),
        ("&lt;p&gt;Lunch&lt;/p&gt;", "Lunch"),
        ("Tea &amp; toast&nbsp;50p", "Tea & toast 50p"),
        ("Ages < 5 & > 3", "Ages < 5 & > 3"),
        ("I <3 Bootle", "I <3 Bootle"),
        ("Maureen <maureen@example.org>", "Maureen <maureen@example.org>"),
        ("<p>Maureen <maureen@example.org></p>", "Maureen maureen@example.org"),
        ("\u00c2\u00a33, don\u00e2\u20ac\u2122t, caf\u00c3\u00a9 \u00e2\u20ac\u201c yes", "£3, don’t, café – yes"),
        ("São Ünal, naïve £3", "São Ünal, naïve £3"),
        ("a\x00b\u200bc\u202ed", "abcd"),
        ("  too   much\tspace \r\n\r\n\r\n\r\n here ", "too much space\n\nhere"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_only_the_words_are_left(written: str, plain: str) -> None:
    assert plain_text(written) == plain


@given(st.text(max_size=300))
def test_plain_words_stay_as_they_are_when_read_again(text: str) -> None:
    once = plain_text(text)
    assert "\x00" not in once
    assert once == once.strip()


@given(st.sampled_from(["script", "style", "iframe"]), st.text("abc <>&;/\"'=", max_size=40))
def test_no_script_survives(tag: str, inside: str) -> None:
    assert f"<{tag}" not in plain_text(f"<p>Hello</p><{tag}>{inside}</{tag}>")
