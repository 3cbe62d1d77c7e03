from geo.page.leaflet import leaflet_script, leaflet_style


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
