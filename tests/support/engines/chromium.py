"""Debian's Chromium, by Playwright."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import ConsoleMessage
from profiles import Profiles

from engines.page import Page, Window


class ChromiumPage(Page):
    """A page, offline but for this machine."""

    engine = "chromium"

    def __init__(self, profiles: Profiles, window: Window) -> None:
        self._page = profiles.page(
            window.width,
            window.height,
            has_touch=window.touch,
            is_mobile=window.touch,
            color_scheme="dark" if window.dark else "light",
        )
        self._said: list[str] = []
        self._page.on("console", self._hear)
        self._page.on("pageerror", lambda error: self._said.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._said.append(message.text)

    def open(self, address: str) -> None:
        self._page.goto(address, wait_until="commit")

    def run(self, function: str, *arguments: Any) -> Any:
        call = f"async given => JSON.stringify([await ({function})(...given)])"
        return json.loads(self._page.evaluate(call, list(arguments)))[0]

    def picture(self) -> bytes:
        return self._page.screenshot()

    def messages(self) -> list[str]:
        self._page.evaluate("0")  # what was said before this has been heard after it
        return self._said

    def move(self, x: float, y: float) -> None:
        self._page.mouse.move(x, y)

    def click(self, x: float, y: float) -> None:
        self._page.mouse.click(x, y)

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        mouse = self._page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(*end, steps=5)
        mouse.up()

    def tap(self, x: float, y: float) -> None:
        self._page.touchscreen.tap(x, y)

    def wheel(self, x: float, y: float, down: float, *, control: bool = False) -> None:
        self._page.mouse.move(x, y)
        if control:
            self._page.keyboard.down("Control")
        self._page.mouse.wheel(0, down)
        if control:
            self._page.keyboard.up("Control")

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def resize(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def close(self) -> None:
        self._page.close()
