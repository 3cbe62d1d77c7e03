"""A map of something else than troops, by its definition alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from terminal import pledgemap

chromium = pytest.mark.parametrize("engine", ["chromium"], indirect=True)
OF_TROOPS = re.compile(
    r"troop|pledg|soldier|\bforces?\b|troupe|soldat|promis|promes|militair|effectif",
    re.IGNORECASE,
)
EVERY_TEXT = """() => [...document.querySelectorAll("title, meta, body, body *")]
  .filter((e) => !["SCRIPT", "STYLE"].includes(e.tagName))
  .flatMap((e) => [
    ...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data),
    ...["title", "aria-label", "content", "placeholder"].map((a) => e.getAttribute(a)),
  ])
  .filter(Boolean)"""
TAKE_JSON = """() => {
  const made = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => (window.taken = text));
    return made(blob);
  };
  document.querySelector("[data-t='take.json']").click();
}"""
EUROPE = """
[[views]]
id = "europe"
projection = "europe_laea"
bounds = [-24, 34, 45, 71]
title = "Europe"
"""
REFUGEES = """Pays;Effectifs
Allemagne;1 180 000
Pologne;985 000
Royaume-Uni;254 000 réfugiés
"""
REFUGEES_MAP = f"""
languages = ["en", "fr"]
title = {{ en = "Ukrainians who found refuge", fr = "Ukrainiens accueillis" }}
headline = {{ en = "In Germany {{figure:DEU}}.", fr = "En Allemagne {{figure:DEU}}." }}
[tables]
pledges = "table.csv"
[unit]
one = {{ en = "refugee", fr = "réfugié" }}
other = {{ en = "refugees", fr = "réfugiés" }}
signs = ["réfugiés"]
[words]
map.label = {{ en = "Map of refuge", fr = "Carte des refuges" }}
[defaults]
date = "2025-09"
source = "https://data.unhcr.org/en/situations/ukraine"
speaks_for = "media"
{EUROPE}
[[layers]]
kind = "figures"
"""


def built(folder: Path, table: str, definition: str) -> Path:
    for name, text in {"data/table.csv": table, "maps/map.toml": definition}.items():
        (folder / name).parent.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
    result = pledgemap(folder, "build")
    assert result.code == 0, result.err
    return folder / "maps" / "map.html"


@chromium
def test_refugees_have_no_word_of_troops(reader, tmp_path: Path) -> None:
    page = reader.open(built(tmp_path, REFUGEES, REFUGEES_MAP), "#lang=en")
    for language, said in (("en", "1,180,000 refugees"), ("fr", "000 réfugiés")):
        page.run("(l) => (location.hash = `#lang=${l}&country=DEU`)", language)
        page.wait(f"() => document.documentElement.lang === '{language}'")
        page.wait(
            f"() => document.getElementById('details').innerText.includes('{said}')"
        )
        texts = page.run(EVERY_TEXT)
        assert any(said in text for text in texts)
        named = (re.sub("pledgemap", "", one, flags=re.IGNORECASE) for one in texts)
        assert not [one for one in named if OF_TROOPS.search(one)]
    assert "Carte des refuges" in page.run(EVERY_TEXT)
    assert pledgemap(tmp_path, "export", "map", "--to", "csv").code == 0
    exported = (tmp_path / "map-data/map-statements.csv").read_text(encoding="utf-8")
    assert "figure_min,figure_max" in exported
    assert not OF_TROOPS.search(exported.replace("Pledgemap", ""))
    assert 'name": "figure_min"' in (tmp_path / "map-data/datapackage.json").read_text()
    page.run(TAKE_JSON)
    page.wait("() => window.taken !== undefined")
    (row, *_) = page.run("() => JSON.parse(window.taken).statements")
    assert [name for name in row if OF_TROOPS.search(name)] == []
    assert row["figure_min"] > 250_000
    # The largest circle is as large as circles are, and none is larger.
    wide = page.run("() => Math.max(...[...document.querySelectorAll('.figure')]"
                    ".map((e) => e.getBoundingClientRect().width))")  # fmt: skip
    assert 60 < wide < 80


SHARE = """Country,Per thousand,Confidence
Moldova,54.4,high
Czechia,34.6,high
Poland,26.9,low
Germany,14.1,high
Italy,2.9,high
France,-1.1,high
"""
SHARE_MAP = f"""
languages = ["en"]
title = "Refugees per thousand inhabitants"
headline = "Most in Moldova: {{figure:MDA}}."
[tables]
pledges = "table.csv"
[unit]
decimals = 1
below_zero = true
[columns]
country = "Country"
troops = "Per thousand"
confidence = "Confidence"
[defaults]
date = "2025-09"
source = "https://data.unhcr.org/en/situations/ukraine"
{EUROPE}
[[layers]]
kind = "value"
classes = 3
"""

DOTS = "Dots: the colour rests on weak sources only"
LEGEND_ROWS = """() => [...document.querySelectorAll("#panel .legend li")]
  .map((e) => e.innerText.replace(/\\s+/g, " ").trim())"""
FILLS = """() => [...document.querySelectorAll("path.country")]
  .map((e) => getComputedStyle(e).fill)"""


@chromium
def test_a_share_colours_countries_by_class(reader, tmp_path: Path) -> None:
    html = built(tmp_path, SHARE, SHARE_MAP)
    text = html.read_text(encoding="utf-8")
    still = text.partition('id="picture"')[2]
    highest = still.partition('data-status="class-2"')[2].partition("</g>")[0]
    assert ('"MDA"' in highest, '"DEU"' in highest) == (True, False)
    assert "Moldova, 54.4" in text
    page = reader.open(html)
    rows = page.run(LEGEND_ROWS)
    assert rows == ["50 to 54.4 1", "20 to 50 2", "-1.1 to 20 3", "No data", DOTS]
    assert "Shown on top" not in page.run(EVERY_TEXT)  # there is nothing
    painted = page.run(FILLS)
    assert painted.count("rgb(12, 44, 132)") == 1
    assert painted.count("rgb(255, 255, 204)") == 3
    assert painted.count('url("#weak-class-1")') == 1
    assert page.run(
        "() => document.querySelector('pattern#weak-class-1 rect') !== null"
    )
    assert 'fill="url(#weak-class-1)"' in still


KFOR = """Country,Troops
Italy,1110
Türkiye,344
Hungary,365
"""
KFOR_MAP = f"""
languages = ["fr"]
language = "fr"
title = {{ fr = "Qui sert dans la KFOR" }}
headline = {{ fr = "{{count:serving}} pays y servent, l’Italie avec {{figure:ITA}}." }}
[tables]
pledges = "table.csv"
[unit]
one = {{ fr = "soldat" }}
other = {{ fr = "soldats" }}
[[statuses]]
id = "serving"
label = {{ fr = "Sert dans la KFOR" }}
answers = "nothing"
rank = 45
light = "#7a5fa8"
dark = "#9a7cc0"
grey = "#959595"
sign = ["bar", "open"]
[defaults]
date = "2025-10"
status = "serving"
source = "https://www.nato.int/kfor-placemat.pdf"
{EUROPE}
[[layers]]
kind = "status"
[[layers]]
kind = "figures"
"""


@chromium
def test_soldiers_who_serve_are_no_pledge(reader, tmp_path: Path) -> None:
    page = reader.open(built(tmp_path, KFOR, KFOR_MAP))
    assert "3 pays y servent" in page.text(".headline")
    assert "Sert dans la KFOR" in page.text("#panel")
    texts = [re.sub("pledgemap", "", one, flags=re.I) for one in page.run(EVERY_TEXT)]
    assert any("110 soldats" in one for one in texts)
    assert not [
        one for one in texts if re.search("promi|promes|troupe|pledg", one, re.I)
    ]


@pytest.mark.parametrize("kind", ["figures", "value"])
def test_a_number_of_an_earlier_year_says_so(tmp_path: Path, kind: str) -> None:
    """Beside what was delivered in 2024 that of 2022 has its year."""
    table = "Country,Year,Systems\nPoland,2022,41\nGermany,2024,77\nSpain,2024-06,13\n"
    yearly = SHARE_MAP.replace('kind = "value"\nclasses = 3', f'kind = "{kind}"')
    yearly = yearly.replace('[columns]\ncountry = "Country"\n', "").replace(
        'troops = "Per thousand"\nconfidence = "Confidence"\n', ""
    )
    yearly = yearly.replace('date = "2025-09"\n', "").replace("MDA", "DEU")
    text = built(tmp_path, table, yearly).read_text(encoding="utf-8")
    still = text.partition('id="picture"')[2].partition("</main>")[0]
    assert "Of an earlier year: 1" in still
    assert ("41 (2022)" in still) == (kind == "figures")
    assert "77 (" not in still
    assert "13 (" not in still


def test_a_vote_has_no_word_of_troops(tmp_path: Path) -> None:
    """Without a number there is no unit to name: its words are statuses of its own."""
    unit = KFOR_MAP[KFOR_MAP.index("[unit]") : KFOR_MAP.index("[[statuses]]")]
    vote = KFOR_MAP.replace(unit, "").replace('[[layers]]\nkind = "figures"\n', "")
    vote = vote.replace(", l’Italie avec {figure:ITA}", "").replace("la KFOR", "le oui")
    text = built(tmp_path, "Pays\nItalie\nTurquie\n", vote).read_text("utf-8")
    still = re.sub("<(script|style).*?</\\1>|<[^>]*>", " ", text, flags=re.DOTALL)
    assert "Ce que dit le tableau de chaque pays" in still
    assert not OF_TROOPS.search(re.sub("pledgemap", "", still, flags=re.IGNORECASE))
