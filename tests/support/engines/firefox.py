"""Debian's Firefox ESR, by WebDriver BiDi (https://w3c.github.io/webdriver-bidi).

Spoken directly, since what drives Firefox for others needs a program of its own that no
registry carries (geckodriver), or gives neither fingers nor dark pages.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import websocket

from engines.actions import ActingPage, Action
from engines.page import PATIENCE_S, Window, poll

_COARSE_POINTER, _FINE_POINTER_THAT_HOVERS = 1, 6
_QUIET = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "remote.active-protocols": 1,
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A running Firefox with a profile of its own, for one kind of window."""

    def __init__(self, program: str, *, touch: bool, dark: bool) -> None:
        pointer = _COARSE_POINTER if touch else _FINE_POINTER_THAT_HOVERS
        wishes = {
            "dom.w3c_touch_events.enabled": int(touch),
            "ui.primaryPointerCapabilities": pointer,
            "ui.allPointerCapabilities": pointer,
            "ui.systemUsesDarkTheme": int(dark),
        }
        self._profile = Path(tempfile.mkdtemp(prefix="firefox-"))
        lines = (
            f"user_pref({json.dumps(key)}, {json.dumps(value)});\n"
            for key, value in (_QUIET | wishes).items()
        )
        (self._profile / "user.js").write_text("".join(lines), encoding="utf-8")
        # A pipe that nobody reads any more would stop it when it is full.
        self._said = self._profile / "said.txt"
        with self._said.open("w") as said:
            self._process = subprocess.Popen(
                [program, "--headless", "--no-remote", "--profile", str(self._profile),
                 "--remote-debugging-port", "0", "about:blank"],
                stdout=subprocess.DEVNULL, stderr=said,
            )  # fmt: skip
        there = poll(self._listens_on, "Firefox to say where it listens")
        self._socket = websocket.create_connection(
            f"{there}/session", suppress_origin=True, timeout=PATIENCE_S
        )
        self._calls = 0
        self.events: list[dict[str, Any]] = []
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["log.entryAdded"])

    def _listens_on(self) -> str | None:
        if self._process.poll() is not None:
            raise RuntimeError("Firefox ended before it said where it listens")
        found = re.search(r"BiDi listening on (ws://\S+)\n", self._said.read_text())
        return found and found[1]

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Return the result of a command; events that come before it are kept."""
        self._calls += 1
        call = {"id": self._calls, "method": method, "params": parameters}
        self._socket.send(json.dumps(call))
        while (answer := json.loads(self._socket.recv())).get("id") != self._calls:
            self.events.append(answer)
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        return dict(answer["result"])

    def close(self) -> None:
        self._socket.close()
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)


class FirefoxPage(ActingPage):
    """A page in a user context of its own."""

    engine = "firefox"

    def __init__(self, firefox: Firefox, window: Window) -> None:
        self._firefox = firefox
        firefox.events.clear()
        self._user = firefox.call("browser.createUserContext")["userContext"]
        opened = firefox.call(
            "browsingContext.create", type="tab", userContext=self._user
        )
        self._tab = opened["context"]
        self.resize(window.width, window.height)

    def open(self, address: str) -> None:
        self._here("browsingContext.navigate", url=address, wait="none")
        self.wait(
            "there => location.href !== 'about:blank' || there", address[:6] == "about:"
        )

    def run(self, function: str, *arguments: Any) -> Any:
        given = json.dumps(list(arguments))
        call = f"(async () => JSON.stringify([await ({function})(...{given})]))()"
        answer = self._firefox.call(
            "script.evaluate",
            expression=call, target={"context": self._tab}, awaitPromise=True,
        )  # fmt: skip
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])[0]

    def picture(self) -> bytes:
        return base64.b64decode(self._here("browsingContext.captureScreenshot")["data"])

    def messages(self) -> list[str]:
        self.run("() => 0")  # what was said before this has been heard after it
        entries = [event["params"] for event in self._firefox.events]
        return [e["text"] or "" for e in entries if e["level"] in {"error", "warn"}]

    def perform(self, actions: list[Action]) -> None:
        self._here("input.performActions", actions=actions)

    def resize(self, width: int, height: int) -> None:
        self._here(
            "browsingContext.setViewport",
            viewport={"width": width, "height": height}, devicePixelRatio=1,
        )  # fmt: skip

    def paper(self) -> bytes:
        """Return the page as it is printed, as PDF."""
        return base64.b64decode(self._here("browsingContext.print")["data"])

    def close(self) -> None:
        self._firefox.call("browser.removeUserContext", userContext=self._user)

    def _here(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._firefox.call(method, context=self._tab, **parameters)
