"""Somebody adds a status, a language or a kind of layer, as CONTRIBUTING says.

Each is added to a copy of the package, which then builds a map: what was written is
found wherever the map is shown, and nothing else had to be touched.
"""

from __future__ import annotations

import csv
import hashlib
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from edits import replace_in
from engines.page import poll
from PIL import ImageColor
from terminal import pledgemap_alone

import geo
from geo.shipped import shipped_folders
from geo.words import LANGUAGES

LIGHT, SHADE = "#7a5fa8", "#959595"
ENTRY = f"""
[statuses.hosting]
means = "lets the force stand on its own land"
answers = "troops"
rank = 45
light = "{LIGHT}"
dark = "#9a7cc0"
grey = "{SHADE}"
sign = ["bar", "open"]
"""
LAYER = """
@dataclass(frozen=True, kw_only=True)
class DaysLayer(Layer):
    \"\"\"The day of what each country's colour rests on.\"\"\"

    kind = "days"

    def rows(self, loaded: MapInput) -> list[str]:
        return list(loaded.statements)


"""
DAYS = """// The day of what each country's colour rests on.

import { vector } from "../common/dom.js";
import { circlePath } from "../common/shapes.js";
import { legendList, legendRow } from "../legend/legend_rows.js";
import { picture } from "../marks/patterns.js";

const datesShown = ({ payload }) =>
  Object.entries(payload.countries)
    .filter(([id, { basis }]) => basis && payload.points[id])
    .map(([country, { basis: [row] }]) => ({ country, row }));

const dayShown = ({ payload, wording }, { row }) =>
  wording.date(payload.statements[row].date);

function daysDrawing(page) {
  const ring = ([point]) => circlePath(point, 9);
  const look = { pane: "symbols", draw: ring, className: "figure is-other" };
  return {
    key: () => JSON.stringify(datesShown(page)),
    reach: () => 0,
    texts: () => [],
    marks: () =>
      datesShown(page).map(({ country, row }) => {
        return { ...look, places: [page.payload.points[country]], row };
      }),
  };
}

function daysLegend({ wording }) {
  const d = circlePath({ x: 13, y: 8 }, 6);
  const ring = vector("path", { class: "figure is-other", d });
  return [legendList(legendRow(picture(26, 16, ring), wording.say("legend.days")))];
}

function daysInWords(page, spec, title) {
  const said = (one) => `${page.wording.actor(one.country)}, ${dayShown(page, one)}`;
  return page.wording.pair(title, `${datesShown(page).map(said).join("; ")}.`);
}

function daysOfCountry(page, spec, country) {
  const own = datesShown(page).filter((one) => one.country === country);
  return own.map((one) => `Day: ${dayShown(page, one)}`);
}

export const DAYS = {
  draws: "marks",
  drawing: daysDrawing,
  legend: daysLegend,
  inWords: daysInWords,
  ofCountry: daysOfCountry,
};
"""
WORDS = {
    "de": "Würde die Truppe beherbergen",
    "en": "Would host the force",
    "es": "Acogería la fuerza",
    "fr": "Accueillerait la force",
    "pl": "Przyjęłaby te siły",
    "uk": "Прийняла б ці сили",
}


@pytest.fixture
def workshop(project: Path) -> Path:
    """A folder that builds the map ``small`` with a copy of the package."""
    shutil.copytree(Path(geo.__file__).parent, project / "geo")
    for place in shipped_folders():
        (project / "data" / place.name).symlink_to(place)
    return project


def digests(folder: Path) -> dict[str, str]:
    """What each file of the package holds, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in (folder / "geo").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def run(folder: Path, *arguments: str) -> None:
    said = pledgemap_alone(folder, *arguments)
    assert said.code == 0, said.err


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def add_status(folder: Path, entry: str = ENTRY) -> None:
    append(folder / "geo" / "vocabulary" / "statuses.toml", entry)
    for language, text in WORDS.items():
        file = folder / "geo" / "words" / f"{language}.toml"
        append(file, f'\n"status.hosting" = "{text}"\n')


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_status_is_one_entry_and_its_words(reader, workshop: Path) -> None:
    before = digests(workshop)
    add_status(workshop)
    replace_in(workshop / "data" / "pledges.csv", "declined", "hosting")
    after = digests(workshop)
    touched = {path for path in after if after[path] != before.get(path)}
    words = {f"geo/words/{language}.toml" for language in LANGUAGES}
    assert touched == {"geo/vocabulary/statuses.toml", *words}

    run(workshop, "build")
    html = (workshop / "maps" / "small.html").read_text(encoding="utf-8")
    still, _, below = html.partition('id="picture"')[2].partition("</svg>")
    assert re.search(r'<g [^>]*data-status="hosting".*?data-country="ESP"', still, re.S)
    assert "Would host the force: Spain." in still  # the alternative text
    assert "status-sign is-open" in still
    assert re.search(r"Would host the force</span><span[^>]*>1<", below)

    page = reader.open(workshop / "maps" / "small.html")
    colour = ImageColor.getrgb(LIGHT)
    page.middle(".folium-map")
    page.wait_still()
    poll(lambda: page.pixels().get_flattened_data().count(colour) > 1000, "the colour")
    page = reader.open(workshop / "maps" / "small.html", fragment="#lang=fr")
    assert "Accueillerait la force" in page.text("#panel")


def test_the_outputs_hold_it_too(workshop: Path) -> None:
    add_status(workshop)
    replace_in(workshop / "data" / "pledges.csv", "declined", "hosting")
    run(workshop, "build")
    for name, grey, colour in ("sheet", (), LIGHT), ("print", ("--grey",), SHADE):
        run(workshop, "figure", "small", *grey, "--format", "svg", "--out", name)
        (sheet,) = (workshop / name).glob("*.svg")
        drawn = sheet.read_text(encoding="utf-8")
        assert f'fill="{colour}"' in drawn
        assert "Would host the force" in re.sub(r"<[^>]*>", "", drawn)
    run(workshop, "export", "small", "--to", "csv", "--out", "out")
    (table,) = (workshop / "out").glob("*countries.csv")
    assert ",hosting,Would host the force," in table.read_text(encoding="utf-8")
    run(workshop, "template", "--xlsx", "book.xlsx")
    book = openpyxl.load_workbook(workshop / "book.xlsx")
    assert "hosting" in {cell.value for row in book["terms"] for cell in row}


def test_a_status_that_lacks_something_is_an_error(workshop: Path) -> None:
    keys = ("light", "dark", "grey", "sign", "rank")
    add_status(workshop, re.sub(rf"^({'|'.join(keys)}) = .*\n", "", ENTRY, flags=re.M))
    built = pledgemap_alone(workshop, "build")
    assert built.code == 1
    for key in keys:
        place = f"geo/vocabulary/statuses.toml:statuses.hosting.{key}"
        assert f"{place}: error[unfinished-term]: hosting lacks its {key}" in built.err
    assert not (workshop / "maps" / "small.html").exists()


def test_a_status_with_a_wrong_entry_is_an_error(workshop: Path) -> None:
    wrong = {"rank": '"50"', "sign": '[["up"], "firm"]', "both": "5", "sort": "1"}
    right = re.sub(r"^(rank|sign) = .*\n", "", ENTRY, flags=re.M)
    lines = "".join(f"{key} = {value}\n" for key, value in wrong.items())
    add_status(workshop, right + lines)
    built = pledgemap_alone(workshop, "build")
    assert built.code == 1
    for key in wrong:
        place = f"geo/vocabulary/statuses.toml:statuses.hosting.{key}"
        assert f"{place}: error[unfinished-term]" in built.err


def half_written(folder: Path, lines: int) -> None:
    """Add Dutch with the first words of English."""
    english = (folder / "geo" / "words" / "en.toml").read_text(encoding="utf-8")
    words = [line for line in english.splitlines() if line.startswith('"')][:lines]
    named = '"language.name" = "Nederlands"\n'
    kept = "\n".join(word for word in words if '"language.name"' not in word)
    file = folder / "geo" / "words" / "nl.toml"
    file.write_text(f"{named}{kept}\n", encoding="utf-8")


@pytest.mark.parametrize("command", ["check", "build", "check data/pledges.csv"])
@pytest.mark.parametrize("lines", [0, 100, 400])
def test_a_half_written_language_is_one_error(
    workshop: Path, command: str, lines: int
) -> None:
    half_written(workshop, lines)
    told = pledgemap_alone(workshop, *command.split())
    assert told.code == 1
    (line,) = [line for line in told.err.splitlines() if "nl.toml" in line]
    assert re.search(r": nl lacks \d+ words: [\w.]+, [\w.]+, [\w.]+, …", line)
    assert "Traceback" not in told.err
    assert not (workshop / "maps" / "small.html").exists()


def test_a_language_lacks_a_word_or_a_form(workshop: Path) -> None:
    half_written(workshop, 10_000)
    assert pledgemap_alone(workshop, "check").code == 0
    polish = workshop / "geo" / "words" / "pl.toml"
    dutch = workshop / "geo" / "words" / "nl.toml"
    for file, key in (polish, "legend.countries.few"), (dutch, "added.failed"):
        text = re.sub(
            rf'^"{key}" = .*\n', "", file.read_text(encoding="utf-8"), flags=re.M
        )
        file.write_text(text, encoding="utf-8")
    told = pledgemap_alone(workshop, "check").err
    assert "pl.toml:legend.countries.few: error[unfinished-term]" in told
    assert "nl.toml:added.failed: error[unfinished-term]: added.failed has no" in told


def test_a_language_that_is_no_toml_is_an_error(workshop: Path) -> None:
    append(workshop / "geo" / "words" / "pl.toml", '\n"map.zoom_in" = = "+"\n')
    told = pledgemap_alone(workshop, "check")
    assert told.code == 1
    assert "geo/words/pl.toml: error[bad-toml]: Invalid value" in told.err


@pytest.mark.parametrize(
    ("command", "old", "new", "told"),
    [
        ("build", "diamond = [[0, -1],", "diamond = [[0],",
         ":shapes.diamond: error[unfinished"),
        ("check data/pledges.csv", "[shapes]", "[shape]", ":shapes: error[unfinished"),
        ("build", "[statuses.declined]", "[statuses]",
         ":statuses.means: error[unfinished"),
        ("check data/pledges.csv", "rank = 20", "rank = = 20",
         ": error[bad-toml]: Invalid value (at line"),
    ],
)  # fmt: skip
def test_a_registry_with_a_wrong_table_is_an_error(
    workshop: Path, command: str, old: str, new: str, told: str
) -> None:
    replace_in(workshop / "geo" / "vocabulary" / "statuses.toml", old, new)
    done = pledgemap_alone(workshop, *command.split())
    assert done.code == 1
    assert f"geo/vocabulary/statuses.toml{told}" in done.err
    assert "Traceback" not in done.err
    assert not (workshop / "maps" / "small.html").exists()


def test_a_status_without_a_word_is_an_error(workshop: Path) -> None:
    add_status(workshop)
    polish = workshop / "geo" / "words" / "pl.toml"
    replace_in(polish, '\n"status.hosting" =', '\n#"status.hosting" =')
    built = pledgemap_alone(workshop, "build")
    assert built.code == 1
    assert "geo/words/pl.toml:status.hosting: error[unfinished-term]" in built.err
    assert not (workshop / "maps" / "small.html").exists()


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_language_is_one_file(reader, workshop: Path) -> None:
    before = digests(workshop)
    english = (workshop / "geo" / "words" / "en.toml").read_text(encoding="utf-8")
    dutch = english.replace('"English"', '"Nederlands"').replace(
        '"status.declined" = "', '"status.declined" = "Stuurt geen troepen: '
    )
    (workshop / "geo" / "words" / "nl.toml").write_text(dutch, encoding="utf-8")
    after = digests(workshop)
    assert set(after.items()) - set(before.items()) == {
        ("geo/words/nl.toml", after["geo/words/nl.toml"])
    }

    run(workshop, "build")
    page = reader.open(workshop / "maps" / "small.html", fragment="#lang=nl")
    assert "Stuurt geen troepen" in page.text("#panel")
    assert "Frankrijk" in page.text("#table")
    assert page.run("() => document.documentElement.lang") == "nl"
    run(workshop, "figure", "small", "--lang", "nl", "--format", "svg", "--out", "nl")
    (sheet,) = (workshop / "nl").glob("*.svg")
    drawn = re.sub(r"<[^>]*>", " ", sheet.read_text(encoding="utf-8"))
    assert "Stuurt geen troepen" in drawn
    run(workshop, "export", "small", "--to", "csv", "--lang", "nl", "--out", "out")
    (table,) = (workshop / "out").glob("*countries.csv")
    assert "Stuurt geen troepen" in table.read_text(encoding="utf-8")


def add_layer(folder: Path, module: str = DAYS) -> None:
    """Add the kind ``days``, and a layer of it to the map ``small``."""
    reader = folder / "geo" / "definitions" / "layers.py"
    place = "LAYER_KINDS: Mapping"
    replace_in(reader, place, f"{LAYER.lstrip()}{place}")
    replace_in(
        reader,
        "        UnplacedLayer,\n",
        "        UnplacedLayer,\n        DaysLayer,\n",
    )
    kinds = folder / "geo" / "web" / "kinds" / "kinds.js"
    (kinds.parent / "days.js").write_text(module, encoding="utf-8")
    replace_in(kinds, "  unplaced: {", "  days: DAYS,\n  unplaced: {")
    last = 'import { statusLegend } from "../legend/legend_status.js";\n'
    replace_in(kinds, last, f'{last}import {{ DAYS }} from "./days.js";\n')
    for language in LANGUAGES:
        file = folder / "geo" / "words" / f"{language}.toml"
        append(file, f'\n"legend.days" = "A day ({language})"\n')
    append(
        folder / "maps" / "small.toml",
        '\n[[layers]]\nkind = "days"\ntitle = {en = "Days", fr = "Jours"}\n',
    )


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_kind_of_layer_is_three_files_and_its_words(reader, workshop: Path) -> None:
    before = digests(workshop)
    add_layer(workshop)
    after = digests(workshop)
    touched = {path for path in after if after[path] != before.get(path)}
    words = {f"geo/words/{language}.toml" for language in LANGUAGES}
    assert touched - words == {
        "geo/definitions/layers.py", "geo/web/kinds/days.js", "geo/web/kinds/kinds.js",
    }  # fmt: skip

    run(workshop, "build")
    html = (workshop / "maps" / "small.html").read_text(encoding="utf-8")
    still, _, below = html.partition('id="picture"')[2].partition("</svg>")
    assert 'data-row="S2"' in still
    said = re.compile("Days: [^<]*France, 1 January 2025[;.]")
    assert said.search(still)  # the alternative text
    assert "Day: 1 February 2025</title>" in still
    assert "A day (en)" in below

    page = reader.open(
        workshop / "maps" / "small.html", fragment="#lang=fr&country=ESP"
    )
    page.wait_still()
    rings = "() => document.querySelectorAll('.leaflet-pane .figure.is-other').length"
    poll(lambda: page.run(rings) == 4, "the four rings")
    assert "Jours" in page.text("#panel")
    assert "A day (fr)" in page.text("#panel")

    run(workshop, "figure", "small", "--format", "svg", "--out", "sheet")
    (sheet,) = (workshop / "sheet").glob("*.svg")
    drawn = sheet.read_text(encoding="utf-8")
    assert "A day (en)" in drawn
    assert said.search(drawn)
    run(workshop, "export", "small", "--to", "csv", "--out", "out")
    (table,) = (workshop / "out").glob("*statements.csv")
    with table.open(encoding="utf-8-sig", newline="") as file:
        layers = {row["id"]: row["layers"] for row in csv.DictReader(file)}
    assert layers == {"S1": "days", "S2": "days", "S3": "days", "S4": "days"}


def test_a_kind_of_layer_that_lacks_something_is_an_error(workshop: Path) -> None:
    parts = ("drawing", "legend", "inWords", "ofCountry")
    add_layer(workshop, re.sub(rf"\n  ({'|'.join(parts)}): .*", "", DAYS))
    built = pledgemap_alone(workshop, "build")
    assert built.code == 1
    for part in parts:
        place = f"geo/web/kinds/kinds.js:KINDS.days.{part}"
        assert f"{place}: error[unfinished-term]" in built.err
    assert not (workshop / "maps" / "small.html").exists()


def test_a_kind_of_layer_that_nobody_draws_is_an_error(workshop: Path) -> None:
    add_layer(workshop)
    kinds = workshop / "geo" / "web" / "kinds" / "kinds.js"
    replace_in(kinds, "  days: DAYS,\n", "")
    built = pledgemap_alone(workshop, "build")
    assert built.code == 1
    assert (
        "KINDS.days: error[unfinished-term]: the layers days are missing" in built.err
    )
