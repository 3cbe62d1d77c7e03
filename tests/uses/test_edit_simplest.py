"""The README's simplest table makes a page whose headline and colours agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from engines.page import poll
from terminal import Said, pledgemap

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
# As the README's key says, the view that the three countries lie in.
EUROPE = "bounds = [-24, 34, 45, 71]"


def indented(first_line: str, text: str = README) -> str:
    """Give the README's indented block that begins with a line."""
    found = re.search(
        rf"^    {re.escape(first_line)}\n(?:(?:    .*)?\n)*?(?=\S|\Z)", text, re.M
    )
    assert found is not None
    return re.sub(r"^    ", "", found[0], flags=re.M)


def written(folder: Path, beside: str) -> Said:
    """Write what the README shows into a folder, and build it."""
    (folder / "data").mkdir()
    (folder / "maps").mkdir()
    table = indented("country,troops,participation")
    (folder / "data" / "baltic.csv").write_text(table, encoding="utf-8")
    definition = re.findall(r"^```toml\n(.*?)^```", README, re.M | re.S)[0]
    definition = re.sub(r"^bounds = .*$", EUROPE, definition, flags=re.M)
    (folder / "maps" / "baltic.toml").write_text(
        f"{definition}\n{beside}", encoding="utf-8"
    )
    return pledgemap(folder, "build")


# As map.css has it on a light page.
PLEDGED = (0x0D, 0x4A, 0x80)


def test_three_rows_are_counted_as_they_are_drawn(reader, tmp_path: Path) -> None:
    built = written(tmp_path, indented("[defaults]"))
    assert (built.code, built.err.count("warning")) == (0, 0), built.err
    page = reader.open(tmp_path / "maps" / "baltic.html")
    assert page.text(".finding") == (
        "By 11 March 2025, 3 of 3 had pledged troops: France, Spain and the"
        " United Kingdom."
    )
    legend = page.text("#panel")
    assert re.search(r"Pledged troops\s+3\b(?! \()", legend), legend
    assert "Colours follow the article" in legend
    page.middle(".folium-map")
    page.wait_still()
    poll(lambda: page.pixels().get_flattened_data().count(PLEDGED) > 1000, "blue land")


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_headline_that_counts_nobody_is_told(reader, tmp_path: Path) -> None:
    built = written(tmp_path, indented("[defaults]").partition("[status]")[0])
    assert built.code == 0
    (told,) = re.findall(r"warning\[nothing-counted\].*", built.err)
    assert "FRA, ESP are drawn so" in told or "GBR, FRA, ESP are drawn so" in told
    assert 'rests_on = "as_told" under [status]' in told
    page = reader.open(tmp_path / "maps" / "baltic.html")
    assert page.text(".finding") == (
        "By 11 March 2025, 0 of 3 had pledged troops: none. Dotted on the map, on weak"
        " sources alone: Pledged troops (France, Spain and the United Kingdom)."
    )
    alt = pledgemap(tmp_path, "figure", "baltic", "--alt")
    assert "Dotted on the map, on weak sources alone: Pledged troops (Fr" in alt.out
