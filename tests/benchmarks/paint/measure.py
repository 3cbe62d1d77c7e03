"""What the opening of a page takes: read in the page, by its own clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.benchmarks.paint.serve import CONDITIONS

# Runs in the page before anything else.  A condition that holds in an animation frame
# is painted with that frame, so its time is taken right after it.  The map is live once
# it answers: the land in its middle is pointed at in every frame, and a tooltip that is
# painted is the answer.  Ours is answered by the still picture first, and by Leaflet
# once that has taken its place.  Pointing makes work for the page, so a page that is
# looked at is opened without.  The page is whole once all that stands round the map is
# there as well.
WATCH = """
window.marks = {};
window.tasks = [];
new PerformanceObserver(list => tasks.push(...list.getEntries().map(
  ({ startTime, duration }) => [startTime, duration])))
  .observe({ type: "longtask", buffered: true });
const answers = () => {
  if (!window.points) return false;
  const box = document.querySelector(".folium-map")?.getBoundingClientRect();
  if (!box) return false;
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 700) / 2];
  const land = document.elementFromPoint(x, y);
  const at = { bubbles: true, clientX: x, clientY: y };
  land?.dispatchEvent(new PointerEvent("pointermove", at));
  for (const type of ["mouseover", "mousemove"])
    land?.dispatchEvent(new MouseEvent(type, at));
  return document.querySelector(".tooltip:not([hidden]), .leaflet-tooltip");
};
const shows = {
  picture: () => document.querySelector(
    "#picture path:last-of-type, .leaflet-container path.leaflet-interactive"),
  live: answers,
  leaflet: () => document.querySelector(".leaflet-container path.leaflet-interactive")
    && !document.querySelector("#picture:not(.is-over-map)"),
  whole: () => shows.leaflet() && (document.querySelector("html.is-ready")
    || !document.querySelector("#map_pledgemap")),
};
const look = () => {
  for (const [name, holds] of Object.entries(shows)) {
    if (!(name in marks) && holds()) {
      marks[name] = NaN;
      setTimeout(() => (marks[name] = performance.now()));
    }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
POINT = "window.points = true;"

# A page of bare shapes may have no "contentful" paint; its first one then.
FIRST_PAINT = """(performance.getEntriesByName("first-contentful-paint")[0]
  ?? performance.getEntriesByType("paint")[0])?.startTime"""

PAN = """() => {
  window.frames_ms = [];
  let before;
  const step = now => {
    if (before !== undefined) frames_ms.push(now - before);
    before = now;
    if (window.frames_ms) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}"""

# A step of the slider, until its frame is painted: a message comes after the paint.
STEP = """() => new Promise(done => {
  const slider = document.querySelector(".time input");
  const began = performance.now();
  slider.value = Number(slider.value) - 1;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - began);
    port2.postMessage("");
  });
})"""
STEPS = 20
STEP_PAUSE_MS = 400

SHOWN = ("picture", "leaflet", "whole")
# A task that takes longer than this is a long one, and blocks for what is beyond.
LONG_MS = 50
WAIT_MS = 1000
# A new window makes work for the browser itself, which a reader's has long done.
SETTLE_MS = 1500
MOST_WAITS = 60


@dataclass(frozen=True)
class Times:
    """Milliseconds since the navigation began, of a task, of a frame while panning."""

    first_ms: float
    picture_ms: float
    live_ms: float
    leaflet_ms: float
    whole_ms: float
    longest_ms: float
    blocked_ms: float
    task_ms: float
    frame_ms: float


def measure(browser: Browser, address: str, throttle: float, *, ours: bool) -> Times:
    """Open a page twice, each time in a new profile: look at it and drag it; point."""
    with _opened(browser, address, throttle) as page:
        marks = _marks(page, SHOWN)
        first = page.evaluate(FIRST_PAINT)
        tasks = [took for _, took in page.evaluate("window.tasks")]
        selector = "#map_pledgemap" if ours else ".folium-map"
        frames = _frames_while_panning(page, selector)
    with _opened(browser, address, throttle, POINT) as page:
        live_ms = _marks(page, (*SHOWN, "live"))["live"]
        task = _longest_task(page, live_ms)
    return Times(
        first_ms=first or marks["picture"],
        picture_ms=marks["picture"],
        live_ms=live_ms,
        leaflet_ms=marks["leaflet"],
        whole_ms=marks["whole"],
        longest_ms=max(tasks, default=0.0),
        blocked_ms=sum(took - LONG_MS for took in tasks),
        task_ms=task,
        frame_ms=frames,
    )


@contextmanager
def _opened(
    browser: Browser, address: str, throttle: float, more: str = ""
) -> Iterator[Page]:
    """Open a watched page in a new profile, with one more script where one is given."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script(more + WATCH)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    if address.startswith("http"):
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", CONDITIONS)
    page.wait_for_timeout(SETTLE_MS)
    page.goto(address, wait_until="commit")
    try:
        yield page
    finally:
        context.close()


def measure_steps(
    browser: Browser, path: Path, throttle: float, width: int
) -> list[float]:
    """Step back in time with every layer on, and give what each step took."""
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html.is-ready", state="attached")
    page.evaluate("document.querySelectorAll('.more').forEach(d => d.open = true)")
    for box in page.locator("#panel input[type=checkbox]").all():
        box.check()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    took = []
    for _ in range(STEPS):
        page.wait_for_timeout(STEP_PAUSE_MS)
        took.append(float(page.evaluate(STEP)))
    context.close()
    return took


def measure_first(browser: Browser, path: Path, throttle: float) -> float:
    """Open a page that holds nothing but a word, and give its first paint."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.wait_for_timeout(SETTLE_MS)
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_timeout(WAIT_MS)
    first = float(page.evaluate(FIRST_PAINT))
    context.close()
    return first


def _marks(page: Page, shown: tuple[str, ...]) -> dict[str, float]:
    """Wait for the live map; asked seldom, for asking takes time of the page's own."""
    for _ in range(MOST_WAITS):
        page.wait_for_timeout(WAIT_MS)
        marks: dict[str, float] = page.evaluate("window.marks ?? {}")
        if all(marks.get(name, 0) > 0 for name in shown):
            return marks
    raise TimeoutError("the live map does not come")


def _longest_task(page: Page, live_ms: float) -> float:
    """Return how long at most the live map made a reader wait; 0 for no long task."""
    tasks: list[tuple[float, float]] = page.evaluate("window.tasks")
    waits = (start + took - max(start, live_ms) for start, took in tasks)
    return max([0.0, *waits])


def _frames_while_panning(page: Page, selector: str) -> float:
    """Drag the map to and fro, and give the 95th percentile of the frames."""
    box = page.locator(selector).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"], 700) / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(PAN)
    for step in range(60):
        away = 120 - abs(step % 30 - 15) * 16
        page.mouse.move(x + away, y + away / 3)
    page.mouse.up()
    page.wait_for_timeout(300)
    frames = sorted(page.evaluate("frames_ms"))
    return float(frames[min(len(frames) - 1, round(len(frames) * 0.95))])
