from geo.page.page_words import page_words

VALUES = {
    "statements": {"S1": {"status": "declined", "conditions": ["ceasefire"]}},
    "layers": [{"modes": ("phone",)}],
}


def test_the_interface_is_whole_and_terms_are_those_that_are_said() -> None:
    kept = page_words(["pl"], VALUES, '<td data-words="weak.relay confidence.low">')[
        "pl"
    ]
    assert kept["map.zoom_in"] == "Powiększ"
    assert (
        kept["status.opposed"] == "Sprzeciw wobec misji"
    )  # the legend is an interface
    for said in ("condition.ceasefire", "mode.phone", "weak.relay", "confidence.low"):
        assert said in kept
    for unsaid in ("condition.parliament", "mode.absent", "weak.mirror"):
        assert unsaid not in kept


def test_what_rows_leave_out_as_usual_is_said() -> None:
    kept = page_words(["de"], {}, "")["de"]
    assert {
        "speaks_for.own_government",
        "occurrence.actual",
        "role.participant",
    } <= set(kept)


def test_labels_that_no_page_shows_stay_at_home() -> None:
    kept = page_words(["fr"], {"a": ["exact", "title"]}, "")["fr"]
    assert not [key for key in kept if key.startswith(("qualifier.", "title_is."))]
