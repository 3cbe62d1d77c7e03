from geo.definitions.sentence import counted_statuses, figure_slots, unknown_slots

COUNTRIES = {"ESP", "FRA"}


def test_unknown_slots_get_a_suggestion() -> None:
    assert list(unknown_slots("{count:declind} {as_of}", COUNTRIES)) == [
        ("count:declind", 'did you mean "count:declined"?')
    ]


def test_a_word_that_cannot_agree_is_found() -> None:
    sentence = "{agree:declined|has|have} {agree:declined} {agree:nobody|has|have}"
    slots = [slot for slot, _ in unknown_slots(sentence, COUNTRIES)]
    assert slots == ["agree:declined", "agree:nobody|has|have"]


def test_a_figure_is_asked_of_a_country_and_perhaps_of_a_meaning() -> None:
    sentence = "{figure:ESP} {figure:ESP|pledge} {figure:ESP|plege} {figure:Spain}"
    assert dict(unknown_slots(sentence, COUNTRIES)) == {
        "figure:ESP|plege": 'did you mean "pledge"?',
        "figure:Spain": "write the code of a country: {figure:ESP}",
    }
    assert list(figure_slots(sentence))[:2] == [
        ("figure:ESP", "ESP", ""),
        ("figure:ESP|pledge", "ESP", "pledge"),
    ]


def test_which_statuses_a_sentence_counts() -> None:
    sentence = "{agree:declined|a|b} {countries:opposed} {count:declined} {speakers}"
    assert counted_statuses(sentence) == ("opposed", "declined")


def test_a_part_for_where_a_status_is_had_has_two_ends() -> None:
    part = "{if:declined}, {count:declined} declined{end}"
    assert list(unknown_slots(part, COUNTRIES)) == []
    assert dict(unknown_slots("{if:declind} a {end}", COUNTRIES)) == {
        "if:declind": 'did you mean "if:declined"?'
    }
    assert dict(unknown_slots("{if:declined} a", COUNTRIES)) == {
        "if:declined": "write {end} after it"
    }
    assert dict(unknown_slots("a {end}", COUNTRIES)) == {
        "end": "write {if:STATUS} before it"
    }
