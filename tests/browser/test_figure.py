"""A figure in Chromium: its letters come with it, nothing overflows or overlaps."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from profiles import Profiles

from geo.figure.draw import draw_figure
from geo.figure.sheet import Sheet

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser

# Every line of text but the halos: where it stands, and how wide its letters are alone.
MEASURE = """
() => {
  const lines = [...document.querySelectorAll("text")].flatMap((text) =>
    text.children.length ? [...text.children] : [text]);
  return document.fonts.ready.then(() => lines
    .filter((line) => getComputedStyle(line).stroke === "none")
    .map((line) => {
      const { left, top, right, bottom } = line.getBoundingClientRect();
      const asked = line.textLength.baseVal.value;
      line.removeAttribute("textLength");
      const label = getComputedStyle(line).strokeLinejoin === "round";
      const alone = line.getComputedTextLength();
      const text = line.textContent;
      const block = line.closest("text").textContent;
      return { text, left, top, right, bottom, asked, alone, label, block };
    }));
}
"""
CASES = {
    "coalition": {},
    "paris": {"language": "fr", "width_px": 480},
    "ukrainian": {"language": "uk"},
    "people": {"layers": ("status", "videoconference", "in_person"), "language": "pl"},
    "world": {"view": "world", "language": "de"},
    "dates": {"dates": ("2025-03-15", "2025-09-04", "2025-12-15", "2026-01-06")},
}


@pytest.fixture(params=CASES)
def drawn(request: pytest.FixtureRequest) -> Sheet:
    slug = "paris-2025-03-11" if request.param == "paris" else "coalition"
    return draw_figure(ROOT / "maps" / f"{slug}.toml", **CASES[request.param])


@pytest.fixture
def lines(profiles: Profiles, drawn: Sheet, tmp_path: Path) -> Iterator[list[Any]]:
    path = tmp_path / f"{drawn.name}.svg"
    path.write_text(drawn.svg, encoding="utf-8")
    page = profiles.page(drawn.width_px, 1200, offline=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    yield page.evaluate(MEASURE)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()


def test_text_fits_stays_inside_and_labels_do_not_overlap(
    drawn: Sheet, lines: list[Any]
) -> None:
    assert len(lines) > 20
    height = int(drawn.svg.partition(' height="')[2].partition('"')[0])
    for line in lines:
        assert line["left"] >= 0, line
        assert line["right"] <= drawn.width_px, line
        assert line["bottom"] <= height, line
        if line["asked"] and line["text"].strip():
            # The letters that stand in the file are those that were measured.
            assert line["alone"] == pytest.approx(line["asked"], rel=0.02, abs=0.6)
    overlaps = [
        (a["text"], b["text"])
        for i, a in enumerate(lines)
        for b in lines[:i]
        if a["block"] != b["block"] and over(a, b)
    ]
    assert overlaps == []


def over(a: dict[str, float], b: dict[str, float]) -> bool:
    """Whether two lines lie over each other, but for the room above and below."""
    slack = 3
    return (
        a["left"] < b["right"]
        and b["left"] < a["right"]
        and a["top"] + slack < b["bottom"] - slack
        and b["top"] + slack < a["bottom"] - slack
    )
