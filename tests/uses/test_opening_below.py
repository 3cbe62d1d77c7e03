"""What lies below the map waits for it, and is there for who asks."""

from __future__ import annotations

from pathlib import Path

PARTS = ["#strips", "#unplaced", "#table", ".about"]
# Whether each part is laid out although it is not seen.
LAID_OUT = """parts => parts.every(part =>
  getComputedStyle(document.querySelector(part)).contentVisibility === "visible")"""
HEIGHTS = "parts => parts.map(part => document.querySelector(part).offsetHeight)"
# Follows a link to the table in the moment in which the page is whole.
AT_ONCE = """() => new Promise(done => {
  const root = document.documentElement;
  const link = document.createElement("a");
  link.href = "#table";
  const follow = () => {
    if (!root.matches(".is-ready") || !document.body) return;
    observer.disconnect();
    document.body.append(link);
    link.click();
    link.remove();
    done(true);
  };
  const observer = new MutationObserver(follow);
  observer.observe(root, { attributes: true });
  follow();
})"""
TOP = "() => Math.round(document.querySelector('#table').getBoundingClientRect().top)"


def test_all_parts_are_laid_out_in_the_end(reader, maps: Path):
    page = reader.open(maps / "coalition.html")
    page.wait(LAID_OUT, PARTS)
    # Who is led to a part gets all of them laid out at once.
    led = reader.open(maps / "coalition.html", "#table")
    assert led.run(LAID_OUT, PARTS)
    assert page.run(HEIGHTS, PARTS) == led.run(HEIGHTS, PARTS)


def test_a_link_that_is_followed_at_once_leads_to_its_part(reader, maps: Path):
    page = reader.go((maps / "coalition.html").resolve().as_uri())
    page.run(AT_ONCE)
    page.wait(LAID_OUT, PARTS)
    assert 0 <= page.run(TOP) <= 3
