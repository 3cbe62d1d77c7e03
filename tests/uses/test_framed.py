"""A map in a frame of somebody's page, with the code that the page or command gives."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from engines.page import Page, poll
from PIL import Image, ImageChops, ImageColor
from served import served

from geo.cli import main
from geo.vocabulary.statuses import STATUSES

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / "tests" / "browser" / "hosts" / "node_modules"
PLEDGED = ImageColor.getrgb(STATUSES["pledged_troops"].light)
# Told by every script that our pages know, and by ours: the height that the map wants.
LISTEN = """<script>
  window.told = [];
  addEventListener("message", ({ data }) => {
    if (data?.sentinel === "amp") told.push(data.height);
  });
</script>"""
HOST = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Report</title>'
    '<link rel="icon" href="data:,"><h1>Our report</h1>'
)


@pytest.fixture
def published(maps: Path) -> Iterator[str]:
    with served(maps) as address:
        yield address


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """The address of the site whose page is ``tmp_path``'s ``report.html``."""
    with served(tmp_path) as address:
        yield address


def is_alive_and_fits(page: Page) -> None:
    """Whether the map answers who clicks it, in a frame as high as it is."""
    # The host's own script may not have run yet; what was told is there after it.
    high = "document.querySelector('iframe').clientHeight"
    fits = f"() => window.told?.length && window.told.at(-1) === {high}"
    page.wait(fits)
    assert page.run("() => document.querySelector('iframe').clientHeight") > 600
    point = poll(lambda: dark_blue(page), "a country in its colour")
    before = page.pixels()

    def answers() -> bool:
        # For a picture Firefox lays the frame out anew, and a click may miss then.
        page.click(*point)
        return difference(before, page.pixels()) > 5_000

    poll(answers, f"{page.engine}: what the country said, after a click on it")
    page.wait(fits)


def dark_blue(page: Page) -> tuple[int, int] | None:
    """Where a country that pledged troops is coloured, once one is."""
    picture = page.pixels()
    for y in range(20, picture.height - 20, 4):
        for x in range(20, picture.width - 20, 4):
            around = [(x + dx, y + dy) for dx in (-4, 0, 4) for dy in (-4, 0, 4)]
            if all(picture.getpixel(point) == PLEDGED for point in around):
                return x, y
    return None


def difference(one: Image.Image, other: Image.Image) -> int:
    """How many pixels differ."""
    return sum(ImageChops.difference(one, other).convert("L").histogram()[1:])


def test_the_code_that_the_page_gives_shows_it_elsewhere(
    reader, maps: Path, published: str, host: str, tmp_path: Path
) -> None:
    own = reader.open(maps / "coalition.html")
    own.click_on("#take-away summary")
    # Before the code stands what must be done first, and where to say the address.
    order = own.run(
        """() => ["[data-t='take.embed_first']", "[data-t='take.embed_address']",
          "input[type=url]", "textarea"].map((s) => {
            const all = document.querySelectorAll("#take-away " + s);
            return all[all.length - 1].getBoundingClientRect().top;
          })"""
    )
    assert order == sorted(order)
    assert "First put this page on the web" in own.text("#take-away")
    own.run(
        """(address) => {
          const field = document.querySelector("#take-away input[type=url]");
          field.value = address;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        published,
    )
    fields = "document.querySelectorAll('#take-away textarea')"
    code = own.run(f"() => [...{fields}].at(-1).value")
    assert f'src="{published}coalition.html"' in code
    (tmp_path / "report.html").write_text(f"{HOST}{LISTEN}{code}", encoding="utf-8")
    is_alive_and_fits(reader.go(f"{host}report.html", width=1000, height=900))


def test_the_code_that_the_command_prints_shows_it_elsewhere(
    reader, published: str, host: str, tmp_path: Path
) -> None:
    code = embed("--url", published, "--lang", "fr", "--state", "view=europe")
    (tmp_path / "report.html").write_text(f"{HOST}{LISTEN}{code}", encoding="utf-8")
    is_alive_and_fits(reader.go(f"{host}report.html", width=1000, height=900))


def test_a_country_of_the_address_moves_nobody(
    reader, maps: Path, host: str, tmp_path: Path
) -> None:
    """The frame lies below what the reader has begun to read."""
    shutil.copy(maps / "coalition.html", tmp_path)
    code = embed("--url", host, "--lang", "fr", "--state", "country=EST")
    # Without its sandbox the frame's page can be looked into.
    code = re.sub(r' (sandbox|loading)="[^"]*"', "", code)
    text = "<p>We asked who would go.</p>" * 60
    (tmp_path / "report.html").write_text(f"{HOST}{text}{code}", encoding="utf-8")
    page = reader.go(f"{host}report.html", width=1000, height=900)
    inside = "document.querySelector('iframe').contentDocument"
    page.wait(
        f"() => /Estonie/.test({inside}.querySelector('.details h2')?.textContent)"
    )
    page.wait(f"() => !{inside}.documentElement.matches('.is-moving')")
    assert page.run("() => scrollY") == 0
    # The page round it may lead it to another: still its reader asked for nothing.
    window = "document.querySelector('iframe').contentWindow"
    page.run(f"() => {{ {window}.location.hash = 'country=FRA'; }}")
    page.wait(
        f"() => /France/.test({inside}.querySelector('.details h2')?.textContent)"
    )
    page.wait(FOLLOWED)
    assert page.run("() => scrollY") == 0
    assert page.run("() => document.activeElement === document.body")


def test_the_component_for_react_shows_it_elsewhere(
    reader, published: str, host: str, tmp_path: Path
) -> None:
    if not (PACKAGES / "react").is_dir():
        reason = "React is not installed (make hosts)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    code = embed("--url", published, "--for", "react")
    (tmp_path / "pledgemap-coalition.jsx").write_text(code, encoding="utf-8")
    (tmp_path / "report.jsx").write_text(
        'import { StrictMode } from "react";\n'
        'import { createRoot } from "react-dom/client";\n'
        'import Pledgemap from "./pledgemap-coalition.jsx";\n'
        "createRoot(document.getElementById('root'))"
        ".render(<StrictMode><Pledgemap /></StrictMode>);\n",
        encoding="utf-8",
    )
    subprocess.run(
        [PACKAGES / ".bin" / "esbuild", "report.jsx", "--bundle", "--jsx=automatic",
         "--outfile=report.js", "--log-level=error"],
        cwd=tmp_path, check=True, env={**os.environ, "NODE_PATH": str(PACKAGES)},
    )  # fmt: skip
    body = '<div id="root"></div><script src="report.js"></script>'
    (tmp_path / "report.html").write_text(f"{HOST}{LISTEN}{body}", encoding="utf-8")
    is_alive_and_fits(reader.go(f"{host}report.html", width=1000, height=900))


IN_FRAME = "document.querySelector('iframe').contentDocument"
LETTERED = f"""() => {IN_FRAME}.documentElement.classList.contains('is-ready')
  && {IN_FRAME}.querySelectorAll('.leaflet-labels-pane text').length > 15
  && {IN_FRAME}.querySelector('.folium-map').clientWidth > 300"""
SHOWN_AS = """look => {
  const frame = document.querySelector('iframe');
  frame.hidden = false;
  frame.style = look;
}"""
#: The frame has told its page of its size, where it has one.
FOLLOWED = """() => new Promise(done => {
  const page = document.querySelector('iframe').contentWindow;
  // A frame that is not seen may paint nothing.
  setTimeout(done, 1000, true);
  page.requestAnimationFrame(() => page.requestAnimationFrame(() => done(true)));
})"""
BROKEN = f"""() => [...{IN_FRAME}.querySelectorAll('path')]
  .filter(path => /NaN|Infinity/.test(path.getAttribute('d'))).length"""


def test_a_tab_of_the_page_round_it_hides_it_and_shows_it(
    reader, maps: Path, tmp_path: Path, host: str
) -> None:
    shutil.copy(maps / "coalition.html", tmp_path)
    frame = '<iframe src="coalition.html" width="700" height="900" hidden></iframe>'
    (tmp_path / "report.html").write_text(HOST + frame, encoding="utf-8")
    page = reader.go(f"{host}report.html")
    begun = f"{IN_FRAME}?.querySelector('.folium-map')"
    page.wait(f"() => {begun} && {IN_FRAME}.readyState === 'complete'")
    # Not there, folded to nothing as an accordion does, and as wide as it was.
    for look in ("", "width: 1px; height: 1px", "display: none", ""):
        page.run(SHOWN_AS, look)
        if look:
            page.wait(FOLLOWED)
        else:
            page.wait(LETTERED)
            assert page.run(BROKEN) == 0


def test_the_command_says_first_that_the_page_must_be_on_the_web() -> None:
    result = CliRunner().invoke(main, ["embed", "coalition", "--maps", "maps"])
    assert "first put maps/coalition.html on the web" in result.stderr
    assert "--url" in result.stderr
    assert "first put" not in CliRunner().invoke(
        main, ["embed", "coalition", "--url", "https://example.org/"]
    ).stderr  # fmt: skip


def embed(*arguments: str) -> str:
    result = CliRunner().invoke(
        main, ["embed", "coalition", "--maps", str(ROOT / "maps"), *arguments]
    )
    assert result.exit_code == 0, result.output
    return result.stdout
