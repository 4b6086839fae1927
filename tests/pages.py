"""A browser without scripts over the application. Every page it opens is checked; nobody has to remember to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask import Flask
from flask.testing import FlaskClient
from html5lib.constants import E as MESSAGES
from werkzeug.test import TestResponse

HIDDEN = ("hidden", "submit", "button", "image", "reset")


def text_of(element: Element | None) -> str:
    """The words in an element, with single spaces."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


@dataclass
class Page:
    """A page as it came: its address, status and parsed tree."""

    url: str
    status: int
    html: str
    tree: Element = field(repr=False)

    @property
    def h1(self) -> str:
        return text_of(self.tree.find(".//h1"))

    @property
    def main(self) -> str:
        """The words of the page without header and footer."""
        return text_of(self.tree.find(".//main"))

    @property
    def text(self) -> str:
        return text_of(self.tree.find("body"))

    def links(self) -> dict[str, str]:
        """The words and the address of every link; of several with the same words the first."""
        found: dict[str, str] = {}
        for link in self.tree.iter("a"):
            found.setdefault(text_of(link), link.get("href", ""))
        return found

    def form(self, button: str) -> Element:
        """The form with a button of these words."""
        for form in self.tree.iter("form"):
            if any(text_of(one) == button for one in _buttons(form)):
                return form
        raise AssertionError(f"{self.url} has no form with a button {button!r}: {self.main[:500]}")


class Browser:
    """Opens pages, follows links and sends forms as a person without scripts does."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()
        self.page: Page | None = None

    def sign_in(self, email: str, password: str) -> Page:
        self.open("/sign-in")
        return self.send("Sign in", email=email, password=password)

    def open(self, url: str, status: int = 200) -> Page:
        """Open an address and follow where it leads."""
        return self._arrive(self.client.get(url, follow_redirects=True), status)

    def follow(self, words: str, status: int = 200) -> Page:
        """Follow the link with these words on the page in hand."""
        assert self.page
        links = self.page.links()
        assert words in links, f"{self.page.url} has no link {words!r}, only {sorted(links)}"
        return self.open(urljoin(self.page.url, links[words]), status)

    def send(self, button: str, status: int = 200, **values: object) -> Page:
        """Fill in the form with this button and press it. A list gives a field several values, None empties it."""
        assert self.page
        form = self.page.form(button)
        fields = _filled(form, button, values)
        url = urljoin(self.page.url, form.get("action") or self.page.url)
        if (form.get("method") or "get").lower() == "get":
            answer = self.client.get(urlsplit(url).path, query_string=fields, follow_redirects=True)
        else:
            answer = self.client.post(url, data=fields, follow_redirects=True)
        return self._arrive(answer, status)

    def _arrive(self, answer: TestResponse, status: int) -> Page:
        url = answer.request.full_path.rstrip("?")
        html = answer.get_data(as_text=True)
        assert answer.status_code == status, f"{url} answered {answer.status_code}: {html[:2000]}"
        assert answer.mimetype == "text/html", f"{url} is {answer.mimetype}"
        self.page = Page(url, answer.status_code, html, check_page(html, url))
        return self.page


def check_page(html: str, url: str) -> Element:
    """The tree of a page that is valid HTML with one h1, a matching title, labelled fields and unique ids."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree: Element = parser.parse(html)
    lines = html.splitlines()
    wrong = [f"{MESSAGES[code] % words}: {lines[place[0] - 1].strip()[:200]}" for place, code, words in parser.errors]
    assert not wrong, f"{url} is not valid HTML: {wrong[:5]}"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), f"{url} repeats ids: {sorted({one for one in ids if ids.count(one) > 1})}"
    heads = [text_of(head) for head in tree.iter("h1")]
    assert len(heads) == 1, f"{url} has {len(heads)} h1: {heads}"
    title = text_of(tree.find("head/title"))
    assert heads[0], f"{url} has an empty heading"
    assert heads[0] in title, f"{url}: the title {title!r} does not say its heading {heads[0]!r}"
    unlabelled = list(_unlabelled(tree))
    assert not unlabelled, f"{url} has fields without a label: {unlabelled}"
    assert not re.search(r"\{\{|\{%|None</|Undefined", html), f"{url} shows the inside of a template"
    return tree


def _unlabelled(tree: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in tree.iter("label")}
    within = {id(field) for label in tree.iter("label") for field in label.iter()}
    for kind in ("input", "select", "textarea"):
        for one in tree.iter(kind):
            named = one.get("id") in labelled or id(one) in within
            if one.get("type") not in HIDDEN and not (named or one.get("aria-label") or one.get("aria-labelledby")):
                yield one.get("name") or kind


def _buttons(form: Element) -> list[Element]:
    return [one for one in form.iter("button") if one.get("type", "submit") == "submit"]


def _filled(form: Element, button: str, values: dict[str, object]) -> dict[str, object]:
    fields = _as_shown(form)
    pressed = next(one for one in _buttons(form) if text_of(one) == button)
    if pressed.get("name"):
        fields[str(pressed.get("name"))] = pressed.get("value", "")
    for name, value in values.items():
        known = {one.get("name") for kind in ("input", "select", "textarea") for one in form.iter(kind)}
        assert name in known, f"the form has no field {name!r}, only {sorted(filter(None, known))}"
        fields[name] = value
    return {name: value for name, value in fields.items() if value is not None}


def _add(fields: dict[str, object], name: str, value: str) -> None:
    """Fields of one name are all sent, as a browser does."""
    before = fields.get(name, [])
    fields[name] = [*(before if isinstance(before, list) else [before]), value] if name in fields else value


def _as_shown(form: Element) -> dict[str, object]:
    fields: dict[str, object] = {}
    for one in form.iter("input"):
        name, kind = one.get("name"), one.get("type", "text")
        if name and kind in ("checkbox", "radio"):
            if one.get("checked") is not None:
                kept = fields.setdefault(name, [])
                assert isinstance(kept, list)
                kept.append(one.get("value", "on"))
        elif name and kind not in ("submit", "button", "file"):
            _add(fields, name, one.get("value", ""))
    for area in form.iter("textarea"):
        if area.get("name"):
            fields[str(area.get("name"))] = "".join(area.itertext()).removeprefix("\n")
    for select in form.iter("select"):
        options = list(select.iter("option"))
        chosen = next((one for one in options if one.get("selected") is not None), options[0] if options else None)
        if select.get("name") and chosen is not None:
            fields[str(select.get("name"))] = chosen.get("value", text_of(chosen))
    return fields
