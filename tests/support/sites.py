"""Sites of other origins, served to a browser that is offline."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import BrowserContext, Frame, Page, Route

MAPS = "https://maps.example"
HOST = "https://host.example"
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"


@dataclass
class Sites:
    """Pages by address; what is not there is not found."""

    context: BrowserContext
    pages: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.context.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        address = route.request.url.partition("#")[0].partition("?")[0]
        body = self.pages.get(address)
        if body is None:
            route.fulfill(status=404, body="not here")
        else:
            kind = "text/javascript" if address.endswith(".js") else "text/html"
            route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    def add_maps(self, folder: Path) -> None:
        """Publish every map of a folder at ``MAPS``."""
        for path in folder.glob("*.html"):
            self.pages[f"{MAPS}/{path.name}"] = path.read_text(encoding="utf-8")

    def open_host(self, body: str, width: int = 640) -> Page:
        """Open a page of ``HOST`` that holds ``body``."""
        self.pages[f"{HOST}/report"] = (
            '<!doctype html><html lang="en"><meta charset="utf-8"><title>Report</title>'
            f"<style>body {{ margin: 0 }} iframe {{ width: 100% }}</style>{body}"
        )
        page = self.context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{HOST}/report")
        return page


def map_frame(page: Page) -> Frame:
    """Wait for the map in a frame of a page."""
    # A frame in a shadow tree is none of `window.frames`, so the browser is asked.
    for _ in range(500):
        frame = next((f for f in page.frames if f.url.startswith(MAPS)), None)
        if frame:
            break
        page.wait_for_timeout(20)
    assert frame, "no frame opened a map"
    frame.wait_for_selector("html.is-ready", state="attached")
    return frame


def content_height(frame: Frame) -> int:
    """Return how high the page in a frame is, in px."""
    return frame.evaluate(
        "Math.ceil(document.documentElement.getBoundingClientRect().height)"
    )
