"""What is done at each move of who drags through time, and what waits for a pause.

Counted, not timed: the page's clock stands still between moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MOVES = 20
FRAME_MS = 17
PAUSE_MS = 400
#: Counts how often a part of the page is written.
COUNT = """() => {
  window.written = { labels: 0, rows: 0, said: 0 };
  for (const [name, part] of [
    ["labels", "svg.labels:not(#picture *)"],
    ["rows", "#table"],
    ["said", "#announcements"],
  ])
    new MutationObserver(() => (written[name] += 1))
      .observe(document.querySelector(part), { childList: true, subtree: true });
  document.querySelector(".time input")
    .dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
}"""
#: Moves the slider to a share of its way, and says at once what is seen of the date.
MOVE = """share => {
  const input = document.querySelector(".time input");
  input.value = Math.round(input.max * share);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const numbers = part => [...document.querySelectorAll(part)]
    .map(one => Number(one.textContent.match(/^[0-9]+/)));
  const coloured = status =>
    document.querySelectorAll(`.country[data-status=${status}]`).length;
  return {
    onMap: coloured("pledged_troops"),
    inHeadline: numbers(".headline .chip[data-status=pledged_troops]"),
    inLegend: numbers("#panel li:has([data-status=pledged_troops]) .n"),
    signs: Object.fromEntries(
      [...document.querySelectorAll("svg.labels > .status-sign")]
      .filter(one => one.checkVisibility())
      .map(one => [one.dataset.of, one.getAttribute("d").replace(/^M[^a-z]*/, "")])),
  };
}"""
RELEASE = """() => {
  const input = document.querySelector(".time input");
  window.dispatchEvent(new PointerEvent("pointerup"));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}"""
TABLES = "document.querySelector('#table').innerText"
LABELS = """() => [...document.querySelectorAll("svg.labels > text")]
  .filter(one => one.checkVisibility()).map(one => one.textContent).sort()"""


@pytest.fixture
def dragged(open_page, maps: Path) -> Iterator[Page]:
    """The page under a finger that has just come down on the slider."""
    # Pages of one profile share its clock: no other asks for this language.
    page: Page = open_page(maps / "coalition.html", locale="en-NZ").page
    page.clock.install(time=0)
    page.clock.pause_at(1)
    page.evaluate("document.querySelector('.time').scrollIntoView()")
    page.evaluate(COUNT)
    yield page
    page.clock.resume()


def share(step: int) -> float:
    return 1 - 0.9 * step / MOVES


def drag(page: Page, each: Callable[[dict], None] = lambda _: None) -> None:
    for step in range(MOVES):
        each(page.evaluate(MOVE, share(step)))
        page.clock.run_for(FRAME_MS)


def written(page: Page) -> dict[str, int]:
    return page.evaluate("written")


def test_labels_rows_and_status_line_wait_for_a_pause(dragged: Page) -> None:
    drag(dragged)
    assert written(dragged) == {"labels": 0, "rows": 0, "said": 0}
    dragged.clock.run_for(PAUSE_MS)
    assert written(dragged)["labels"] == written(dragged)["said"] == 1
    assert written(dragged)["rows"] > 0


def test_all_is_right_at_the_pause_and_at_the_release(
    dragged: Page, open_page, maps: Path
) -> None:
    drag(dragged)
    dragged.evaluate(RELEASE)
    dragged.clock.run_for(PAUSE_MS)
    there = dragged.evaluate("location.hash")
    assert "date=" in there
    other = open_page(maps / "coalition.html", there).page
    for what in (LABELS, TABLES, "document.title"):
        assert dragged.evaluate(what) == other.evaluate(what)


def test_headline_and_legend_count_what_the_map_shows_at_every_move(
    dragged: Page,
) -> None:
    seen = []

    def compare(now: dict) -> None:
        number = now["inHeadline"][0] if now["inHeadline"] else 0
        legend = now["inLegend"][0] if now["inLegend"] else 0
        seen.append((number, legend, now["onMap"]))

    drag(dragged, compare)
    assert all(one == two == three for one, two, three in seen), seen
    assert len(set(seen)) > 1


def test_no_sign_contradicts_the_colour_below_it(dragged: Page) -> None:
    """One whose country has another status is gone until the pause."""
    signs: list[dict[str, str]] = []
    drag(dragged, lambda now: signs.append(now["signs"]))
    dragged.clock.run_for(PAUSE_MS)
    now = dragged.evaluate(MOVE, share(MOVES - 1))["signs"]
    left = signs[-1]
    assert 0 < len(left) < len(signs[0])
    assert left == {country: now.get(country, sign) for country, sign in left.items()}


WHEEL = """turns => {
  const land = document.querySelector("path.country[data-key]");
  window.drawn = 0;
  window.watch ??= new MutationObserver(all => (drawn += all.length));
  watch.observe(land, { attributeFilter: ["d"] });
  for (let i = 0; i < turns; i += 1)
    land.dispatchEvent(new WheelEvent("wheel", {
      bubbles: true, cancelable: true, ctrlKey: true, deltaY: -20,
      clientX: 400, clientY: 400,
    }));
}"""


def test_ctrl_and_wheel_draw_the_map_once_a_frame(dragged: Page) -> None:
    for turns in (1, 5):
        dragged.evaluate(WHEEL, turns)
        dragged.clock.run_for(FRAME_MS)
        assert dragged.evaluate("drawn") == 1
    assert not dragged.evaluate(LABELS)
    dragged.clock.run_for(PAUSE_MS)
    assert dragged.evaluate(LABELS)


def test_another_view_is_lettered_once(dragged: Page) -> None:
    dragged.evaluate("document.querySelector('#toolbar .choice:last-child').click()")
    dragged.clock.run_for(PAUSE_MS)
    assert written(dragged)["labels"] == 1


def test_what_is_open_is_written_anew_only_where_it_changes(
    open_page, maps: Path
) -> None:
    page = open_page(maps / "coalition.html", "#country=FRA&date=2026-01-10").page
    page.evaluate("""() => {
      window.heads = [];
      const panel = document.querySelector("#details");
      new MutationObserver(() => heads.push(panel.querySelector("h2")))
        .observe(panel, { childList: true });
    }""")
    slider = page.locator(".time input")
    for _ in range(6):
        slider.press("ArrowLeft")
    said = page.locator("#details article").count()
    assert said
    assert page.evaluate("heads.length") < 6
