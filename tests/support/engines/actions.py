"""A reader's hands, as WebDriver's actions say them (https://w3c.github.io/webdriver)."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from engines.page import Page

_KEYS = {
    "Shift": "\ue008",
    "Control": "\ue009",
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
    "Backspace": "\ue003",
    "Delete": "\ue017",
    "PageUp": "\ue00e",
    "PageDown": "\ue00f",
    "Space": " ",
}
_DOWN, _UP = (
    {"type": "pointerDown", "button": 0},
    {"type": "pointerUp", "button": 0},
)
Action = dict[str, Any]


class ActingPage(Page):
    """A page whose driver takes WebDriver's actions."""

    @abstractmethod
    def perform(self, actions: list[Action]) -> None:
        """Let the driver do what each input source does, side by side."""

    def move(self, x: float, y: float) -> None:
        self._point("mouse", _to((x, y)))

    def click(self, x: float, y: float) -> None:
        self._point("mouse", _to((x, y)), _DOWN, _UP)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        halfway = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        self._point("mouse", _to(start), _DOWN, _to(halfway), _to(end), _UP)

    def tap(self, x: float, y: float) -> None:
        self._point("touch", _to((x, y)), _DOWN, _UP)

    def wheel(self, x: float, y: float, down: float, *, control: bool = False) -> None:
        self.move(x, y)
        scroll = {"type": "scroll", "x": round(x), "y": round(y)}
        turn = [scroll | {"deltaX": 0, "deltaY": round(down)}]
        if control:
            self.perform([_keys({"type": "keyDown", "value": _KEYS["Control"]})])
        self.perform([{"type": "wheel", "id": "wheel", "actions": turn}])
        if control:
            self.perform([_keys({"type": "keyUp", "value": _KEYS["Control"]})])

    def press(self, *keys: str) -> None:
        for key in keys:
            names = [_KEYS.get(name, name) for name in key.split("+")]
            down = [{"type": "keyDown", "value": name} for name in names]
            up = [{"type": "keyUp", "value": name} for name in reversed(names)]
            self.perform([_keys(*down, *up)])

    def _point(self, kind: str, *actions: Action) -> None:
        self.perform(
            [
                {
                    "type": "pointer",
                    "id": kind,
                    "parameters": {"pointerType": kind},
                    "actions": list(actions),
                }
            ]
        )


def _to(point: tuple[float, float]) -> Action:
    x, y = point
    return {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}


def _keys(*actions: Action) -> Action:
    return {"type": "key", "id": "keys", "actions": list(actions)}
