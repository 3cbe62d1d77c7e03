"""The two shipped pages, open in Chromium, under addresses that chance writes."""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from types import TracebackType
from urllib.parse import quote

from payloads import every_text
from playwright.sync_api import Error, sync_playwright
from watched import watch

from tests.conftest import FLAGS

MAPS = Path(__file__).parents[3] / "maps"
CHROMIUM = "/usr/bin/chromium"
LONGEST = 200
TEXTS = [text for text in every_text() if len(text) < LONGEST]
KEYS = (
    *("lang", "view", "country", "layers", "added", "meeting", "date", "confidence"),
    *("without", "domain", "condition", "at", "from", "to", "x", "__proto__"),
)
VALUES = (
    *("en", "fr", "uk", "europe", "world", "FRA", "ESP", "GBR", "UKR", "USA", "status"),
    *("figures", "status,figures", "2025-03-11", "2026-01-06", "2025", "9999-99-99"),
    *("0000-00-00", "high", "medium", "official", "state_aligned", "land", "air", ""),
    *("official,state_aligned", "ceasefire", "%", "%E0%A4%A", "constructor", "0", "-1"),
    *("__proto__", "toString", "1e9", ",,,,", "FRA,ESP"),
)
OPENINGS = 4
ALIVE = """() => document.documentElement.matches(".is-ready:not(.has-trouble)")
  && document.querySelector(".folium-map .country") !== null"""
GO = """hash => new Promise((done) => {
  location.hash = hash;
  setTimeout(() => requestAnimationFrame(done), 0);
})"""


class Pages:
    """Chromium, and what was tried in it."""

    def __init__(self, chance: random.Random, tried: Counter[str]) -> None:
        self.chance, self.tried = chance, tried
        self.paths = sorted(MAPS.glob("*.html"))

    def __enter__(self) -> Pages:
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(
            executable_path=CHROMIUM, args=FLAGS
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._browser.close()
        self._playwright.stop()

    def try_some(self, count: int) -> None:
        """Open a page a few times, and go to other addresses in it."""
        for _ in range(OPENINGS):
            path = self.chance.choice(self.paths)
            watched = watch(self._browser)
            page, address = watched.page, self._address()
            self.tried["addresses: opened"] += 1
            page.set_default_timeout(120_000)
            page.goto(f"{path.as_uri()}{address}")
            wrongs = []
            try:
                page.wait_for_function(ALIVE)
                for _ in range(count // OPENINGS):
                    address = self._address()
                    page.evaluate(GO, address)
                    self.tried["addresses"] += 1
                if not page.evaluate(ALIVE):
                    wrongs.append("it is not alive")
            except Error as error:
                wrongs.append(str(error))
            wrongs += watched.wrongs()
            page.context.close()
            if wrongs:
                self.tried["faults"] += 1
                sys.stdout.write(f"{path.name}{address}: {wrongs}\n")
                sys.stdout.flush()

    def _address(self) -> str:
        if self.chance.random() < 0.1:
            return f"#{self.chance.choice(TEXTS)}"
        parts = [self._part() for _ in range(self.chance.randrange(1, 6))]
        return f"#{'&'.join(parts)}"

    def _part(self) -> str:
        is_likely = self.chance.random() < 0.8
        text = self.chance.choice(VALUES if is_likely else TEXTS)
        if self.chance.random() < 0.5:
            text = quote(text.encode("utf-8", "replace"), safe=",")
        return f"{self.chance.choice(KEYS)}={text}"
