import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geo.cli import main
from geo.commands.embed import HOSTS
from geo.embed import hosts

ROOT = Path(__file__).parents[2]


def embed(*arguments: str) -> Result:
    options = ["--maps", str(ROOT / "maps"), *arguments]
    return CliRunner().invoke(main, ["embed", *options])


def test_the_help_names_every_host() -> None:
    assert tuple(hosts.HOSTS) == HOSTS


def test_first_the_frame_then_apart_the_script() -> None:
    result = embed("coalition")
    frame, _, script = result.stdout.partition("\n\n")
    assert frame.startswith("<iframe ")
    assert frame.endswith("></iframe>")
    assert 'src="coalition.html"' in frame
    assert script.startswith("<!-- Optional")
    assert script.endswith("</script>\n")


def test_the_title_is_in_the_language_asked_for() -> None:
    assert 'title="Qui enverrait' in embed("coalition", "--lang", "fr").stdout
    assert 'title="La réunion' in embed("paris-2025-03-11").stdout


@pytest.mark.parametrize("host", HOSTS)
def test_each_host_gets_frame_and_script_apart(host: str) -> None:
    result = embed("coalition", "--for", host, "--url", "https://example.org/")
    assert result.exit_code == 0
    assert result.stderr.startswith("pledgemap: ")
    if host == "notion":
        assert result.stdout == "https://example.org/coalition.html\n"
        return
    if host == "react":
        assert "export default function Pledgemap()" in result.stdout
        assert 'src={"https://example.org/coalition.html"}' in result.stdout
        return
    parts = {
        "wordpress": re.findall(
            r"<!-- wp:html -->\n(.*?)\n<!-- /wp:html -->", result.stdout, re.S
        ),
        "quarto": re.findall(r"```{=html}\n(.*?)\n```", result.stdout, re.S),
        "sphinx": re.findall(r"\.\. raw:: html\n\n((?:   .*\n)+)", result.stdout),
    }.get(host, result.stdout.split("\n\n"))
    frame, script = parts
    assert "<iframe" in frame
    assert "<script>" not in frame
    assert "<script>" in script


def test_a_place_for_published_pages_asks_for_their_address() -> None:
    result = embed("coalition", "--for", "notion")
    assert result.exit_code == 2
    assert "--url" in result.stderr


def test_a_map_that_is_not_there() -> None:
    result = embed("coalitoin")
    assert result.exit_code == 1
    assert "coalition" in result.stderr


def test_another_scheme_is_refused() -> None:
    result = embed("coalition", "--url", "javascript:alert(1)")
    assert result.exit_code == 2
    assert "neither an https address" in result.stderr
    assert result.stdout == ""
