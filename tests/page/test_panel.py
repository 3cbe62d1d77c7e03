"""The panel of a country, without a browser."""

from __future__ import annotations

from page_modules import page_functions


def test_of_one_day_what_is_sound_stands_before_what_is_weak() -> None:
    call = page_functions(
        ["panels/details.js"],
        ["order"],
        "const order = (statements, ids) =>"
        " soundFirst({ payload: { statements } }, ids);",
    )
    statements = {
        "S4": {"date": "2025-08-20", "weak": ["confidence_low"]},
        "S1": {"date": "2025-08-19", "weak": ["confidence_low"]},
        "S3": {"date": "2025-08-19"},
        "S2": {"date": "2025-08-19"},
    }
    ordered = call("order", statements, list(statements))
    assert ordered == ["S4", "S3", "S2", "S1"]
