"""The line of each key of a definition, past long texts, strings and comments."""

from __future__ import annotations

import pytest

from geo.definitions.lines import key_lines

QUOTES = '"""', "'''"


@pytest.mark.parametrize("quotes", QUOTES)
@pytest.mark.parametrize(
    "line",
    [
        "# three quotes, {}, in a comment",
        'a = "#" # {}',
        "a = [{}b{}, {}#{}] # it's",
        "a = {}b\n[no_table]\nb = '#' \\\\{}",
        "a = {}it\n# {}",
    ],
)
def test_only_a_long_text_hides_the_lines_that_follow(quotes: str, line: str) -> None:
    text = f"{line.format(*[quotes] * 4)}\n[table]\nkey = 1\n"
    lines = key_lines(text)
    assert "no_table" not in lines
    assert lines["table.key"] == len(text.splitlines())


def test_three_quotes_of_the_other_kind_end_no_text() -> None:
    other, _ = QUOTES
    for text in (f"a = {QUOTES[1]}\n{other}\n{QUOTES[1]}", "a = \"it's '''\""):
        assert key_lines(f"{text}\nb = 1")["b"] == len(text.splitlines()) + 1
