"""The simplest table of docs/table.md makes a page whose headline and colours agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from documents import block_beginning
from engines.page import poll
from terminal import Said, pledgemap

# As the page says, the view that the three countries lie in.
EUROPE = "bounds = [-24, 34, 45, 71]"
DEFAULTS = block_beginning("docs/table.md", "[defaults]")


def written(folder: Path, beside: str) -> Said:
    """Write what the documentation shows into a folder, and build it."""
    (folder / "data").mkdir()
    (folder / "maps").mkdir()
    table = block_beginning("docs/table.md", "country,troops,participation")
    (folder / "data" / "baltic.csv").write_text(table, encoding="utf-8")
    definition = block_beginning("docs/tutorial.md", "title = ")
    definition = re.sub(r"^bounds = .*$", EUROPE, definition, flags=re.M)
    (folder / "maps" / "baltic.toml").write_text(
        f"{definition}\n{beside}", encoding="utf-8"
    )
    return pledgemap(folder, "build")


# As map.css has it on a light page.
PLEDGED = (0x0D, 0x4A, 0x80)


def test_three_rows_are_counted_as_they_are_drawn(reader, tmp_path: Path) -> None:
    built = written(tmp_path, DEFAULTS)
    assert (built.code, built.err.count("warning")) == (0, 0), built.err
    page = reader.open(tmp_path / "maps" / "baltic.html")
    assert page.text(".headline") == (
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
    built = written(tmp_path, DEFAULTS.partition("[status]")[0])
    assert built.code == 0
    (told,) = re.findall(r"warning\[nothing-counted\].*", built.err)
    assert "FRA, ESP are drawn so" in told or "GBR, FRA, ESP are drawn so" in told
    assert 'rests_on = "as_told" under [status]' in told
    page = reader.open(tmp_path / "maps" / "baltic.html")
    assert page.text(".headline") == (
        "By 11 March 2025, 0 of 3 had pledged troops: none. Dotted on the map, on weak"
        " sources alone: Pledged troops (France, Spain and the United Kingdom)."
    )
    alt = pledgemap(tmp_path, "figure", "baltic", "--alt")
    assert "Dotted on the map, on weak sources alone: Pledged troops (Fr" in alt.out
