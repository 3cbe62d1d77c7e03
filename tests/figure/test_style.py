"""The colours of a figure are those of the page's style sheet."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from geo.figure.grounds import lay_grounds
from geo.figure.sheet import Sheet
from geo.figure.style import apply_style, custom
from geo.page.markup import tag
from geo.page.script import map_css
from geo.vocabulary.statuses import SHIPPED, STATUSES


def on_the_page(name: str) -> str:
    values = re.findall(rf"--{name}: (#\w+);", map_css())
    return values[0]


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_has_the_colour_of_the_light_page(status: str) -> None:
    assert custom(f"status-{status}") == on_the_page(f"status-{status}")
    area = tag("path", {"class": "area", "data-status": status})
    apply_style(tag("svg", {}, area))
    assert area.get("fill") == on_the_page(f"status-{status}")


def test_what_is_more_specific_wins() -> None:
    hollow = tag("path", {"class": "figure is-other"})
    filled = tag("path", {"class": "figure is-pledge"})
    apply_style(tag("svg", {}, hollow, filled))
    assert hollow.get("fill") == "none"  # or it looks filled on dark land
    assert filled.get("fill") == on_the_page("figure")


def test_a_pattern_of_a_weak_country_is_kept() -> None:
    weak = tag(
        "path", {"class": "area", "data-weak": "opposed", "fill": "url(#weak-opposed)"}
    )
    apply_style(tag("svg", {}, weak))
    assert weak.get("fill") == "url(#weak-opposed)"


def test_nothing_is_left_to_a_style_sheet(figures: dict[str, Sheet]) -> None:
    for figure in figures.values():
        assert "var(--" not in figure.svg
        for node in ET.fromstring(figure.svg).iter():  # noqa: S314  # our own
            assert not {"class", "style", "vector-effect"} & set(node.attrib)


def luminance(hexadecimal: str) -> float:
    digits = hexadecimal.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(2 * d for d in digits)
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_without_colour_statuses_differ_in_lightness_or_pattern() -> None:
    fills = {}
    for status in STATUSES:
        area = tag("path", {"class": "area", "data-status": status})
        apply_style(tag("svg", {}, area), grey=True)
        fills[status] = area.get("fill", "")
    assert len(set(fills.values())) == len(STATUSES)
    solid = sorted(luminance(f) for f in fills.values() if f.startswith("#"))
    steps = [lighter - darker for darker, lighter in pairwise(solid)]
    assert min(steps) > 0.1


def test_a_figure_without_colour_has_none(figures: dict[str, Sheet]) -> None:
    marks = figures["grey"].svg.partition("</style>")[2]
    colours = set(re.findall(r"#[0-9a-f]{3,6}\b", marks))
    assert len(colours) > len(("black", "white", "grey"))
    for found in colours:
        third = len(found) // 3
        assert found[1:] == 3 * found[1 : 1 + third], found


def test_a_ground_lies_under_the_dots_of_a_class() -> None:
    shape = tag("path", {"fill": "url(#weak-class-1)"})
    root = tag("svg", {}, shape)
    lay_grounds(root, statuses=replace(SHIPPED, classes=3))
    under, over = root
    assert over is shape
    assert re.fullmatch("#[0-9a-f]{6}", under.get("fill", ""))
