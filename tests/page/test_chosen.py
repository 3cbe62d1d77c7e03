"""What the reader has chosen: who follows a choice hears of those that differ."""

from __future__ import annotations

from page_modules import page_functions

call = page_functions(
    ["state/state.js"],
    ["heard"],
    """
/** Which of some choices, made one after another, a follower of the layers hears of. */
const heard = (...choices) => {
  const state = createState({ layers: ["status"] });
  const times = [];
  let now = 0;
  state.follow(["layers"], () => times.push(now));
  for (const layers of choices) {
    now += 1;
    state.change({ layers });
  }
  return times;
};
""",
)


def test_a_list_of_the_same_is_no_other_choice() -> None:
    assert call("heard", ["status"], ["status", "figures"], ["status"], []) == [2, 3, 4]
