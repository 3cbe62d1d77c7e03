"""What a reader waits for who moves a map: read in the page, by its own clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

# Runs before the page.  Each act is found by what all pages have of it, whoever made
# them, and gives what to do, or nothing where a page lacks it.  A message comes after
# the paint of the frame that it was sent from.
WATCH = """
window.watched = { tasks: [], frames: [] };
new PerformanceObserver(list => watched.tasks.push(
  ...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
const find = selector => document.querySelector(selector);
const press = selector => find(selector) && (() => find(selector).click());
const choose = (selector, to) => find(selector) && (() => {
  const field = find(selector);
  field.value = to(field);
  field.dispatchEvent(new Event("change", { bubbles: true }));
});
const land = () => {
  const box = find(".folium-map").getBoundingClientRect();
  for (let away = 0; away < 200; away += 10) {
    const [clientX, clientY] = [box.x + box.width / 2 - away, box.y + box.height / 2];
    const path = document.elementFromPoint(clientX, clientY);
    if (!path?.matches("path.leaflet-interactive")) continue;
    const send = type => path.dispatchEvent(
      new MouseEvent(type, { bubbles: true, clientX, clientY }));
    return () => ["mousedown", "mouseup", "click"].forEach(send);
  }
};
watched.acts = {
  "zoom step": () => press("[data-t-label='map.zoom_in'], .leaflet-control-zoom-in"),
  "whole view": () => press("[data-t-label='map.reset']"),
  "another view": () => press("#toolbar .choice[aria-pressed=false]"),
  "view before": () => press("#toolbar .choice[aria-pressed=false]"),
  "open a country": land,
  "close it": () => press(".details .close"),
  "filter": () => choose("select[name=confidence]", ({ options }) => options[1].value),
  "no filter": () => choose("select[name=confidence]", () => ""),
  "language": () => choose("#languages select", () => "fr"),
  "language before": () => choose("#languages select", () => "en"),
};
watched.painted = () => new Promise(done => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = done;
  port2.postMessage("");
}));
watched.act = async name => {
  const act = watched.acts[name]();
  if (!act) return null;
  watched.tasks.length = 0;
  const began = performance.now();
  act();
  await watched.painted();
  return performance.now() - began;
};
watched.startFrames = () => {
  Object.assign(watched, { tasks: [], frames: [], isRunning: true });
  let before;
  const step = now => {
    if (before !== undefined) watched.frames.push(now - before);
    before = now;
    if (watched.isRunning) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
"""
# The map is left as it was found: what follows is done in the view it opens with.
ACTS = (
    "open a country", "close it", "zoom step", "whole view", "another view",
    "view before", "filter", "no filter", "language", "language before",
)  # fmt: skip
# Where the handle of a slider is, and the end that is farther from it.
SLIDER = """() => {
  const input = document.querySelector(".time input[type=range], input[type=range]");
  if (!input) return null;
  input.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, width, top, height } = input.getBoundingClientRect();
  const share = (input.value - input.min) / (input.max - input.min);
  const at = s => left + 8 + s * (width - 16);
  return [at(share), at(share > 0.5 ? 0 : 1), top + height / 2];
}"""
MAP = """() => {
  scrollTo({ top: 0, behavior: "instant" });
  const { x, y, width, height } =
    document.querySelector(".folium-map").getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""
MOVES = 80
REST_MS = 700
SETTLE_MS = 1500
LONG_MS = 60_000
NARROW_PX = 600

Move = Callable[[float], object]


@dataclass(frozen=True)
class Took:
    """Milliseconds until the next paint, of a frame, of a task, and how many were long.

    A task is long that takes over 50 ms; those after an act are counted, too, until the
    page has come to rest.
    """

    paint_ms: float | None
    frame_ms: float | None
    task_ms: float
    long_tasks: float


def measure(
    browser: Browser, path: Path, throttle: float, width: int
) -> dict[str, Took]:
    """Do with a page in a new profile all that it knows; give what each act took."""
    with _opened(browser, path, throttle, width) as page:
        took = {}
        for name in ACTS:
            took |= _acted(page, name)
        took |= _dragged(page, "map, by mouse", MAP, _to_and_fro)
        took |= _dragged(page, "map, Ctrl + wheel", MAP, _by_wheel)
        took |= _dragged(page, "slider, by mouse", SLIDER, _by_mouse)
        if width < NARROW_PX:
            took |= _dragged(page, "slider, by finger", SLIDER, _by_finger)
    return took


@contextmanager
def _opened(
    browser: Browser, path: Path, throttle: float, width: int
) -> Iterator[Page]:
    """Open a page with every layer on, the processor slowed once it is whole."""
    size = {"width": width, "height": 900}
    context = browser.new_context(
        viewport=size, offline=True, has_touch=width < NARROW_PX
    )
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(path.as_uri())
    if page.locator("#map_pledgemap").count():
        page.wait_for_selector("html.is-ready", state="attached", timeout=LONG_MS)
    page.evaluate("document.querySelectorAll('.more').forEach(d => d.open = true)")
    for box in page.locator("#panel input[type=checkbox]").all():
        box.check()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.wait_for_timeout(SETTLE_MS)
    try:
        yield page
    finally:
        context.close()


def _acted(page: Page, name: str) -> dict[str, Took]:
    paint_ms = page.evaluate("name => watched.act(name)", name)
    if paint_ms is None:
        return {}
    page.wait_for_timeout(REST_MS)
    return {name: Took(paint_ms, None, *_tasks(page))}


def _dragged(
    page: Page, name: str, place: str, drag: Callable[[Page, list[float]], None]
) -> dict[str, Took]:
    """Drag what is found at a place; the frames count until it is let go."""
    found: list[float] | None = page.evaluate(place)
    if found is None:
        return {}
    page.wait_for_timeout(REST_MS)
    drag(page, found)
    frames = sorted(page.evaluate("watched.frames"))
    frame_ms = frames[min(len(frames) - 1, round(len(frames) * 0.95))]
    page.wait_for_timeout(REST_MS)
    return {name: Took(None, frame_ms, *_tasks(page))}


def _tasks(page: Page) -> tuple[float, float]:
    tasks: list[float] = page.evaluate("watched.tasks")
    return max(tasks, default=0.0), float(len(tasks))


START = "watched.startFrames()"
STOP = "watched.isRunning = false"


def _by_mouse(page: Page, place: list[float]) -> None:
    start, end, y = place
    page.mouse.move(start, y)
    page.mouse.down()
    page.evaluate(START)
    _along(start, end, lambda x: page.mouse.move(x, y))
    page.evaluate(STOP)
    page.mouse.up()


def _by_finger(page: Page, place: list[float]) -> None:
    session = page.context.new_cdp_session(page)
    start, end, y = place

    def touch(kind: str, *points: float) -> None:
        fingers = [{"x": x, "y": y} for x in points]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    touch("touchStart", start)
    page.evaluate(START)
    _along(start, end, lambda x: touch("touchMove", x))
    page.evaluate(STOP)
    touch("touchEnd")


def _to_and_fro(page: Page, place: list[float]) -> None:
    x, y = place
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(START)
    for step in range(MOVES):
        away = 120 - abs(step % 30 - 15) * 16
        page.mouse.move(x + away, y + away / 3)
    page.evaluate(STOP)
    page.mouse.up()


def _by_wheel(page: Page, place: list[float]) -> None:
    page.mouse.move(*place)
    page.keyboard.down("Control")
    page.evaluate(START)
    for step in range(MOVES // 4):
        page.mouse.wheel(0, -40 if step < MOVES // 8 else 40)
    page.evaluate(STOP)
    page.keyboard.up("Control")


def _along(start: float, end: float, move: Move) -> None:
    for step in range(1, MOVES + 1):
        move(start + (end - start) * step / MOVES)
