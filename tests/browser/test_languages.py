"""The page in each of its languages, and in one that is written from right to left."""

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page
from speaking import speak

from geo.building import build
from geo.words import LANGUAGES, words

pytestmark = pytest.mark.browser

# Everything that the page says: texts, names for screen readers, its own title.
SAID = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const said = [document.title];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style"))
      said.push(walker.currentNode.data);
  }
  for (const node of document.querySelectorAll("[aria-label]"))
    said.push(node.getAttribute("aria-label"));
  return said;
}"""
# Elements in which Python and the script write the same words.
WRITTEN = (
    ".headline, [data-say], [data-t], [data-words], [data-date], [data-figure],"
    " [data-country], [data-read],"
    " [data-actor], [data-meeting]"
)
# What lies side by side and must not overlap, by its selectors.
BESIDE = {
    "head": ["h1", "#languages"],
    "headline": ["#languages", ".headline"],
    "toolbar": [".search", ".toolbar > .choices"],
    "atlas": [".stage", "#panel"],
    "legend": [".legend .picture", ".legend .picture + span"],
}


def test_languages_are_chosen_by_their_own_names(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    control = page.get_by_role("combobox", name="Language", exact=True)
    options = control.locator("option")
    assert options.all_inner_texts() == [
        words(code)["language.name"] for code in LANGUAGES
    ]
    assert options.evaluate_all("all => all.map(o => o.lang)") == list(LANGUAGES)
    assert control.input_value() == "en"


def test_a_language_is_chosen_by_keyboard(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    control = page.locator("#languages select")
    control.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("document.documentElement.lang === 'es'")
    assert control.evaluate("node => node === document.activeElement")
    assert "lang=es" in page.evaluate("location.hash")
    assert page.get_by_role("combobox", name="Idioma", exact=True).count() == 1


def test_the_definition_and_the_address_decide_not_the_browser(
    open_page, maps: Path
) -> None:
    polish = {"locale": "pl-PL"}
    opened = open_page(maps / "coalition.html", **polish).page
    assert opened.evaluate("document.documentElement.lang") == "en"
    asked = open_page(maps / "coalition.html", "#lang=uk", **polish).page
    assert asked.evaluate("document.documentElement.lang") == "uk"
    assert asked.locator("#languages select").input_value() == "uk"


@pytest.mark.parametrize(
    ("name", "language"),
    [("coalition", "fr"), ("paris-2025-03-11", "uk")],
)
def test_every_word_is_there(open_page, maps: Path, name: str, language: str) -> None:
    """No key stands in for a word, with every layer shown and each country open."""
    opened = open_page(maps / f"{name}.html", f"#lang={language}")
    page = opened.page
    keys = set(words("en"))
    # The panel is drawn anew at each choice.
    page.evaluate(
        """() => {
          const hidden = "#panel input[type=checkbox]:not(:checked)";
          for (let i = 0; i < 9; i++) document.querySelector(hidden)?.click();
        }"""
    )
    assert page.locator("#panel input[type=checkbox]:not(:checked)").count() == 0
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    countries = page.evaluate(
        "[...document.querySelectorAll('#table [data-row]')].map(n => n.dataset.row)"
    )
    assert len(countries) > 4
    said = page.evaluate(SAID)
    for country in countries:
        page.evaluate("id => (location.hash += `&country=${id}`)", country)
        page.wait_for_function("!document.getElementById('details').hidden")
        said += page.locator("#details").inner_text().splitlines()
    unsaid = {text for text in said if re.split(r"[\s,.:;()]+$", text)[0] in keys}
    assert unsaid == set()
    assert not [text for text in said if re.search(r"\{\w+\}|undefined|\[object", text)]
    assert opened.messages == []


@pytest.mark.parametrize("language", ["en", "uk"])
def test_python_and_the_script_say_the_same(
    open_page, shipped_project: Path, tmp_path: Path, language: str
) -> None:
    """Python wrote the static page's words as the script writes them."""
    maps = shutil.copytree(
        shipped_project / "maps", tmp_path, ignore=shutil.ignore_patterns("*.html"),
        dirs_exist_ok=True,
    )  # fmt: skip
    source = (maps / "coalition.toml").read_text(encoding="utf-8")
    opening = re.sub(r'^language = "\w+"', f'language = "{language}"', source, count=1,
                     flags=re.MULTILINE)  # fmt: skip
    (maps / "coalition.toml").write_text(opening, encoding="utf-8")
    (built,) = build(["coalition"], data=shipped_project / "data", maps=maps)
    silent = open_page(built.path, java_script_enabled=False).page
    lively = open_page(built.path).page
    speak(lively, "fr" if language == "en" else "en")
    speak(lively, language)
    for region in ("h1", ".headline", ".as-of", "#table", "#unplaced", ".about"):
        scoped = ", ".join(
            f"{region}{part}, {region} {part}" for part in WRITTEN.split(", ")
        )
        script = "all => all.map(n => n.textContent.split(/\\s+/).join(' '))"
        before = silent.locator(scoped).evaluate_all(script)
        after = lively.locator(scoped).evaluate_all(script)
        assert before, region
        assert after == before
    assert silent.evaluate("document.documentElement.lang") == language


def test_nothing_is_wider_than_the_window(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", width=320).page
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for language in LANGUAGES:
            speak(page, language)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert overlapping(page) == [], language


def test_a_text_in_another_language_says_so(open_page, project: Path) -> None:
    """A map whose words are in English alone, read in French."""
    (built,) = build(data=project / "data", maps=project / "maps")
    page = open_page(built.path).page
    assert page.locator("h1").get_attribute("lang") is None
    speak(page, "fr")
    for selector in ("h1", ".headline", ".toolbar .choice"):
        assert page.locator(selector).first.get_attribute("lang") == "en", selector
    speak(page, "en")
    assert page.locator("h1").get_attribute("lang") is None


@pytest.fixture
def right_to_left(maps: Path, tmp_path: Path) -> Path:
    """The map with a made-up language in French's stead, written from right to left.

    The payload is data, which the page's policy does not fix: only its words change.
    """
    text = (maps / "coalition.html").read_text(encoding="utf-8")
    start = '<script type="application/json" id="pledgemap-data">'
    before, _, rest = text.partition(start)
    data, end, after = rest.partition("</script>")
    payload = json.loads(data)
    keys, spoken = payload["words"]["keys"], payload["words"]["rows"]["fr"]
    for i, word in enumerate(spoken):
        spoken[i] = word and in_hebrew_letters(word)
    spoken[keys.index("language.direction")] = "rtl"
    payload["names"]["fr"] = [in_hebrew_letters(n) for n in payload["names"]["fr"]]
    for texts in (payload["title"], payload["headline"]):
        texts["fr"] = in_hebrew_letters(texts["fr"])
    written = json.dumps(payload, ensure_ascii=False, sort_keys=True)
    path = tmp_path / "right-to-left.html"
    path.write_text(
        before + start + written.replace("<", "\\u003c") + end + after, encoding="utf-8"
    )
    return path


def in_hebrew_letters(text: str) -> str:
    """A word of the same length that runs from right to left; slots stay."""
    letters = "אבגדהוזחטיכלמנסעפצקרשת"

    def turned(match: re.Match[str]) -> str:
        if match[0].startswith("{"):
            return match[0]
        return "".join(letters[ord(c) % len(letters)] for c in match[0])

    return re.sub(r"\{\w+\}|[^\W\d_]+", turned, text)


@pytest.mark.parametrize("width", [1280, 320])
def test_right_to_left_nothing_overflows_or_overlaps(
    open_page, right_to_left: Path, width: int
) -> None:
    opened = open_page(right_to_left, "#lang=fr", width=width)
    page = opened.page
    assert page.evaluate("document.documentElement.dir") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert sticking_out(page) == []
    assert overlapping(page) == []
    page.evaluate("location.hash += '&country=GBR'")
    page.wait_for_selector("#details h2")
    assert sticking_out(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert opened.messages == []


def test_right_to_left_is_a_mirror_but_for_the_map(
    open_page, right_to_left: Path
) -> None:
    page = open_page(right_to_left).page
    assert left_of(page, "#panel") > left_of(page, ".stage")
    places = page.locator(".leaflet-interactive").first.get_attribute("d")
    speak(page, "fr")
    assert left_of(page, "#panel") < left_of(page, ".stage")
    assert page.locator(".leaflet-interactive").first.get_attribute("d") == places
    # The buttons that move the map stand as they point.
    page.locator("[data-t-label='map.zoom_in']").click()
    page.wait_for_selector(".moves:not(.is-home)")
    pan_left, pan_right = ("[data-t-label='map.pan_left']", ".pans button:last-child")
    assert left_of(page, pan_left) < left_of(page, pan_right)
    speak(page, "en")
    assert page.evaluate("document.documentElement.dir") == "ltr"


def left_of(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    return box["x"]


def overlapping(page: Page) -> list[str]:
    """The pairs of blocks that lie over each other."""
    found = []
    for place, selectors in BESIDE.items():
        one, other = (page.locator(s).first.bounding_box() for s in selectors)
        assert one is not None, selectors[0]
        assert other is not None, selectors[1]
        apart_x = max(one["x"], other["x"]) + 0.5 >= min(
            one["x"] + one["width"], other["x"] + other["width"]
        )
        apart_y = max(one["y"], other["y"]) + 0.5 >= min(
            one["y"] + one["height"], other["y"] + other["height"]
        )
        if not apart_x and not apart_y:
            found.append(place)
    return found


def sticking_out(page: Page) -> list[str]:
    """The elements that reach beyond the window and scroll in no box of their own."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter(n => !n.closest(".folium-map, .table-box, .unseen, script, svg"))
          .filter(n => n.offsetParent)
          .map(n => [n, n.getBoundingClientRect()])
          .filter(([, r]) => r.left < -1 || r.right > innerWidth + 1)
          .map(([n, r]) => `${n.outerHTML.slice(0, 90)} ${r.left}..${r.right}`)"""
    )
    return found
