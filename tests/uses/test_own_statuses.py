"""A map brings a status of its own, in its definition and nowhere else."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from edits import replace_in
from engines.page import poll
from PIL import ImageColor
from terminal import pledgemap

LIGHT, SHADE = "#7a5fa8", "#959595"
STATUS = f"""
[[statuses]]
id = "hosting"
label = {{ en = "Would host the force", fr = "Accueillerait la force" }}
answers = "troops"
rank = 45
light = "{LIGHT}"
dark = "#9a7cc0"
grey = "{SHADE}"
sign = ["bar", "open"]
"""


def add_status(project: Path, status: str = STATUS, said: str = "hosting") -> None:
    definition = project / "maps" / "small.toml"
    replace_in(
        definition, 'title = "A map"', 'languages = ["en", "fr"]\ntitle = "A map"'
    )
    replace_in(
        definition, "{count:pledged_troops} pledged", "{countries:hosting} hosts"
    )
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text + status, encoding="utf-8")
    replace_in(project / "data" / "pledges.csv", "declined", said)


def run(folder: Path, *arguments: str) -> None:
    said = pledgemap(folder, *arguments)
    assert said.code == 0, said.err


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_status_of_a_map_is_on_its_page(reader, project: Path) -> None:
    add_status(project)
    run(project, "build")
    html = (project / "maps" / "small.html").read_text(encoding="utf-8")
    still, _, below = html.partition('id="picture"')[2].partition("</svg>")
    assert re.search(r'<g [^>]*data-status="hosting".*?data-country="ESP"', still, re.S)
    assert "Would host the force: Spain." in still  # the alternative text
    assert "status-sign is-open" in still
    assert re.search(r"Would host the force</span><span[^>]*>1<", below)
    assert "Spain hosts." in re.sub(r"<[^>]*>", "", html)

    page = reader.open(project / "maps" / "small.html")
    page.wait_still()
    colour = ImageColor.getrgb(LIGHT)
    poll(lambda: page.pixels().get_flattened_data().count(colour) > 1000, "the colour")
    page = reader.open(project / "maps" / "small.html", fragment="#lang=fr")
    assert "Accueillerait la force" in page.text("#panel")
    assert "Accueillerait la force" in page.text("#table")


def test_it_is_in_what_goes_out(project: Path) -> None:
    add_status(project, said="would host the force")
    for name, grey, colour in ("sheet", (), LIGHT), ("print", ("--grey",), SHADE):
        run(project, "figure", "small", *grey, "--format", "svg", "--out", name)
        (sheet,) = (project / name).glob("*.svg")
        drawn = sheet.read_text(encoding="utf-8")
        assert f'fill="{colour}"' in drawn
        assert "Would host the force" in re.sub(r"<[^>]*>", "", drawn)
    run(project, "export", "small", "--to", "csv", "--out", "out")
    (table,) = (project / "out").glob("*countries.csv")
    with table.open(encoding="utf-8-sig", newline="") as file:
        labels = {row["iso_a3"]: row["status_label"] for row in csv.DictReader(file)}
    assert labels["ESP"] == "Would host the force"


@pytest.mark.parametrize("key", ["answers", "rank", "light", "dark", "grey", "sign"])
def test_what_it_lacks_is_an_error_that_names_it(project: Path, key: str) -> None:
    add_status(project, re.sub(rf"^{key} = .*\n", "", STATUS, flags=re.M))
    built = pledgemap(project, "build")
    assert built.code == 1
    assert "error[unfinished-term]" in built.err
    assert f"hosting lacks its {key}" in built.err
    assert not (project / "maps" / "small.html").exists()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (', fr = "Accueillerait la force"', "", "hosting has no words in fr"),
        ('"hosting"', '"declined"', "there is a status declined already"),
        ('"hosting"', '"no_data"', "there is a status no_data already"),
        ('"hosting"', '"no-data"', "there is a status no_data already"),
        ('"#9a7cc0"', '"#b9e"', "'#b9e' is no dark; write a colour of six digits"),
        ('"#9a7cc0"', '"violet"', "'violet' is no dark"),
        ('["bar", "open"]', '["star", "open"]', "['star', 'open'] is no sign"),
        ("rank = 45", "rank = 45\nbright = 1", "the key bright means nothing here"),
    ],
)
def test_what_is_wrong_is_an_error(
    project: Path, old: str, new: str, says: str
) -> None:
    assert old in STATUS
    add_status(project, STATUS.replace(old, new))
    built = pledgemap(project, "build")
    assert built.code == 1
    assert says in built.err


def test_another_map_does_not_know_it(project: Path) -> None:
    other = (project / "maps" / "small.toml").read_text(encoding="utf-8")
    add_status(project)
    (project / "maps" / "other.toml").write_text(other, encoding="utf-8")
    built = pledgemap(project, "build", "other")
    assert built.code == 1
    assert '"hosting" is not a status' in built.err
