"""The page in a frame: compact, led by the page round it and by no one else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from access import assert_accessible
from playwright.sync_api import Browser, Frame, Page, expect
from sites import HOST, MAPS, SANDBOX, Sites, map_frame

from geo.embed.frame import frame_html
from geo.embed.hosts import pasted

pytestmark = pytest.mark.browser
COALITION = f"{MAPS}/coalition.html"


@pytest.fixture
def sites(browser: Browser, maps: Path) -> Iterator[Sites]:
    context = browser.new_context(offline=True, color_scheme="light")
    sites = Sites(context)
    sites.add_maps(maps)
    yield sites
    context.close()


def framed(
    sites: Sites, address: str = COALITION, sandbox: str = SANDBOX
) -> tuple[Page, Frame]:
    code = frame_html(address, "Pledges", "coalition").replace(SANDBOX, sandbox)
    page = sites.open_host(code.replace(' loading="lazy"', ""))
    return page, map_frame(page)


def paper(frame: Frame) -> str:
    return frame.evaluate("getComputedStyle(document.body).backgroundColor")


def test_it_is_compact_and_says_whose_it_is(sites: Sites) -> None:
    _, frame = framed(sites)
    for hidden in ("#table", "#unplaced", "#take-away", ".about h2"):
        assert not frame.locator(hidden).first.is_visible(), hidden
    for shown in ("h1", ".headline", ".panel", ".frame-fold > summary"):
        assert frame.locator(shown).first.is_visible(), shown
    # What a frame has little room for is a click away.
    for summary in frame.locator(".frame-fold > summary").all():
        summary.click()
    assert frame.locator("#toolbar").is_visible()
    about = frame.locator(".about").inner_text()
    for needed in ("full map", "Natural Earth", "Crimea", "CC BY 4.0", "Cite as"):
        assert needed in about, needed


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1000, "light")])
def test_axe_finds_nothing_in_the_frame(sites: Sites, width: int, scheme: str) -> None:
    address = f"{COALITION}?lang=fr&scheme={scheme}#country=FRA"
    code = frame_html(address, "Engagements", "coalition").replace("800", "2600")
    page = sites.open_host(f"<main><h1>Report</h1>{code}</main>", width)
    map_frame(page).locator("#details h2").wait_for()
    assert_accessible(page)


def test_by_itself_it_is_whole(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    assert page.locator("#table").is_visible()
    assert page.locator(".full-map").count() == 0


def test_a_frame_without_an_address_is_whole(sites: Sites) -> None:
    text = sites.pages[COALITION].replace("&", "&amp;").replace('"', "&quot;")
    page = sites.open_host(f'<iframe sandbox="{SANDBOX}" srcdoc="{text}"></iframe>')
    table = page.frame_locator("iframe").locator("#table")
    table.wait_for(state="attached")
    assert table.is_visible()


def test_the_full_map_opens_as_it_is_shown(sites: Sites) -> None:
    page, frame = framed(sites, f"{COALITION}?lang=fr&scheme=dark#view=world")
    with page.expect_popup() as opened:
        frame.locator(".full-map a").click()
    full = opened.value
    full.wait_for_selector("html.is-ready[lang=fr]", state="attached")
    assert full.url == f"{COALITION}?lang=fr#view=world"
    assert full.evaluate("window.opener") is None
    # What is opened is a page as any other, not one in the frame's sandbox.
    assert full.evaluate("origin") == MAPS


def test_a_source_opens_by_itself(sites: Sites) -> None:
    page, frame = framed(sites, f"{COALITION}#country=FRA")
    link = frame.locator("#details a[href^=http]").first
    address = link.get_attribute("href")
    with page.expect_popup() as opened:
        link.click()
    assert opened.value.url == address
    assert frame.url.startswith(COALITION)


def test_each_part_of_the_sandbox_is_needed(sites: Sites) -> None:
    page, frame = framed(sites, sandbox="allow-scripts")
    frame.locator(".full-map a").click()
    page.wait_for_timeout(300)
    assert page.context.pages == [page]
    page, frame = framed(sites, sandbox="allow-scripts allow-popups")
    with page.expect_popup() as opened:
        frame.locator(".full-map a").click()
    assert opened.value.evaluate("origin") == "null"
    page = sites.open_host(
        f'<iframe src="{COALITION}" sandbox="allow-popups"></iframe>'
    )
    page.frame_locator("iframe").locator("#table").wait_for(state="attached")
    assert page.frame_locator("iframe").locator("path.leaflet-interactive").count() == 0


def test_what_is_left_out_is_led_to_on_the_full_map(sites: Sites) -> None:
    page, frame = framed(sites)
    frame.locator(".more > summary").click()
    with page.expect_popup() as opened:
        frame.locator('.panel a[href="#unplaced"]').click()
    assert opened.value.url == f"{COALITION}?lang=en#unplaced"


def test_the_language_of_the_address(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "?lang=fr").page
    assert page.evaluate("document.documentElement.lang") == "fr"
    page = open_page(maps / "coalition.html", "?lang=fr#lang=en").page
    assert page.evaluate("document.documentElement.lang") == "en"
    page = open_page(maps / "coalition.html", "?lang=xx").page
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_scheme_of_the_address(open_page, maps: Path) -> None:
    def shown(system: str, query: str = "") -> tuple[str, str]:
        page = open_page(maps / "coalition.html", query, color_scheme=system).page
        return page.evaluate(
            "[getComputedStyle(document.body).backgroundColor,"
            " getComputedStyle(document.documentElement).colorScheme]"
        )

    light, dark = shown("dark", "?scheme=light"), shown("light", "?scheme=dark")
    assert light == ["rgb(255, 254, 251)", "light"]
    assert dark == ["rgb(20, 23, 26)", "dark"]
    assert shown("dark", "?scheme=sepia")[0] == dark[0]
    assert shown("light")[0] == light[0]


def test_the_page_round_it_chooses_the_scheme(sites: Sites) -> None:
    page, frame = framed(sites)
    before = paper(frame)
    page.evaluate(
        "frames[0].postMessage({type: 'pledgemap:scheme', scheme: 'dark'}, '*')"
    )
    frame.wait_for_selector(":root[data-scheme=dark]")
    assert paper(frame) != before


LISTEN = """<script>
const heard = [];
addEventListener("message", ({ data }) => {
  if (typeof data === "string" && data.includes("spoofed")) heard.push(data);
});
const say = `
  target.postMessage({ type: "pledgemap:scheme", scheme: "dark" }, "*");
  target.postMessage("[iFrameSizer]spoofed:8:false:false:32:true:true::auto::0:0", "*");
`;
</script>"""


@pytest.mark.parametrize("who", ["sibling", "popup", "parent"])
def test_only_the_page_round_it_is_answered(sites: Sites, who: str) -> None:
    page, frame = framed(sites)
    page.add_script_tag(
        content=LISTEN.removeprefix("<script>").removesuffix("</script>")
    )
    if who == "sibling":
        page.evaluate(
            """() => {
              const other = document.createElement("iframe");
              document.body.append(other);
              other.contentWindow.eval(`const target = parent.frames[0]; ${say}`);
            }"""
        )
    elif who == "popup":
        sites.pages[f"{HOST}/popup"] = "<!doctype html><title>Popup</title>"
        with page.expect_popup() as opened:
            page.evaluate(f"void window.open('{HOST}/popup')")
        opened.value.wait_for_load_state()
        opened.value.evaluate(
            "eval(`const target = opener.frames[0]; ${opener.eval('say')}`)"
        )
    else:
        page.evaluate("eval(`const target = frames[0]; ${say}`)")
    if who == "parent":
        page.wait_for_function("heard.length > 0")
    else:
        page.wait_for_timeout(
            400
        )  # nothing is to come, so there is nothing to wait for
    heard = page.evaluate("heard")
    scheme = frame.evaluate("document.documentElement.dataset.scheme")
    if who == "parent":
        assert [text.split(":")[3] for text in heard] == ["init"]
        assert scheme == "dark"
    else:
        assert heard == []
        assert scheme is None


def test_opening_a_country_is_no_step_of_the_page_round_it(sites: Sites) -> None:
    page, frame = framed(sites)
    before = page.evaluate("history.length")
    frame.evaluate("location.replace('#country=FRA')")
    frame.locator("#details h2").wait_for()
    frame.locator("#details .close").click()
    frame.wait_for_selector("#details", state="hidden")
    assert page.evaluate("history.length") == before


@pytest.mark.parametrize("width", [640, 1200])
def test_a_country_opened_in_a_low_frame_is_seen(sites: Sites, width: int) -> None:
    code = frame_html(COALITION, "Pledges", "coalition").replace(' loading="lazy"', "")
    page = sites.open_host(code, width)
    frame = map_frame(page)
    page.evaluate("document.querySelector('iframe').style.height = '500px'")
    frame.wait_for_selector("html.is-ready", state="attached")
    country = frame.locator("[data-key=SWE]").first
    country.focus()
    frame.evaluate("document.getElementById('stage').scrollIntoView()")
    page.wait_for_timeout(600)
    before = frame.evaluate("scrollY")
    page.keyboard.press("Enter")
    page.wait_for_timeout(800)
    top = frame.locator("#details").evaluate("n => n.getBoundingClientRect().top")
    assert -10 < top < 300
    assert (frame.evaluate("scrollY") > before) == (width == 640)
    assert frame.evaluate("document.activeElement.closest('#details') !== null")
    page.keyboard.press("Escape")
    page.wait_for_timeout(800)
    assert frame.evaluate("document.activeElement.dataset.key") == "SWE"
    box = "document.querySelector('.folium-map').getBoundingClientRect()"
    assert frame.evaluate(f"{box}.bottom") > 60


def test_a_panel_takes_what_is_free_below_before_it_covers_the_map(
    sites: Sites,
) -> None:
    code = frame_html(COALITION, "Pledges", "coalition").replace(' loading="lazy"', "")
    page = sites.open_host(code, 600)
    frame = map_frame(page)
    page.evaluate("document.querySelector('iframe').style.height = '900px'")
    frame.wait_for_selector("html.is-ready", state="attached")
    height = "document.documentElement.getBoundingClientRect().height"
    before = frame.evaluate(height)
    frame.locator("[data-key=SWE]").first.focus()
    page.keyboard.press("Enter")
    frame.wait_for_selector("#details:not([hidden])")
    place = "n => n.getBoundingClientRect().toJSON()"
    panel, box, foot = (
        frame.locator(one).evaluate(place)
        for one in ("#details", ".map-box", "footer.about")
    )
    assert box["bottom"] <= panel["top"]
    assert panel["bottom"] <= foot["top"]
    assert 880 < foot["bottom"] <= 900
    assert frame.evaluate(height) == before


def test_no_part_follows_the_height_of_the_frame(sites: Sites) -> None:
    page, frame = framed(sites)
    height = "document.documentElement.getBoundingClientRect().height"
    found = []
    for px in (300, 900, 2000):
        page.evaluate(f"document.querySelector('iframe').style.height = '{px}px'")
        page.wait_for_timeout(200)
        found.append(frame.evaluate(height))
    assert max(found) - min(found) <= 1


def test_the_page_offers_the_same_code_as_the_command(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    page.locator("#take-away summary").click()
    title = page.locator("h1").inner_text()
    command = pasted("html", "coalition.html", title, "coalition")
    offered = page.locator("#take-away textarea").nth(2)
    expect(offered).to_have_value(command.removesuffix("\n"))
