"""The address holds what the reader chose, and no browser is asked for too much."""

from __future__ import annotations

from pathlib import Path

from engines.page import Page

SLIDER = ".time-track input"
# A browser that takes so many addresses and no more, as Safari does within 30 seconds.
LIMITED = """most => {
  window.written = 0;
  for (const name of ["pushState", "replaceState"]) {
    const write = history[name].bind(history);
    history[name] = (...values) => {
      if (++written > most)
        throw new DOMException("Attempt to use history too often", "SecurityError");
      write(...values);
    };
  }
}"""
# Moves the slider through its days and back, so many times, a day a frame, or where no
# frame comes (WebKit draws few without a graphics card), a day in 20 ms.
SWEEP = """async (selector, times) => {
  const slider = document.querySelector(selector);
  slider.dispatchEvent(new PointerEvent("pointerdown"));
  const days = Array.from({ length: 50 }, (_, i) => i / 49);
  for (let sweep = 0; sweep < times; sweep++)
    for (const share of sweep % 2 ? days : [...days].reverse()) {
      slider.value = Number(slider.min) + share * (slider.max - slider.min);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await Promise.race([
        new Promise(requestAnimationFrame),
        new Promise(done => setTimeout(done, 20)),
      ]);
    }
}"""


def sweep(page: Page, times: int) -> None:
    page.run(SWEEP, SLIDER, times)


def test_sweeps_of_the_slider_are_few_addresses(reader, maps: Path):
    page = reader.open(maps / "coalition.html")
    page.run(LIMITED, 100)
    sweep(page, 3)
    page.wait("() => location.hash === '#date=2024-12-18'")
    assert page.run("() => written") < 20


def test_a_browser_that_takes_no_address_stops_nothing(reader, maps: Path):
    page = reader.open(maps / "coalition.html")
    page.run(LIMITED, 0)
    sweep(page, 1)
    page.wait("() => written > 0")
    page.run(
        """() => {
          const choice = document.querySelector("#languages select");
          choice.value = "fr";
          choice.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    page.wait("() => document.documentElement.lang === 'fr'")
    assert "18 d\u00e9cembre 2024" in page.text(".time-date")
    assert page.run("() => location.hash") == ""


def test_a_country_opened_right_after_a_date_is_a_step_behind_it(reader, maps: Path):
    page = reader.open(maps / "coalition.html")
    sweep(page, 1)
    page.run("() => document.querySelector('#table th button').click()")
    page.wait("() => location.hash.includes('country=')")
    assert "date=2024-12-18" in page.run("() => location.hash")
    page.run("() => history.back()")
    page.wait("() => location.hash === '#date=2024-12-18'")
    page.run("() => history.back()")
    page.wait("() => !location.hash")
