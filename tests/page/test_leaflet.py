import pytest

from geo.engine import Engine
from geo.page.leaflet import leaflet_script, leaflet_style, waiting_leaflet
from geo.page.leaflet_used import used_of_leaflet
from geo.page.script import linked_modules


def test_the_script_is_the_version_that_folium_uses() -> None:
    assert "Leaflet 1.9.3" in leaflet_script()[:200]
    assert "sourceMappingURL" not in leaflet_script()


def test_styles_load_nothing_and_keep_what_vector_layers_need() -> None:
    style = leaflet_style()
    for unwanted in ("url(", "behavior", "plus-lighter", "@import"):
        assert unwanted not in style
    for needed in (".leaflet-pane", ".leaflet-container", ".leaflet-zoom-animated"):
        assert needed in style
    assert style.count("{") == style.count("}") > 20


def test_controls_come_with_their_pictures_in_the_page() -> None:
    style = leaflet_style(controls=True)
    assert ".leaflet-control-layers-toggle" in style
    assert "url(data:image/png;base64,iVBOR" in style
    assert "url(images" not in style
    assert "touch-action" not in style


def test_a_page_of_ours_has_of_leaflet_what_its_modules_use() -> None:
    script = waiting_leaflet(linked_modules())
    assert "Leaflet 1.9.3" in script[:200]
    assert len(script) < 0.6 * len(leaflet_script())
    for left_out in ("leaflet-popup", "leaflet-tile", "leaflet-control"):
        assert left_out in leaflet_script()
        assert left_out not in script
    for needed in ("scrollWheelZoom", "touchZoom", "keyboard", "latLngToLayerPoint"):
        assert needed in script


SOURCE = """/* note */
// a comment that names Unused
var Base = { a: 1 };
function Kept() { return Base.a; }
Kept.prototype = {
	more: function () { return helper('Unused'); }
};
function helper(text) { return text; }
var Unused = 2;
var Popup = 3;
Kept.include = Popup;
Unused.x = 1;
var late;
if (true) {
	late = 4;
}
function makeKept() { return [new Kept().more(), late]; }

export { Base, Kept, Unused, makeKept as make };
"""


def test_what_is_reached_is_kept_in_order() -> None:
    kept = used_of_leaflet(SOURCE, "L.make()")
    assert "Unused = 2" not in kept
    assert "Popup" not in kept
    assert kept.endswith("window.L = { make: makeKept };\n")
    modules = f"const window = {{}};\n{kept}const made = () => window.L.make();\n"
    assert Engine(modules, ("made",), {}).call("made") == ["Unused", 4]


def test_a_statement_of_another_form_is_an_error() -> None:
    with pytest.raises(ValueError, match="adds to nothing"):
        used_of_leaflet("/* */\n!function () {}\nexport { a };", "L.a")
