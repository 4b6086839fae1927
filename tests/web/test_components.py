"""Every component drawn once and read as a browser reads it."""

from collections import Counter

import html5lib
import pytest
from flask import Flask, render_template_string
from werkzeug.datastructures import MultiDict

from tests.web.component_pages.app import RESULTS, STEP, ListingForm, create_pages

PAGES = ("/results", "/parts", "/talk")


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_pages()


def read(app: Flask, path: str) -> object:
    """The tree of a page. Raises for anything that is not valid HTML."""
    answer = app.test_client().get(path)
    assert answer.status_code == 200
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.text)


def draw(app: Flask, source: str, **context: object) -> str:
    with app.test_request_context():
        return render_template_string(source, **context)


def words(element: object) -> str:
    return " ".join("".join(element.itertext()).split())  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_valid_and_its_ids_are_its_own(app: Flask, path: str) -> None:
    tree = read(app, path)
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))  # type: ignore[attr-defined]
    assert [id for id, times in ids.items() if times > 1] == []
    for element in tree.iter():  # type: ignore[attr-defined]
        for attribute in ("aria-describedby", "aria-labelledby", "for"):
            assert set((element.get(attribute) or "").split()) <= set(ids), element.attrib


@pytest.mark.parametrize("path", PAGES)
def test_every_field_has_a_label(app: Flask, path: str) -> None:
    tree = read(app, path)
    labelled = {label.get("for") for label in tree.iter("label")}  # type: ignore[attr-defined]
    for name in ("input", "select", "textarea"):
        for field in tree.iter(name):  # type: ignore[attr-defined]
            if field.get("type") not in ("hidden", "submit"):
                assert field.get("id") in labelled, field.attrib


@pytest.mark.parametrize("path", PAGES)
def test_every_page_offers_help_and_a_way_out_and_says_it_is_a_demonstration(app: Flask, path: str) -> None:
    tree = read(app, path)
    links = {words(link): link for link in tree.iter("a")}  # type: ignore[attr-defined]
    assert links["Get help now"].get("href") == "/help-now"
    way_out = next(link for text, link in links.items() if text.startswith("Leave now"))
    assert way_out.get("href") == "/weather"
    assert way_out.get("rel") == "noreferrer nofollow"
    assert "Demonstration: these places and people are invented." in words(tree)
    assert words(tree.find(".//title")).endswith("– Waymark")  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", PAGES)
def test_no_script_or_style_stands_in_the_page(app: Flask, path: str) -> None:
    for element in read(app, path).iter():  # type: ignore[attr-defined]
        assert element.tag != "style"
        assert element.tag != "script" or element.get("src", "").startswith("/static/")
        assert not any(name == "style" or name.startswith("on") for name in element.attrib)


def test_staff_see_their_work_and_can_sign_out_and_need_no_way_out() -> None:
    app = create_pages(nav=[("Members", "/members", True)], account={"name": "Agnieszka"}, quick_exit_url=None)
    page = app.test_client().get("/talk").text
    assert '<a href="/members" aria-current="page">Members</a>' in page
    assert '<form action="/sign_out" method="post">' in page
    assert "data-quick-exit" not in page


def test_a_right_to_left_language_gets_the_mirrored_style_sheet() -> None:
    page = create_pages(lang="ar", dir="rtl").test_client().get("/talk").text
    assert '<html lang="ar" dir="rtl">' in page
    assert "/static/waymark.rtl.css?v=" in page


def test_a_card_says_what_it_knows_and_nothing_of_what_it_does_not(app: Flask) -> None:
    full, *_, line = read(app, "/results").iter("article")  # type: ignore[attr-defined]
    assert words(full) == (
        "On the map: 1 Harbourside Money Advice Free one-to-one help with debts, benefits and letters "
        "you are scared to open, over tea. "
        "Next: Tue 2 Dec, 10am Harbourside Library, Walton, 0.3 miles £3.50 a week "
        "Step-free Hearing loop Toilet not stated You said debt, and it is near you "
        "Checked 3 weeks ago by the organiser Save Harbourside Money Advice"
    )
    assert words(line) == "On the map: 4 Dockside Debt Line Weekdays, 9am to 5pm By phone"


def test_names_are_words_not_markup(app: Flask) -> None:
    source = '{% from "components/asset_card.html" import asset_card %}{{ asset_card(card) }}'
    card = draw(app, source, card=RESULTS[2])
    assert "Tommy &amp; Dev’s &lt;Forms&gt; Club" in card
    assert "<Forms>" not in card


def test_an_error_is_said_at_the_top_and_at_the_field_and_what_was_typed_is_kept(app: Flask) -> None:
    tree = read(app, "/parts")
    summary = next(e for e in tree.iter() if e.get("data-module") == "nhsuk-error-summary")  # type: ignore[attr-defined]
    assert [(a.get("href"), words(a)) for a in summary.iter("a")] == [
        ("#name", "Enter a name"),
        ("#checked", "Not a valid date value."),
    ]
    assert "Two people changed this at once" in words(summary)
    by_id = {e.get("id"): e for e in tree.iter() if e.get("id")}  # type: ignore[attr-defined]
    assert by_id["name"].get("aria-describedby") == "name-hint name-error"
    assert words(by_id["name-error"]) == "Error: Enter a name"
    assert by_id["words"].text == "<b>Tea & talk</b>\nEveryone welcome"
    parts = [by_id[id].get("value") for id in ("checked", "checked-month", "checked-year")]
    assert parts == ["31", "2", "2026"]
    assert [option.get("value") for option in by_id["day"] if "selected" in option.attrib] == ["TU"]
    assert "checked" in by_id["distance"].attrib
    assert "checked" in by_id["access"].attrib


def test_fields_bring_the_right_keyboard(app: Flask) -> None:
    by_id = {e.get("id"): e for e in read(app, "/parts").iter("input")}  # type: ignore[attr-defined]
    assert by_id["email"].get("autocomplete") == "email"
    assert by_id["phone"].get("inputmode") == "tel"
    assert by_id["postcode"].get("autocomplete") == "postal-code"
    assert by_id["checked-year"].get("inputmode") == "numeric"
    assert by_id["sheet"].get("accept") == ".csv,.xlsx"


@pytest.mark.parametrize("macro", ["password_field(field)", 'text_field(field, type="password")'])
def test_a_password_is_never_sent_back(app: Flask, macro: str) -> None:
    form = ListingForm(MultiDict({"password": "harbour-light-7"}))
    drawn = draw(
        app,
        f'{{% from "components/field.html" import password_field, text_field %}}{{{{ {macro} }}}}',
        field=form.password,
    )
    assert 'type="password"' in drawn
    assert "harbour-light-7" not in drawn


def test_a_form_without_errors_has_no_summary(app: Flask) -> None:
    source = '{% from "components/error_summary.html" import error_summary %}{{ error_summary() }}'
    assert draw(app, source).strip() == ""


def test_a_difference_is_told_in_words(app: Flask) -> None:
    told = words(next(e for e in read(app, "/parts").iter("dl") if e.get("class") == "wm-diff"))  # type: ignore[attr-defined]
    assert told == "Cost Was Free Now 2 Times Was Tue 10am; Thu 10am Now nothing"


@pytest.mark.parametrize(
    ("page", "pages", "shown"),
    [
        (1, 1, []),
        (1, 3, ["1", "2", "3"]),
        (5, 9, ["1", "…", "4", "5", "6", "…", "9"]),
        (9, 9, ["1", "…", "8", "9"]),
    ],
)
def test_the_pager_shows_first_last_and_those_around(app: Flask, page: int, pages: int, shown: list[str]) -> None:
    source = '{% from "components/pager.html" import pager %}{{ pager(page, pages, address) }}'
    tree = html5lib.parseFragment(
        draw(app, source, page=page, pages=pages, address=lambda n: f"?page={n}"), namespaceHTMLElements=False
    )
    assert [words(item) for item in tree.iter("li")] == shown


def test_a_step_of_a_plan_says_who_when_where_and_the_first_small_step(app: Flask) -> None:
    source = '{% from "components/plan_step.html" import plan_step %}{{ plan_step(step) }}'
    step = words(html5lib.parseFragment(draw(app, source, step=STEP), namespaceHTMLElements=False))
    assert step == (
        "Step 1 Coffee morning Agreed You said lonely Tue 2 Dec, 10am Harbourside Library, 0.3 miles You "
        "Agnieszka comes along the first time Bring: Nothing First small step: Meet Agnieszka at the door."
    )


def test_tiles_bring_leaflet_and_leave_the_drawing_for_those_without_script() -> None:
    tiles = {"url": "https://tiles.example.org/{z}/{x}/{y}.png", "attribution": "© somebody"}
    page = create_pages(tiles=tiles).test_client().get("/results").text
    assert "/static/map.js?v=" in page
    assert 'data-tiles="https://tiles.example.org/{z}/{x}/{y}.png"' in page
    assert "<svg xmlns" in page
    assert "data-map" not in create_pages().test_client().get("/results").text
