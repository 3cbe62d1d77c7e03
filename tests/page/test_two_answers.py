"""What a cell with two answers is, and what a status says of troops."""

from __future__ import annotations

import pytest
from page_modules import page_functions

TERMS = {
    "combined": [["declined", "pledged_other", "declined_with_help"]],
    "help": ["pledged_other"],
    "nothing": ["took_part_only", "thanked"],
}
call = page_functions(["rules/standing.js"], ["combinedStatus", "isOnTroops"])


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        (["declined", "pledged_other"], "declined_with_help"),
        (["conditional", "pledged_other"], "conditional"),
        (["pledged_other"], "pledged_other"),
        (["declined"], "declined"),
    ],
)
def test_two_answers_are_one_status_in_either_order(
    answers: list[str], status: str
) -> None:
    assert call("combinedStatus", answers, TERMS) == status
    assert call("combinedStatus", answers[::-1], TERMS) == status


def test_what_answers_nothing_says_nothing_of_troops() -> None:
    said = ["declined", "pledged_other", "took_part_only", "thanked"]
    assert [one for one in said if call("isOnTroops", one, TERMS)] == ["declined"]
