"""What a reader takes away: made in the page, offline, with sources and date."""

import csv
import html
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from edits import replace_in
from page_modules import page_functions
from playwright.sync_api import Browser, Page, expect
from speaking import speak

import geo
from geo.building import build
from geo.export.about import About

pytestmark = pytest.mark.browser
SVG = "{http://www.w3.org/2000/svg}"


def opened(page: Page) -> Page:
    page.locator("#take-away summary").click()
    # The browser tells the page in a task of its own.
    expect(page.locator("#take-away textarea").last).not_to_have_value("")
    return page


def taken(page: Page, name: str) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture
def coalition(open_page, maps: Path) -> Page:
    return opened(open_page(maps / "coalition.html").page)


@pytest.fixture(scope="module")
def taking(look_at, maps: Path) -> Page:
    """The page for tests that take of it and change nothing."""
    return opened(look_at(maps / "coalition.html").page)


def test_the_countries_as_a_table(taking: Page) -> None:
    name, data = taken(taking, "Countries (CSV)")
    assert name == "pledgemap-coalition-2026-02-27-europe-countries.csv"
    rows = table(data)
    assert len(rows) == 45
    assert list(rows[0])[-3:] == ["as_of", "licence", "cite_as"]
    france = next(row for row in rows if row["iso_a3"] == "FRA")
    assert france["status"] == "pledged_troops"
    assert france["status_label"] == "Pledged troops"
    assert france["as_of"] == "2026-02-27"
    assert france["licence"] == "CC BY 4.0"
    assert "Pledgemap" in france["cite_as"]
    for row in rows:
        assert row["url"].startswith("http"), row
        assert row["publisher"], row


def test_every_statement_shown_and_its_source(taking: Page) -> None:
    _, data = taken(taking, "Statements (CSV)")
    rows = {row["id"]: row for row in table(data)}
    shown = taking.locator("#table tr[id^=said-]").count()
    assert len(rows) == shown > 200
    assert all(row["publisher"] and row["url"] for row in rows.values())
    spain = next(r for r in rows.values() if r["meaning"] == "deployed_elsewhere")
    assert spain["troops_min"].isdigit()


def test_the_statements_can_be_read_again(taking: Page, tmp_path: Path) -> None:
    data = Path(__file__).parents[2] / "data"
    path = tmp_path / "statements.csv"
    path.write_bytes(taken(taking, "Statements (CSV)")[1])
    names = ("sources", "meetings", "actors", "places")
    beside = {name: data / f"{name}.csv" for name in names}
    again, said = (
        frame.drop(columns="row").set_index("id")
        for frame in (
            geo.read_pledges(path, **beside),
            geo.read_pledges(data / "pledges.csv"),
        )
    )
    assert len(again) > 200
    said = said.loc[again.index]
    for name in ("approximate", "conditions", "qualifier", "figure_place"):
        assert len(said[name].unique()) > 1, name
    pd.testing.assert_frame_equal(again, said)


def test_all_of_it_as_json(open_page, maps: Path) -> None:
    page = opened(open_page(
        maps / "coalition.html", "#lang=fr&layers=status,in_person&view=world"
    ).page)  # fmt: skip
    name, data = taken(page, "Le tout (JSON)")
    assert name.endswith("-world.json")
    value = json.loads(data)
    assert value["metadata"]["as_of"] == "2026-02-27"
    assert value["metadata"]["language"] == "fr"
    assert value["metadata"]["layers"] == ["status", "in_person"]
    assert value["metadata"]["cite_as"].startswith("Qui enverrait")
    assert "Crimée" in value["metadata"]["boundaries"]
    assert {p["mode"] for p in value["participants"]} == {"in_person"}
    assert len(value["countries"]) == 45


def test_a_licence_that_is_not_stated_is_not_claimed(open_page, project: Path) -> None:
    (built,) = build(data=project / "data", maps=project / "maps")
    page = opened(open_page(built.path).page)
    citation = page.locator("#take-away textarea").first
    expect(citation).to_have_value("A map. Pledgemap. As of 3 February 2025.")
    for name in ("Statements (CSV)", "All of it (JSON)", "Drawing (SVG)"):
        assert b"CC BY" not in taken(page, name)[1]


def test_no_cell_is_run_by_a_spreadsheet(open_page, project: Path, edit) -> None:
    begins = ["=1+1", "+1", "-1", "@SUM(1)", "=HYPERLINK(1)"]
    edit("data/sources.csv", "A statement", begins[0])
    edit("data/sources.csv", "A ministry", begins[4])
    (built,) = build(data=project / "data", maps=project / "maps")
    page = opened(open_page(built.path).page)
    _, data = taken(page, "Statements (CSV)")
    (row,) = [r for r in table(data) if r["actor"] == "FRA"]
    assert row["source_title"] == "'=1+1"
    assert row["publisher"] == "'=HYPERLINK(1)"
    assert all(cell[:1] not in set("=+-@\t\r") for cell in row.values())


def test_citations_are_safe_where_they_go() -> None:
    citation = page_functions(["words/citation.js"], ["bibtexEntry", "embedCode"])
    bibtex = citation("bibtexEntry", {
        "slug": "a map", "title": r"100 % of {A} & B_C \ #1 ~ ^", "date": "2025-03",
        "asOf": "As of March 2025", "licence": "CC BY 4.0", "url": "https://a.org/?a=1&b",
    })  # fmt: skip
    assert bibtex.startswith("@misc{pledgemap-amap-2025-03,\n")
    assert r"100 \% of \{A\} \& B\_C \textbackslash{} \#1" in bibtex
    assert "year = {2025}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")
    code = citation("embedCode", "a?b=1&c", 'A "<b>"', "m", {"width": "9"})
    frame = ET.fromstring(code)  # noqa: S314  # our own
    assert frame.tag == "iframe"
    assert frame.attrib == {
        "id": "pledgemap-m", "src": "a?b=1&c", "title": 'A "<b>"', "width": "9",
    }  # fmt: skip


def test_the_command_cites_as_the_page_does(taking: Page) -> None:
    about = About(
        slug="coalition",
        title=taking.locator("h1").inner_text(),
        language="en",
        as_of="2026-02-27",
        as_of_text="As of 27 February 2026",
        licence="CC BY 4.0",
        version="",
        boundaries="",
    )
    cited = taking.locator("#take-away textarea").first.input_value()
    assert about.citation == cited


def test_the_texts_follow_what_is_shown(coalition: Page) -> None:
    fields = coalition.locator("#take-away textarea")
    assert fields.nth(0).input_value().startswith("Who would send troops")
    assert 'src="coalition.html"' in fields.nth(2).input_value()
    coalition.get_by_role("button", name="World", exact=True).click()
    coalition.wait_for_timeout(600)
    assert 'src="coalition.html#view=world"' in fields.nth(2).input_value()
    speak(coalition, "fr")
    coalition.wait_for_timeout(600)
    assert fields.nth(0).input_value().startswith("Qui enverrait")


def test_copying_is_said(taking: Page) -> None:
    taking.locator("#take-away .take-text button").first.click()
    assert taking.locator("#announcements").inner_text() in {
        "Copied",
        "The browser does not let the page copy. The text is selected: press Ctrl + C.",
    }
    assert taking.evaluate("document.activeElement.selectionEnd") > 20


@pytest.mark.parametrize(
    "options",
    [{"width": 360, "color_scheme": "dark"}, {"fragment": "#view=world"}],
    ids=str,
)
def test_the_picture_as_svg_stands_alone(open_page, maps: Path, options) -> None:
    page = opened(open_page(maps / "coalition.html", **options).page)
    _, data = taken(page, "Drawing (SVG)")
    root = ET.fromstring(data)  # noqa: S314  # our own
    texts = [t.text or "" for t in root.iter(f"{SVG}text")]
    everything = " ".join(texts)
    for needed in ("Who would send troops", "As of 27 February 2026", "Pledged troops",
                   "Natural Earth", "CC BY 4.0", "Disputed area"):  # fmt: skip
        assert needed in everything, needed
    assert b"var(" not in data
    assert b"class=" not in data
    assert b" style=" not in data
    ids = {n.get("id") for n in root.iter() if n.get("id")}
    used = set(re.findall(rb"url\(#([\w-]+)\)", data))
    assert {name.decode() for name in used} <= ids
    # Every country of the map that can be seen is in the picture.
    assert len(list(root.iter(f"{SVG}path"))) > 100
    box = [float(n) for n in root.attrib["viewBox"].split()]
    for text in root.iter(f"{SVG}text"):
        if text.get("y") and not text.get("text-anchor"):
            assert 0 <= float(text.attrib["y"]) <= box[3]


def test_the_picture_explains_all_that_it_shows(open_page, maps: Path) -> None:
    """The meeting is named; what the reader has open or stepped to is not drawn."""
    state = "#layers=status,in_person&country=ESP&date=2025-03-11"
    page = opened(open_page(maps / "coalition.html", state).page)
    colour = "node => getComputedStyle(node).stroke"
    readers = {
        page.locator(f"#map_pledgemap {mark}").evaluate(colour)
        for mark in (".outline-open", ".changed")
    }
    assert page.locator("#map_pledgemap .changed").get_attribute("d") != "M0 0"
    _, data = taken(page, "Drawing (SVG)")
    root = ET.fromstring(data)  # noqa: S314  # our own
    assert readers.isdisjoint(n.get("stroke") for n in root.iter(f"{SVG}path"))
    everything = " ".join(t.text or "" for t in root.iter(f"{SVG}text"))
    assert "Took part in person 11 March 2025: " in everything


def test_a_picture_draws_the_date_compared_and_fades_whom_the_map_fades(
    open_page, maps: Path
) -> None:
    state = "#date=2025-08-31&from=2025-07-23&only=declined"
    page = opened(open_page(maps / "coalition.html", state).page)
    edges = "all => all.map(edge => edge.getAttribute('d')).filter(d => d.length > 9)"
    drawn = page.locator("#map_pledgemap .changed-edge").evaluate_all(edges)
    assert drawn
    _, data = taken(page, "Drawing (SVG)")
    root = ET.fromstring(data)  # noqa: S314  # our own
    assert {path.get("d") for path in root.iter(f"{SVG}path")} >= set(drawn)
    faded = page.locator("#map_pledgemap .labels text.is-dim").count()
    texts = list(root.iter(f"{SVG}text"))
    assert sum(text.get("opacity") == "0.2" for text in texts) == faded > 0
    everything = " ".join(text.text or "" for text in texts)
    for needed in ("Edge: its colour on 23 July 2025", "Changes: August 2025."):
        assert needed in everything, needed


def test_the_picture_as_png(open_page, maps: Path) -> None:
    found = open_page(maps / "coalition.html")
    name, data = taken(opened(found.page), "Picture (PNG)")
    assert name.endswith(".png")
    assert data.startswith(b"\x89PNG\r\n")
    width, height = (int.from_bytes(data[i : i + 4], "big") for i in (16, 20))
    assert width > 1600
    assert height > 1600
    # A picture of one colour would be far smaller.
    assert len(data) > 200_000
    # Nothing was asked of the network for it, or refused.
    assert found.messages == []
    schemes = {url.partition(":")[0] for url in found.requests}
    assert schemes <= {"file", "data", "blob"}


DRAWN = """() => {
  const { set } = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src");
  window.drawn = [];
  Object.defineProperty(HTMLImageElement.prototype, "src", {
    set(address) {
      window.drawn.push(decodeURIComponent(address.replace(/^[^,]*,/, "")));
      set.call(this, address);
    },
  });
}"""
MAP_NOW = """() => {
  const map = document.getElementById("map_pledgemap");
  const labels = [...map.querySelectorAll(".labels text")];
  return [map.clientWidth, map.clientHeight, getComputedStyle(map).backgroundColor,
    labels.map(label => label.textContent).sort()];
}"""


def test_a_card_and_a_picture_to_print_of_what_is_shown(open_page, maps: Path) -> None:
    """On a dark phone as large and light as anywhere; the map stays as it was."""
    state = "#lang=fr&view=world&confidence=medium"
    look = {"width": 360, "color_scheme": "dark", "reduced_motion": "reduce"}
    found = open_page(maps / "coalition.html", state, **look)
    for _ in range(3):
        found.page.get_by_role("button", name="Zoom avant").click()
    page = opened(found.page)
    before = page.evaluate(MAP_NOW)
    page.evaluate(DRAWN)
    name, card = taken(page, "Vignette à partager (PNG)")
    assert name.startswith("pledgemap-coalition-2026-02-27-confidence-medium-")
    assert name.endswith("-card.png")
    assert [int.from_bytes(card[i : i + 4], "big") for i in (16, 20)] == [1200, 630]
    name, printed = taken(page, "Image à imprimer (PNG, 170 mm)")
    assert name.endswith("-print.png")
    assert int.from_bytes(printed[16:20], "big") == 2008
    assert printed[33:50] == b"\0\0\0\x09pHYs" + 2 * (11811).to_bytes(4, "big") + b"\1"
    assert page.evaluate(MAP_NOW) == before
    assert found.messages == []
    drawings = page.evaluate("window.drawn")
    assert len(drawings) == 2
    for drawn in drawings:
        root = ET.fromstring(drawn.encode())  # noqa: S314  # our own
        assert root.find(f"{SVG}rect").get("fill") == "#fffefb"
        texts = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
        for needed in ("Qui enverrait", "Données filtrées", "moyenne",
                       "27 février 2026", "Royaume-Uni", "Troupes promises",
                       "Pledgemap", "CC BY 4.0", "Natural Earth"):  # fmt: skip
            assert needed in texts, needed


EDGE_OF_WORDS = """() => {
  document.body.innerHTML = window.drawn[0];
  const svg = document.querySelector("body > svg");
  const { left, width } = svg.getBoundingClientRect();
  const ends = [...svg.querySelectorAll(":scope > g text")].map(
    text => text.getBoundingClientRect().right - left);
  return Math.max(...ends) / width;
}"""


def test_the_words_of_a_card_stay_beside_the_map(
    browser: Browser, project: Path
) -> None:
    """Published at a long address; and without a source, it names none as one."""
    replace_in(
        project / "maps/small.toml", "[[views]]", '[defaults]\ndate = "2025"\n[[views]]'
    )
    (project / "data/pledges.csv").write_text("Pays;Statut\nFrance;declined\n")
    (built,) = build(data=project / "data", maps=project / "maps")
    address = f"https://{'organisation' * 4}.example.org/repository/latest/small.html"
    page = browser.new_page()
    page.route(address, lambda route: route.fulfill(path=built.path))
    page.goto(f"{address}#lang=fr")
    opened(page).evaluate(DRAWN)
    taken(page, "Vignette à partager (PNG)")
    (drawn,) = page.evaluate("window.drawn")
    texts = ET.fromstring(drawn.encode()).iter(f"{SVG}text")  # noqa: S314  # our own
    words = " ".join(text.text or "" for text in texts)
    assert "Le tableau ne cite aucune source." in words
    assert "Source :" not in words
    assert address in words.replace(" ", "")
    assert "#lang" not in words
    assert page.evaluate(EDGE_OF_WORDS) < (600 - 374) / 600
    page.close()


def test_a_frame_is_told_what_may_not_work(
    open_page, maps: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    # As in a notebook: a frame with an address shows the compact page instead.
    text = html.escape((maps / "coalition.html").read_text(encoding="utf-8"))
    report.write_text(
        f'<!doctype html><title>r</title><iframe srcdoc="{text}"'
        ' sandbox="allow-scripts" width="900" height="700"></iframe>',
        encoding="utf-8",
    )
    page = open_page(report, wait_for=None).page
    frame = page.frame_locator("iframe")
    frame.locator("#take-away summary").click()
    assert "forbids downloads" in frame.locator("#take-away").inner_text()
    # Texts can be taken all the same.
    assert frame.locator("#take-away textarea").first.input_value()


def test_on_a_page_by_itself_nothing_is_said_of_frames(taking: Page) -> None:
    assert "forbids downloads" not in taking.locator("#take-away").inner_text()
