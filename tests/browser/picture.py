"""Makes the README's picture from the committed page: `make picture`."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

MAPS = Path(__file__).parents[2] / "maps"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=FLAGS
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto((MAPS / "coalition.html").as_uri())
        page.wait_for_timeout(1000)
        page.screenshot(path=MAPS / "coalition.png")
        browser.close()


if __name__ == "__main__":
    main()
