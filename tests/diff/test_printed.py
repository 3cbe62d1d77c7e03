"""What is printed: for a terminal, for a pull request, for programs."""

import json
import re
import shutil
from pathlib import Path

import pytest
from edits import replace_in
from markdown_it import MarkdownIt

from geo.diff.as_json import as_json
from geo.diff.as_markdown import MOST_CHARACTERS, as_markdown, code
from geo.diff.as_text import as_text
from geo.diff.compare import compare
from geo.diff.model import CellChange, Difference, RowChange, TableChange, WholeRow
from geo.diff.sides import open_side
from geo.diff.words import LONGEST, excerpt, visible
from geo.words import LANGUAGES, words

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](https://example.org/x.png)",
    "@octocat",
    "https://example.org/a www.example.org",
    "`code` ``more`` ```",
    "``` \n</code><b>x</b>",
    "| a | b |\n|---|---|",
    "\n\n# heading\n\n- [ ] list",
    "*bold* _em_ ~~gone~~",
    "a\\",
    "\\`<b>",
    "`",
    "&lt;b&gt;",
    "<!-- -->",
    "\u202egnp.exe",
    "\x1b[31mred\x1b[0m\x9b31m",
]


def difference(*texts: str) -> Difference:
    rows = tuple(
        RowChange(text, text, (CellChange("note", text, f"{text}!"),)) for text in texts
    )
    whole = tuple(WholeRow(text, text, {"note": text}) for text in texts)
    table = TableChange("pledges", texts[0], "id", whole, whole, rows)
    return Difference("OLD", "NEW", (table,), ())


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_leaves_its_code_span(text: str) -> None:
    written = as_markdown(difference(text))
    tokens = MarkdownIt("commonmark").enable("table").parse(written)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert kinds <= {
        "heading_open", "heading_close", "inline", "text", "code_inline",
        "text_special", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close",
        "paragraph_open", "paragraph_close", "softbreak",
    }  # fmt: skip
    told = " ".join(visible(text).split())
    spans = [child.content for child in inline if child.type == "code_inline"]
    assert spans.count(told) >= 4
    ours = " ".join(child.content for child in inline if child.type == "text")
    assert not set(ours) & set("<>@[`|")


def test_a_code_span_holds_any_run_of_backticks() -> None:
    assert code("a `` b") == "```a `` b```"
    assert code("`") == "`` ` ``"
    assert code("two\nlines") == "`two lines`"
    assert code("") == ""


def test_a_long_comparison_says_how_much_is_left_out() -> None:
    written = as_markdown(difference(*(f"row {n} {'x' * 100}" for n in range(500))))
    assert len(written) < MOST_CHARACTERS + 200
    assert re.search(
        r"\n\nLines left out: \d,\d+; see `pledgemap diff` as text.\n$", written
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_works_the_terminal(text: str) -> None:
    lines = as_text(difference(text))
    assert all(c.isprintable() or c == "\n" for c in lines)
    assert as_json(difference(text)).isascii()
    assert json.loads(as_json(difference(text)))["tables"][0]["file"] == text


def test_long_cells_are_cut_to_where_they_differ() -> None:
    before, after = excerpt(
        "x" * 1000 + "one" + "y" * 500, "x" * 1000 + "two" + "y" * 500
    )
    assert "one" in before
    assert "two" in after
    assert before.startswith("…")
    assert len(before) <= LONGEST + 2
    assert excerpt("a", "b") == ("a", "b")


def test_text(project: Path, later: Path, compared) -> None:
    replace_in(later / "data/pledges.csv", "declined,two", ",two")
    replace_in(later / "data/pledges.csv", "ESP,2025-02-01", "ESP,2025-02-09")
    told = as_text(compared(project, later)).splitlines()
    assert "table pledges (pledges.csv): 1 changed" in told
    assert told[-3:] == [
        "~ S2 ESP, 2025-02-09",
        "  ~ date: 2025-02-01 → 2025-02-09",
        "  ~ status: declined → (blank)",
    ]


def test_no_difference_is_one_line(project: Path, later: Path, compared) -> None:
    told = as_text(compared(project, later))
    assert told == f"{project.as_posix()} and {later.as_posix()} say the same\n"
    assert "say the same" in as_markdown(compared(project, later))
    assert json.loads(as_json(compared(project, later)))["differs"] is False


def test_it_is_said_in_every_language(project: Path, later: Path) -> None:
    replace_in(later / "data/pledges.csv", "declined", "pledged_troops")
    folders = Path("data"), Path("maps"), Path()
    old, new = (open_side(str(one), *folders) for one in (project, later))
    spain = ("Spanien", "España", "Espagne", "Hiszpania", "Іспанія", "Spain")
    for language in LANGUAGES:
        difference = compare(old, new, language)
        text, marked = as_text(difference), as_markdown(difference)
        says = words(language)
        for key in ("diff.rows_changed", "diff.headline", "diff.map"):
            said = re.sub(r"\{\w+\}.*", "", says[key].replace("{n}", "1"))
            assert said in text, language
            assert said in marked, language
        assert sum(name in text for name in spain) == 1
        # No slot is left open.
        assert not re.search(r"[{}]", text + marked)


def test_of_another_subject_nothing_is_said_of_troops(
    project: Path, tmp_path: Path
) -> None:
    """Nor anything in English on a French comparison."""
    definition = project / "maps/small.toml"
    replace_in(definition, 'title = "A', 'languages = ["en", "fr"]\ntitle = "A')
    headline = '{ en = "{figure:POL}.", fr = "{figure:POL}." }'
    replace_in(definition, '"{count:pledged_troops} pledged."', headline)
    unit = '[unit]\nother = { en = "refugees", fr = "réfugiés" }\n[tables]'
    replace_in(definition, "[tables]", unit)
    rows = "country,date,refugees,source\nPoland,2025,{},one\nSpain,2025,{},one\n"
    sides = []
    for numbers in ((985000, 5), (990000, 6)):
        (project / "data/pledges.csv").write_text(rows.format(*numbers))
        folder = tmp_path / str(numbers[0])
        shutil.copytree(project, folder)
        sides.append(open_side(str(folder), Path("data"), Path("maps"), tmp_path))
    text = as_text(compare(*sides, "fr"))
    assert "~ figure: 985000 → 990000" in text
    assert "990\u202f000 réfugiés" in text.replace("\xa0", " ")
    assert "rapprochées par leur contenu" in text
    assert not re.search("troop|troupe|<U|where", text)
