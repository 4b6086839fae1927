"""Scripts, event handlers and formulas in what a source says: pages show words, and files for spreadsheets hold none."""

import csv
from pathlib import Path

import pytest

from directory.catalogue import Catalogue
from importers.read import import_from
from importers.rejects import write_rejects
from tests.importers.bad_input.records import NEXT, WRITERS, Said
from tests.importers.bad_input.taking_in import assets_in, take_in
from tests.pages import Browser

HOSTILE = (
    '<script>alert("boo")</script>Tea <img src=x onerror=alert(1)> <a href="javascript:alert(1)">here</a>'
    '<svg/onload=alert(1)><iframe srcdoc="<b onmouseover=alert(1)>"></iframe>&lt;script&gt;alert(2)&lt;/script&gt;'
    "{{ 7*7 }} {% raw %} ${7*7} \"><b onclick='alert(1)'>and chat</b>"
)
NAME = 'Hub <script>alert(1)</script>"><img src=x onerror=alert(1)>'
SIGNS = ("<script>alert", "onerror=", "onload=", "onclick=", "onmouseover=", "javascript:", "<iframe", "<svg/")
FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1")


@pytest.mark.parametrize("format", [format for format in WRITERS if format != "icalendar"])
def test_nothing_of_it_is_kept(catalogue: Catalogue, tmp_path: Path, format: str) -> None:
    take_in(catalogue, WRITERS[format](tmp_path, [Said(name=NAME, description=HOSTILE), NEXT]), format)
    for asset in assets_in(catalogue):
        for text in (asset.name, asset.description or "", asset.times_text or "", asset.eligibility_text or ""):
            assert not any(sign in text.lower() for sign in SIGNS), text


@pytest.mark.parametrize("format", ["csv", "hsds-uk", "osm"])
def test_the_page_and_the_calendar_show_words(
    catalogue: Catalogue, harbourside: dict[str, str], public: Browser, tmp_path: Path, format: str
) -> None:
    path = WRITERS[format](tmp_path, [Said(name=NAME, description=HOSTILE)])
    assert import_from(catalogue, path, source="strange", format=format, actor="tests").added == 1
    (asset,) = [asset for asset in assets_in(catalogue) if asset.id not in harbourside.values()]
    page = public.open(f"/asset/{asset.id}").html
    said = page[page.index("<main") : page.index("</main>")]
    assert asset.name.split()[0] in said
    assert not any(sign in said.lower() for sign in SIGNS)
    diary = public.client.get(f"/asset/{asset.id}/calendar.ics").text
    assert not any(sign in diary.lower() for sign in SIGNS)


def test_formulas_go_out_as_words_and_come_in_as_they_were(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "description", "=A1"])
        writer.writerows([[str(at), "", formula, formula] for at, formula in enumerate(FORMULAS)])
    report = take_in(catalogue, path)
    assert report.rejected == len(FORMULAS)
    write_rejects(tmp_path / "rejects.csv", report.rejects)
    with (tmp_path / "rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and cell]
    again = take_in(catalogue, tmp_path / "rejects.csv")
    assert [one.values["description"] for one in again.rejects] == [one.values["description"] for one in report.rejects]
