"""A site that is published, edited and published again, one map or all."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from geo.cli import main

Edit = Callable[[str, str, str], None]


@pytest.fixture(autouse=True)
def two_maps(
    project: Path, definition_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = definition_text.replace("A map", "Another map")
    (project / "maps" / "other.toml").write_text(other, encoding="utf-8")
    monkeypatch.chdir(project)


def publish(*arguments: str) -> str:
    """Publish, and give the English index."""
    result = CliRunner().invoke(main, ["site", *arguments])
    assert result.exit_code == 0, result.output
    return Path("site/index.html").read_text(encoding="utf-8")


def listed(index: str) -> dict[str, list[str]]:
    """The links of each map of an index, by its heading; every one leads to a file."""
    found = {}
    for part in index.split("<article>")[1:]:
        (title,) = re.findall(r"<h2>(.*?)</h2>", part)
        links = re.findall(r'href="([^"?]+)', part.partition("<h2>")[2])
        assert all(Path("site", link).is_file() for link in links), links
        found[title] = links
    return found


@pytest.mark.parametrize("url", [(), ("--url", "https://maps.example/")])
def test_a_site_of_one_map_keeps_the_others_in_the_index(url, edit: Edit) -> None:
    before = listed(publish(*url))
    assert sorted(before) == [
        "A map", "Another map",
    ]  # fmt: skip
    edit("data/pledges.csv", "S2,ESP,2025-02-01,declined", "S2,ESP,2025-03-01,opposed")
    after = listed(publish("small", *url))
    assert list(after) == list(before)
    # The other map is as it was published: page, fixed version, picture and data.
    assert after["Another map"] == before["Another map"]
    assert after["A map"] != before["A map"]


def test_old_versions_are_listed_by_the_date_of_their_data(edit: Edit) -> None:
    (first,) = re.findall(r"v/\w+/small\.html", publish())
    day = "S2,ESP,2025-02-01,declined"
    edit("data/pledges.csv", day, "S2,ESP,2025-03-01,declined")
    (second,) = set(re.findall(r"v/\w+/small\.html", publish())) - {first}
    edit("data/pledges.csv", "2025-03-01", "2025-04-01")
    index = publish()
    old = index.partition("A map</h2>")[2].partition("</article>")[0]
    old = old.partition("<details>")[2]
    assert "Other fixed versions, by the date of their data (2)" in old
    pairs = re.findall(r'href="([^"?]+)[^>]*>(\d+ \w+ \d+) <code>(\w+)</code>', old)
    assert [(path, date) for path, date, _ in pairs] == [
        (second, "1 March 2025"), (first, "3 February 2025"),
    ]  # fmt: skip
    assert all(path.startswith(f"v/{name}") for path, _, name in pairs)
    # What is published twice is the same, whatever the clock says.
    assert publish() == index


def test_a_map_that_is_taken_from_the_folder_leaves_the_index(project: Path) -> None:
    publish()
    (project / "site" / "latest" / "other.html").unlink()
    (project / "maps" / "other.toml").unlink()
    assert list(listed(publish())) == ["A map"]
