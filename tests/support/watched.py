"""What a page must never do, watched from before its first script."""

from __future__ import annotations

from dataclasses import dataclass, field

from console import hear
from playwright.sync_api import Browser, Page

LISTEN = """
window.__violations = [];
addEventListener("securitypolicyviolation", (event) =>
  __violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@dataclass
class Watched:
    """An open page, and everything that it did beside showing itself."""

    page: Page
    did: list[str] = field(default_factory=list)

    def wrongs(self) -> list[str]:
        """Return all that ran, asked, failed or was blocked; empty if nothing was."""
        ran = self.page.evaluate("window.__pwned")
        blocked = self.page.evaluate("window.__violations")
        return [*self.did, *blocked, *([] if ran is None else [f"ran: {ran}"])]


def watch(browser: Browser, **options: object) -> Watched:
    """Open an empty page, offline, whose messages, dialogs and requests are noted."""
    context = browser.new_context(
        offline=True, viewport={"width": 1280, "height": 900}, **options
    )
    watched = Watched(context.new_page())
    page, did = watched.page, watched.did
    page.add_init_script(LISTEN)
    hear(page, lambda said: did.append(f"console: {said}"))

    def dismiss(dialog: object) -> None:
        did.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def ask(request: object) -> None:
        if not request.is_navigation_request() or request.frame.parent_frame:
            did.append(f"request: {request.url}")

    page.on("dialog", dismiss)
    page.on("request", ask)
    page.on("popup", lambda popup: did.append(f"popup: {popup.url}"))
    return watched
