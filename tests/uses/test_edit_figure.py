"""Somebody changes a figure in a table and builds again: all that says it follows."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from edits import replace_in
from pypdf import PdfReader
from terminal import pledgemap

MAP = "paris-2025-03-11"
# The number as it was and as it is now, as each language writes it.
WRITTEN = {
    "de": ("3.000", "3.500"),
    "en": ("3,000", "3,500"),
    "es": ("3000", "3500"),
    "fr": ("3\u202f000", "3\u202f500"),
    "pl": ("3000", "3500"),
    "uk": ("3\u00a0000", "3\u00a0500"),
}


def spain_has_3500(folder: Path) -> None:
    """Change Spain's number as somebody does who has the table in an editor."""
    replace_in(
        folder / "data" / "article" / "pledges.csv",
        ",3000,3000,exact,deployed_elsewhere,",
        ",3500,3500,exact,deployed_elsewhere,",
    )


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory, shipped_project: Path) -> Path:
    """The project built, Spain's figure changed in its table, and built again."""
    folder = tmp_path_factory.mktemp("edited")
    shutil.copytree(shipped_project, folder, dirs_exist_ok=True)
    assert pledgemap(folder, "build", MAP).code == 0
    spain_has_3500(folder)
    again = pledgemap(folder, "build", MAP)
    assert again.code == 0, again.err
    (folder / "said.txt").write_text(again.err, encoding="utf-8")
    return folder


def test_what_follows_no_table_is_told(edited: Path, shipped_project: Path) -> None:
    """The row's own words are data: that they still say the old number is told."""
    assert "warning" not in pledgemap(shipped_project, "check", MAP).err
    said = (edited / "said.txt").read_text("utf-8")
    assert said.count("warning[") == 1
    assert (
        "data/article/pledges.csv:4:statement: warning[stray-number]:"
        ' no figure of the map is "3,000"; mend the statement, or'
    ) in said
    line, marks = said[said.index("  4 | ") :].splitlines()[:2]
    assert line[marks.index("^") : marks.rindex("^") + 1] == "3,000"


def test_the_page_says_the_new_figure_in_every_language(reader, edited: Path) -> None:
    page = reader.open(edited / "maps" / f"{MAP}.html")
    for language, (old, new) in WRITTEN.items():
        page.run(
            """code => {
              const select = document.querySelector("label.language select");
              select.value = code;
              select.dispatchEvent(new Event("change", { bubbles: true }));
            }""",
            language,
        )
        page.wait("code => document.documentElement.lang === code", language)
        said = page.text(".headline")
        assert new in said, (language, said)
        assert old not in said, (language, said)
    assert page.shown(".headline")


def test_a_link_and_a_search_are_told_the_new_figure(edited: Path) -> None:
    html = (edited / "maps" / f"{MAP}.html").read_text("utf-8")
    head = html.partition("</head>")[0]
    assert head.count(WRITTEN["fr"][1]) >= 3  # description, og:description, JSON-LD
    assert WRITTEN["fr"][0] not in head


@pytest.mark.parametrize("language", WRITTEN)
def test_the_alternative_text_says_it_as_the_headline_does(
    edited: Path, language: str
) -> None:
    said = pledgemap(edited, "figure", MAP, "--lang", language, "--alt")
    assert said.code == 0, said.err
    old, new = WRITTEN[language]
    # In the headline, and where it says each figure that is drawn.
    assert said.out.count(new) == 2
    assert old not in said.out


def test_the_files_for_reports_say_it(edited: Path) -> None:
    done = pledgemap(edited, "figure", MAP, "--lang", "fr")
    assert done.code == 0, done.err
    files = {path.suffix: path for path in (edited / "figures").glob("*-fr.*")}
    assert set(files) == {".svg", ".png", ".pdf", ".txt"}
    document = PdfReader(io.BytesIO(files[".pdf"].read_bytes()))
    texts = (
        files[".svg"].read_text("utf-8"),
        files[".txt"].read_text("utf-8"),
        document.pages[0].extract_text(),
    )
    for text in texts:
        plain = " ".join(text.split())
        assert "3 500 soldats sont déjà" in plain
        assert "3 000 soldats" not in plain


def test_the_headline_is_drawn_anew_in_the_picture(
    edited: Path, shipped_project: Path, tmp_path: Path
) -> None:
    """Without the layer of figures only the headline can make another picture."""
    drawn = []
    for folder in (edited, shipped_project):
        out = tmp_path / folder.name
        asked = ("--layers", "status", "--format", "png", "--out", str(out))
        done = pledgemap(folder, "figure", MAP, *asked)
        assert done.code == 0, done.err
        (picture,) = out.glob("*-fr*@2x.png")
        drawn.append(picture.read_bytes())
    assert drawn[0] != drawn[1]


def test_the_slider_moves_the_headline(reader, tmp_path: Path) -> None:
    """A figure that changes with the date is said as it was known by that date."""
    (tmp_path / "data").mkdir()
    (tmp_path / "maps").mkdir()
    (tmp_path / "data" / "pledges.csv").write_text(
        "country,date,status,troops,meaning,source\n"
        "Spain,2025-01-01,considering,,,https://example.org/a\n"
        "Spain,2025-02-01,pledged_troops,1 000,pledge,https://example.org/b\n"
        "Spain,2025-03-01,pledged_troops,more than 2 500,pledge,https://example.org/c\n",
        encoding="utf-8",
    )
    (tmp_path / "maps" / "spain.toml").write_text(
        'title = "Spain"\n'
        'headline = "Spain has pledged {figure:ESP|pledge}: {figure:ESP}."\n'
        'headline_none = "Spain has named no number."\n'
        '[tables]\npledges = "pledges.csv"\n'
        '[[views]]\nid = "europe"\nprojection = "europe_laea"\n'
        'bounds = [-24, 34, 45, 71]\ntitle = "Europe"\n'
        '[[layers]]\nkind = "status"\n',
        encoding="utf-8",
    )
    built = pledgemap(tmp_path, "build")
    assert (built.code, built.err.count("warning")) == (0, 0), built.err
    page = reader.open(tmp_path / "maps" / "spain.html")
    assert page.text(".headline") == (
        "Spain has pledged more than 2,500: more than 2,500 pledged."
    )
    said = []
    for back in ("2025-02-01", "2025-01-01"):
        page.click_on(".time-previous")
        page.wait("day => document.querySelector('time').dataset.date === day", back)
        said.append(page.text(".headline"))
    assert said == [
        "Spain has pledged 1,000: 1,000 pledged.",
        "Spain has named no number.",
    ]


def test_a_figure_struck_out_is_another_sentence(edited: Path, tmp_path: Path) -> None:
    folder = tmp_path / "struck"
    shutil.copytree(edited, folder)
    replace_in(
        folder / "data" / "article" / "pledges.csv",
        ",3500,3500,exact,deployed_elsewhere,eastern_europe,", ",,,,,,",
    )  # fmt: skip
    done = pledgemap(folder, "build", MAP)
    assert done.code == 0, done.err
    html = (folder / "maps" / f"{MAP}.html").read_text("utf-8")
    data = html.partition('id="pledgemap-data">')[2].partition("</script>")[0]
    said = json.loads(data)["headline"]
    assert said["en"].startswith("Countries that, as the article tells it, promised")
    assert all("(" not in text for text in said.values())
