"""What lists say within a sentence: articles, and the marks that part their items."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.figure.draw import draw_figure

MAPS = Path(__file__).parents[2] / "maps"


@pytest.fixture(scope="module")
def french() -> str:
    """The French alternative text of the coalition's figure, headline and marks."""
    return draw_figure(MAPS / "coalition.toml", language="fr").alt


def test_french_countries_have_their_articles_in_the_headline(french: str) -> None:
    assert "l’Estonie, la France, la Lituanie et le Royaume-Uni" in french


def test_french_figures_are_parted_by_a_semicolon_with_its_space(french: str) -> None:
    (figures,) = [text for text in french.split(". ") if "Effectifs cités" in text]
    assert "\u00a0; " in figures
    assert ";" not in figures.replace("\u00a0;", "")


def test_english_countries_have_theirs() -> None:
    text = draw_figure(MAPS / "coalition.toml").alt
    assert "Estonia, France, Lithuania and the United Kingdom" in text
    assert "; " in text
