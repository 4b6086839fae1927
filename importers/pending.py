import html
import re
import nh3
import phonenumbers
from directory.listing import Phone

def plain_text(text: str) -> str:
    if "<" in text and re.search(r"<[a-zA-Z/!]", text):
        text = nh3.clean(re.sub(r"(?i)<br\s*/?>|</p>|</li>|</div>", "\n", text), tags=set())
    return html.unescape(text).replace("\r\n", "\n").strip()

def read_phones(text: str) -> tuple[Phone, ...]:
    found = []
    for match in phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.POSSIBLE):
        found.append(Phone(number=phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.NATIONAL)))
    return tuple(found)

def read_languages(text: str):
    return ()
