"""Maps in a notebook: alive in HTML, still in LaTeX, in words for the rest."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from console import hear
from nbconvert import HTMLExporter, LatexExporter
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
SLUGS = ("coalition", "paris-2025-03-11")
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    """A notebook that shows both maps and a figure, run by a kernel."""
    maps = [
        f"geo.pledge_map({str(ROOT / 'maps' / slug) + '.toml'!r})" for slug in SLUGS
    ]
    figure = maps[0].replace("pledge_map", "draw_figure")
    cells = [
        nbformat.v4.new_code_cell(f"import geo\n{code}") for code in (*maps, figure)
    ]
    path = tmp_path_factory.mktemp("notebook") / "maps.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    # In a process of its own: a kernel's event loop and Playwright's share none.
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute"]
    subprocess.run([*command, "--inplace", str(path)], check=True, timeout=300)
    return nbformat.read(path, as_version=4)


def test_each_map_comes_in_three_forms(notebook: nbformat.NotebookNode) -> None:
    for cell in notebook.cells[:2]:
        (shown,) = [o for o in cell.outputs if o.output_type == "execute_result"]
        assert set(shown.data) == {"text/html", "image/png", "text/plain"}
        assert shown.metadata["image/png"]["width"] == 720
    (shown,) = [o for o in notebook.cells[2].outputs if "data" in o]
    assert set(shown.data) == {"image/png", "text/plain"}


def test_html_shows_the_maps_alive_and_shut_in(
    notebook: nbformat.NotebookNode, browser: Browser, tmp_path: Path
) -> None:
    # nbconvert's own page loads these two from the web.
    exporter = HTMLExporter(mathjax_url="data:text/plain,", require_js_url="")
    path = tmp_path / "maps.html"
    path.write_text(exporter.from_notebook_node(notebook)[0], encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    messages: list[str] = []
    hear(page, messages.append)
    page.goto(path.as_uri())
    frames = page.locator("iframe")
    assert frames.count() == 2
    for i in range(2):
        frame = frames.nth(i)
        frame.scroll_into_view_if_needed()
        assert "allow-same-origin" not in (frame.get_attribute("sandbox") or "")
        inside = frame.content_frame
        inside.locator("path.leaflet-interactive").first.wait_for(state="attached")
        inside.locator("select").first.select_option("fr")
        assert inside.locator("html").get_attribute("lang") == "fr"
    assert messages == []
    context.close()


def test_latex_takes_the_pictures(
    notebook: nbformat.NotebookNode,
) -> None:
    text, resources = LatexExporter().from_notebook_node(notebook)
    included = re.findall(r"\\includegraphics\[[^]]*\]|\{([^{}]*\.(?:png|pdf))\}", text)
    assert [Path(name).suffix for name in included if name] == [".png", ".png", ".png"]
    assert set(filter(None, included)) <= set(resources["outputs"])
