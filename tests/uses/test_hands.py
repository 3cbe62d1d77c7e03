"""What drives the engines does what it says, or no use shows anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from engines.page import poll

#: A page that tells what it was given,.
TELLING = """<!doctype html><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<body style="margin: 0; height: 3000px"><button style="position: absolute; left: 100px;
top: 200px; width: 80px; height: 40px; background: rgb(10, 200, 30); border: 0">
</button>
<script>
window.heard = [];
for (const type of ["pointerdown", "pointerup", "click", "wheel", "keydown"])
  addEventListener(type, (event) => heard.push([type, event.pointerType ?? "",
    event.key ?? "", event.ctrlKey, event.target.tagName ?? ""]
    .join(" ").trim()), true);
</script>
"""


GREEN = (10, 200, 30)


@pytest.fixture
def telling(tmp_path: Path) -> Path:
    path = tmp_path / "telling.html"
    path.write_text(TELLING, encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [360, 1366])
def test_a_window_is_as_large_as_asked(reader, telling: Path, width: int):
    page = reader.go(telling.as_uri(), width=width, height=700)
    assert page.run("() => [innerWidth, innerHeight]") == [width, 700]
    poll(
        lambda: page.pixels().getpixel((140, 220)) == (10, 200, 30), "the green button"
    )
    assert page.pixels().size == (width, 700)
    page.resize(800, 600)
    assert page.pixels().size == (800, 600)


def test_a_finger_is_a_finger(reader, telling: Path):
    page = reader.go(telling.as_uri(), width=360, height=700, touch=True)
    page.tap_on("button")
    page.wait("() => heard.some(line => line.startsWith('click'))")
    heard = page.run("() => heard")
    assert "pointerdown touch  false BUTTON" in heard
    assert any(line.startswith("click") and "BUTTON" in line for line in heard)


def test_mouse_wheel_and_keys(reader, telling: Path):
    page = reader.go(telling.as_uri())
    page.click_on("button")
    page.wheel(300, 300, 100)
    page.press("a", "ArrowLeft")
    page.wait("() => heard.some(line => line.includes('ArrowLeft'))")
    heard = page.run("() => heard")
    assert "pointerdown mouse  false BUTTON" in heard
    assert any(line.startswith("wheel") for line in heard)
    assert any(line.startswith("keydown  a") for line in heard)


def test_the_system_asks_for_dark_pages(reader, telling: Path):
    dark = "() => matchMedia('(prefers-color-scheme: dark)').matches"
    assert reader.go(telling.as_uri(), dark=True).run(dark)
    assert not reader.go(telling.as_uri()).run(dark)


@pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
def test_control_and_the_wheel(reader, telling: Path):
    page = reader.go(telling.as_uri())
    page.wheel(300, 300, 100, control=True)
    page.wait("() => heard.some(line => line.startsWith('wheel   true'))")


def test_what_a_page_complains_of_is_heard(reader, telling: Path):
    page = reader.go(telling.as_uri())
    page.run("() => setTimeout(() => { console.error('as asked'); complain(); })")
    reader.forgives = "as asked|complain|Script error"
    poll(lambda: len(page.messages()) == 2, "two complaints")
    assert reader.complaints() == []
