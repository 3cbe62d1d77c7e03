"""The figure in words, for who does not see it."""

from __future__ import annotations

from collections.abc import Mapping

from geo.figure.layout import Texts
from geo.page.isolated import isolated
from geo.page.wording import Wording


def alt_text(texts: Texts, maps: Mapping[str, str], wording: Wording) -> str:
    """Say title, headline, date and view, then for each map what its marks say.

    ``maps`` has that by the map's heading, which is blank for one alone.
    """
    paragraphs = [f"{isolated(texts.title)}. {texts.headline}", f"{texts.aside}."]
    for heading, said in maps.items():
        paragraphs.append(wording.pair(heading, said) if heading else said)
    return "\n".join(paragraphs)
