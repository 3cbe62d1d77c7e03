"""A statement for which no better page was found says so in its country's panel."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
SAID = {
    "en": "No official text, news agency or newspaper of record was found for it"
    " (searched on 30 November 2026)",
    "fr": "Ni texte officiel, ni agence de presse, ni journal de référence n’ont été"
    " trouvés pour cette déclaration (recherche du 30 novembre 2026)",
}


@pytest.mark.parametrize("language", SAID)
def test_the_panel_says_that_no_better_page_was_found(
    open_page, maps: Path, language: str
) -> None:
    page = open_page(maps / "coalition.html", f"#country=LUX&lang={language}").page
    said = page.locator("#details article:has(.is-basis)")
    assert SAID[language] in said.locator(".mark").all_inner_texts()
    # A statement on an agency's page does not.
    page.evaluate(f"location.hash = 'country=ROU&lang={language}'")
    assert SAID[language] not in page.locator("#details").inner_text()
