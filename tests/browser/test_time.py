"""What a reader does with the slider, the filters and the comparison."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from speaking import come_to_rest

import geo
from geo.page.script import linked_modules

pytestmark = pytest.mark.browser

SLIDER = ".time input[type=range]"


@pytest.fixture
def coalition(open_page, maps: Path) -> Page:
    return open_page(maps / "coalition.html").page


def press(page: Page, *keys: str) -> None:
    page.locator(SLIDER).focus()
    for key in keys:
        page.keyboard.press(key)


def table_text(page: Page) -> list[str]:
    come_to_rest(page)
    rows = page.locator("tr[data-row]:not([hidden])").all_inner_texts()
    return [" ".join(row.split()) for row in rows]


def date_shown(page: Page) -> str:
    return page.locator("header time").inner_text()


def hash_of(page: Page) -> str:
    # The address follows the picture.
    page.wait_for_timeout(150)
    return page.evaluate("location.hash")


def evaluate_modules(page: Page, call: str, *modules: str) -> object:
    return page.evaluate(f"() => {{ {linked_modules(*modules)} return {call} }}")


def test_a_month_is_known_at_its_end(browser) -> None:
    page = browser.new_page()
    days = "['2025', '2025-02', '2024-02', '2025-03-09'].map(lastDay)"
    assert evaluate_modules(page, days, "rules/partial_dates.js") == [
        "2025-12-31",
        "2025-02-28",
        "2024-02-29",
        "2025-03-09",
    ]
    page.close()


def test_where_the_slider_goes(browser) -> None:
    page = browser.new_page()
    stops = "[{at: 0}, {at: 10}, {at: 30}, {at: 40}]"
    for current, wanted, dragging, index in [
        (1, 11, False, 2),  # a key moves on to the next date, however far
        (1, 9, False, 0),
        (1, 45, False, 3),  # a larger step lands on the last date that it passed
        (1, 20, False, 2),  # and moves on even where it passed none
        (1, 20, True, 1),  # dragging rests on the earlier date
        (1, 2, True, 0),
        (3, 41, False, 3),  # there is nothing after the end
        (0, -1, False, 0),
    ]:
        call = f"movedTo({stops}, {current}, {wanted}, {str(dragging).lower()})"
        found = evaluate_modules(page, call, "rules/stops.js")
        assert found == index, (current, wanted, dragging)
    page.close()


def test_a_step_back_changes_everything_that_is_shown(coalition: Page) -> None:
    headline, rows = coalition.locator(".headline").inner_text(), table_text(coalition)
    press(coalition, "Home")
    expect(coalition.locator("tr[data-row]:not([hidden])")).to_have_count(1)
    assert date_shown(coalition) == "18 December 2024"
    assert coalition.locator(".headline").inner_text() != headline
    assert coalition.title().endswith("as of 18 December 2024")
    expect(coalition).to_have_url(re.compile("#date=2024-12-18$"))
    assert (
        coalition.locator("#table caption")
        .first.inner_text()
        .endswith("As of 18 December 2024")
    )
    statements = coalition.locator("[id^=said-]:not([hidden])")
    assert statements.count() == 1
    press(coalition, "End")
    expect(coalition.locator("tr[data-row]:not([hidden])")).to_have_count(len(rows))
    # What the script writes anew is what Python wrote.
    assert coalition.locator(".headline").inner_text() == headline
    assert table_text(coalition) == rows


def test_the_slider_says_its_date_and_the_meeting(
    open_page, maps: Path, shipped_project: Path
) -> None:
    page = open_page(maps / "coalition.html", "#date=2025-03-27").page
    text = page.locator(SLIDER).get_attribute("aria-valuetext")
    assert text is not None
    assert text.startswith("27 March 2025")
    assert "Paris summit" in text
    assert page.locator(".axis-meeting").count() == 21
    pledges = geo.read_pledges(shipped_project / "data" / "pledges.csv")
    assert page.locator(".axis-tick").count() == pledges["date"].nunique()


def test_changes_are_marked_and_said(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#date=2025-03-26").page
    press(page, "ArrowRight")
    assert "27 March 2025" in page.locator(".time-title").inner_text()
    listed = page.locator(".time-changes li").all_inner_texts()
    assert any(text.startswith("Greece: Declined") for text in listed)
    announced = page.locator("#announcements").inner_text()
    assert announced.startswith("27 March 2025")
    assert "Greece: Declined" in announced
    assert len(page.locator("path.changed").get_attribute("d") or "") > 100


def test_nothing_is_marked_until_a_date_is_chosen(coalition: Page) -> None:
    assert coalition.locator(".time-changes li").count() == 0
    assert len(coalition.locator("path.changed").get_attribute("d") or "") < 10


def test_it_plays_and_pauses_and_never_by_itself(coalition: Page) -> None:
    coalition.wait_for_timeout(1800)
    assert date_shown(coalition) == "27 February 2026"
    coalition.get_by_role("button", name="Play").click()
    expect(coalition.locator("header time")).to_have_text(
        "21 January 2025", timeout=8000
    )
    coalition.get_by_role("button", name="Pause").click()
    stopped = date_shown(coalition)
    coalition.wait_for_timeout(1800)
    assert date_shown(coalition) == stopped
    assert coalition.get_by_role("button", name="Play").count() == 1


def test_playing_waits_longer_for_who_asked_for_less_motion(
    open_page, maps: Path
) -> None:
    page = open_page(maps / "coalition.html", reduced_motion="reduce").page
    page.get_by_role("button", name="Play").click()
    page.wait_for_timeout(2200)
    assert date_shown(page) == "18 December 2024"


def test_back_leads_out_of_a_journey_in_time(coalition: Page) -> None:
    press(coalition, "ArrowLeft", "ArrowLeft", "ArrowLeft")
    expect(coalition).to_have_url(re.compile("date="))
    coalition.go_back()
    expect(coalition.locator(".time-date")).to_have_text("27 February 2026")
    assert coalition.locator(SLIDER).input_value() == coalition.locator(
        SLIDER
    ).get_attribute("max")


def test_meetings_of_later_dates_are_not_shown(open_page, maps: Path) -> None:
    layers = "status,videoconference,in_person"
    page = open_page(maps / "coalition.html", f"#date=2025-03-03&layers={layers}").page
    options = page.locator("#panel select option").all_inner_texts()
    assert len(options) == 1
    assert options[0].startswith("2 March 2025")
    page = open_page(maps / "coalition.html", f"#date=2025-02-20&layers={layers}").page
    assert page.locator("path.badge").count() == 0
    assert page.locator("#panel select").count() == 0


def test_the_place_that_the_map_is_about_is_named_at_every_date(
    open_page, maps: Path
) -> None:
    page = open_page(maps / "coalition.html", "#date=2024-12-18").page
    labels = page.locator("#map_pledgemap .labels text")
    expect(labels).to_have_text(["Ukraine", "Netherlands"])
    assert page.locator("#map_pledgemap path.subject").count() == 1
    for _ in range(2):
        page.get_by_role("radio", name="None").check()
        page.get_by_role("radio", name="What each country said").check()
    expect(labels).to_have_text(["Ukraine", "Netherlands"])


def test_a_layer_put_on_later_shows_the_date(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#layers=status&date=2025-03-27").page
    page.get_by_role("checkbox", name="Estimates, and troops elsewhere").check()
    expect(page.locator("#map_pledgemap path.figure")).to_have_count(2)
    assert page.locator("#map_pledgemap path.is-pledge").count() == 0


def test_state_aligned_outlets_can_be_left_out(coalition: Page) -> None:
    legend = coalition.locator("#panel .legend").first.inner_text()
    coalition.get_by_text("Filters", exact=True).click()
    coalition.get_by_role("checkbox", name="state-aligned outlet").uncheck()
    assert hash_of(coalition) == "#without=state_aligned"
    told = coalition.locator(".narrowed").inner_text()
    assert "without: state-aligned outlet" in told
    assert "Statements: 246 of 274" in told
    assert coalition.locator("#panel .legend").first.inner_text() != legend
    links = coalition.locator("#table tr:not([hidden]) [data-t='grade.state_aligned']")
    assert links.count() == 0
    coalition.locator(".narrowed").get_by_role("button").click()
    assert coalition.locator(".narrowed").is_hidden()
    assert hash_of(coalition) in ("", "#")
    assert coalition.locator("#panel .legend").first.inner_text() == legend


def test_filters_are_chosen_and_kept_in_the_address(open_page, maps: Path) -> None:
    first = open_page(maps / "coalition.html").page
    first.get_by_text("Filters", exact=True).click()
    first.get_by_label("Confidence").first.select_option("high")
    first.get_by_label("What for").select_option("sea")
    first.get_by_label("Said at a meeting").select_option("2026-01-06_paris")
    address = hash_of(first)
    assert "confidence=high&domain=sea&at=2026-01-06_paris" in address
    second = open_page(maps / "coalition.html", address).page
    expect(second.locator(".headline")).to_have_text(
        first.locator(".headline").inner_text()
    )
    assert table_text(second) == table_text(first)
    assert 0 < len(table_text(first)) < 10
    first.go_back()
    assert "at=" not in hash_of(first)


def test_a_country_left_out_says_so(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#date=2024-12-18&country=FRA").page
    details = page.locator("#details").inner_text()
    assert "Nothing by this date" in details
    assert "later than the date shown" in details


def test_unknown_choices_in_an_address_are_passed_over(open_page, maps: Path) -> None:
    opened = open_page(
        maps / "coalition.html",
        "#date=someday&confidence=huge&without=nobody&domain=moon&at=nowhere&from=x",
    )
    assert opened.messages == []
    assert date_shown(opened.page) == "27 February 2026"
    assert opened.page.locator(".narrowed").is_hidden()


def test_where_all_could_be_placed_no_list_is_announced(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#date=2024-12-19").page
    section = page.locator("#unplaced")
    assert "They are listed here" not in section.inner_text()
    assert "Nothing by this date" in section.inner_text()
    page.evaluate("location.hash = 'date=2026-02-27'")
    expect(section).to_contain_text("They are listed here")
    expect(section.get_by_text("Nothing by this date")).to_be_hidden()


@pytest.mark.parametrize(
    "dates", [("2025-03-11", "2025-09-04"), ("2025-03-27", "2026-02-27")]
)
def test_a_country_that_is_compared_differs_in_words(
    open_page, maps: Path, dates: tuple[str, str]
) -> None:
    fragment = "#from={}&to={}".format(*dates)
    page = open_page(maps / "coalition.html", fragment).page
    rows = page.locator("#compare tbody tr").evaluate_all(
        "rows => rows.map(r => [...r.cells].map(c => c.innerText))"
    )
    assert rows
    # Who took part at both dates and took no position has not changed.
    assert "Cyprus" not in [country for country, _, _ in rows]
    assert [country for country, before, after in rows if before == after] == []


def test_two_dates_are_compared(coalition: Page) -> None:
    section = coalition.locator("#compare")
    assert section.locator("table").count() == 0
    first = section.get_by_role("combobox", name="First date", exact=True)
    second = section.get_by_role("combobox", name="Second date", exact=True)
    # A month is compared as it stood at its end.
    first.select_option(label="March 2025")
    second.select_option(label="January 2026")
    expect(section.locator("thead th").last).to_contain_text("January 2026")
    address = re.compile(r"#date=2026-01-\d\d&from=2025-03-\d\d$")
    expect(coalition).to_have_url(address)
    assert date_shown(coalition).endswith("January 2026")
    rows = section.locator("tbody tr").all_inner_texts()
    assert str(len(rows)) in section.locator("caption").inner_text()
    sweden = next(" ".join(row.split()) for row in rows if row.startswith("Sweden"))
    assert sweden.startswith("Sweden Yes, on conditions")
    assert "Considering, other help offered" in sweden
    # The order in which the dates are chosen does not matter.
    second.select_option(label="December 2024")
    heads = section.locator("thead th")
    expect(heads.nth(1)).to_contain_text("December 2024")
    expect(heads.nth(2)).to_contain_text("March 2025")


def test_the_map_of_one_date_has_no_slider(open_page, maps: Path) -> None:
    page = open_page(maps / "paris-2025-03-11.html").page
    assert page.locator(SLIDER).count() == 0
    assert page.locator("#compare").count() == 0


def test_paper_keeps_date_and_changes_and_drops_the_controls(
    open_page, maps: Path
) -> None:
    page = open_page(maps / "coalition.html", "#date=2025-03-27").page
    page.emulate_media(media="print")
    assert page.get_by_text("Changes: 27 March 2025").is_visible()
    assert page.locator(".time-changes").get_by_text("Greece").is_visible()
    assert page.locator(SLIDER).is_hidden()
    assert page.locator(".filters").is_hidden()
    assert page.locator("#compare").is_hidden()


def test_nothing_is_wider_than_the_window(open_page, maps: Path) -> None:
    address = "#date=2026-01-06&lang=fr&from=2025-03-27&domain=land"
    page = open_page(maps / "coalition.html", address, width=320).page
    page.evaluate("document.querySelectorAll('.filters').forEach(d => d.open = true)")
    for width in (320, 768):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
