"""Debian's WebKitGTK: its small browser, by its WebDriver, on a screen of its own."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import NoSuchFrameException, WebDriverException
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from urllib3.exceptions import HTTPError

from engines.actions import ActingPage, Action
from engines.page import PATIENCE_S, Window, poll

#: The browser may end before it has met its driver, which would wait for it for ever:
#: so many seconds it is given, time after time.
_STARTS_S = (15, 30, PATIENCE_S)

#: Its own bar, which takes more room than a phone has, is made as small as can be.
_NARROW_BAR = (
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; }"
)

#: The events that WebKit sends for a finger, each to what lies under it by then.
_TAP = """(x, y) => {
  const under = () => document.elementFromPoint(x, y) ?? document.documentElement;
  const place = { clientX: x, clientY: y, view: window };
  const heard = { ...place, bubbles: true, cancelable: true, composed: true };
  const finger = { pointerId: 9, pointerType: "touch", isPrimary: true };
  const point = (to, type, more) => to.dispatchEvent(
    new PointerEvent(type, { ...heard, ...finger, ...more }));
  const first = under();
  point(first, "pointerover");
  point(first, "pointerenter", { bubbles: false });
  point(first, "pointerdown", { buttons: 1 });
  point(first, "pointerup");
  point(first, "pointerout");
  point(first, "pointerleave", { bubbles: false });
  for (const type of ["mouseover", "mousemove", "mousedown", "mouseup"])
    under().dispatchEvent(new MouseEvent(type, heard));
  point(under(), "click");
}"""

#: The driver hands on nothing that a page says, so it is listened to from when its
#: address is known: an error before that is seen by the map that does not come.
_LISTEN = """() => {
  if (location.href === "about:blank") return false;
  const said = (window.complaints = []);
  addEventListener("error", ({ message }) => said.push(message));
  addEventListener("unhandledrejection", ({ reason }) => said.push(`${reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    said.push(`refused: ${event.violatedDirective} ${event.blockedURI}`));
  for (const name of ["error", "warn"]) {
    const say = console[name];
    console[name] = (...words) => {
      said.push(words.join(" "));
      say(...words);
    };
  }
  return true;
}"""


def programs() -> dict[str, str | None]:
    """Return what WebKit is driven with, and where each part is."""
    browsers = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return {
        "MiniBrowser": str(browsers[-1]) if browsers else None,
        "WebKitWebDriver": shutil.which("WebKitWebDriver"),
        "Xvfb": shutil.which("Xvfb"),
    }


class Screen:
    """A screen that nobody sees."""

    def __init__(self, program: str) -> None:
        read, write = os.pipe()
        self._process = subprocess.Popen(
            [program, "-displayfd", str(write), "-screen", "0", "2600x1700x24",
             "-nolisten", "tcp"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as said:
            self.display = f":{said.readline().strip()}"

    def close(self) -> None:
        self._process.kill()
        self._process.wait()


class Browser:
    """A running MiniBrowser and its driver, which show one page at a time."""

    def __init__(self, screen: Screen, *, dark: bool) -> None:
        found = programs()
        self.dark = dark
        self._home = Path(tempfile.mkdtemp(prefix="webkit-"))
        style = self._home / "gtk-3.0" / "gtk.css"
        style.parent.mkdir()
        style.write_text(_NARROW_BAR, encoding="utf-8")
        options = Options()
        options.binary_location = found["MiniBrowser"] or ""
        options.add_argument("--automation")
        options.set_capability("browserName", "MiniBrowser")
        options.page_load_strategy = "none"
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("DISPLAY", screen.display)
            patch.setenv("GTK_THEME", "Adwaita:dark" if dark else "Adwaita")
            patch.setenv("XDG_CONFIG_HOME", str(self._home))
            patch.setenv("LIBGL_ALWAYS_SOFTWARE", "1")
            if os.geteuid() == 0:
                patch.setenv("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            self.driver = self._started(found["WebKitWebDriver"] or "", options)
        self.driver.set_script_timeout(PATIENCE_S)

    def _started(self, program: str, options: Options) -> webdriver.Remote:
        for patience_s in _STARTS_S:
            self._service = Service(program)
            self._service.start()
            there = ClientConfig(
                remote_server_addr=self._service.service_url, timeout=patience_s
            )
            try:
                driver = webdriver.Remote(
                    RemoteConnection(client_config=there), options=options
                )
            except (WebDriverException, HTTPError):
                self._service.stop()
                continue
            # Longer than a script may take, which the driver itself ends.
            there.timeout = PATIENCE_S + 30
            return driver
        raise TimeoutError(f"WebKit did not start, tried {len(_STARTS_S)} times")

    def close(self) -> None:
        with contextlib.suppress(WebDriverException, HTTPError):
            self.driver.quit()
        self._service.stop()
        shutil.rmtree(self._home, ignore_errors=True)


class Browsers:
    """The browsers on a screen: one that a page has left shows the next."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._free: list[Browser] = []

    def take(self, *, dark: bool) -> Browser:
        found = next((one for one in self._free if one.dark is dark), None)
        if found is None:
            return Browser(self._screen, dark=dark)
        self._free.remove(found)
        return found

    def give_back(self, browser: Browser) -> None:
        self._free.append(browser)

    def close(self) -> None:
        for browser in self._free:
            browser.close()


class WebKitPage(ActingPage):
    """A page in a browser of its own, as long as it is open."""

    engine = "webkit"

    def __init__(self, browsers: Browsers, window: Window) -> None:
        self._browsers = browsers
        self._browser = browsers.take(dark=window.dark)
        self._driver = self._browser.driver
        self.resize(window.width, window.height)

    def open(self, address: str) -> None:
        self._driver.get(address)
        poll(self._listens, f"{self.engine}: {address}")

    def _listens(self) -> bool:
        try:
            return bool(self.run(_LISTEN))
        except NoSuchFrameException:  # the page before was just left
            return False

    def run(self, function: str, *arguments: Any) -> Any:
        given = json.dumps(list(arguments))
        call = (
            "const done = arguments[arguments.length - 1];"
            f"(async () => JSON.stringify([await ({function})(...{given})]))()"
            ".then(value => done([true, value]), error => done([false, `${error}`]));"
        )
        worked, answer = self._driver.execute_async_script(call)
        if not worked:
            raise RuntimeError(answer)
        return json.loads(answer)[0]

    def picture(self) -> bytes:
        return base64.b64decode(self._driver.get_screenshot_as_base64())

    def messages(self) -> list[str]:
        return list(self.run("() => window.complaints ?? []"))

    def perform(self, actions: list[Action]) -> None:
        self._driver.execute(Command.W3C_ACTIONS, {"actions": actions})

    def tap(self, x: float, y: float) -> None:
        self.run(_TAP, x, y)

    def resize(self, width: int, height: int) -> None:
        inner = "() => [innerWidth, innerHeight]"

        def fits() -> bool:
            if self.run(inner) == [width, height]:
                return True
            wide = self.run("() => outerWidth - innerWidth")
            high = self.run("() => outerHeight - innerHeight")
            self._driver.set_window_size(width + wide, height + high)
            return self.run(inner) == [width, height]

        poll(fits, f"a window of {width} x {height}")

    def close(self) -> None:
        try:
            self._driver.get("about:blank")
            poll(self._is_blank, f"{self.engine}: a blank page")
        except (WebDriverException, HTTPError, TimeoutError):
            self._browser.close()
        else:
            self._browsers.give_back(self._browser)

    def _is_blank(self) -> bool:
        try:
            return bool(self.run("() => location.href === 'about:blank'"))
        except NoSuchFrameException:  # the page before was just left
            return False
