"""What lists say within a sentence: articles, and the marks that part their items."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from page_modules import page_functions

from geo.figure.draw import draw_figure
from geo.words import words

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


@pytest.mark.parametrize("date", ["2025-04-23", "2025-09-04", ""])
def test_who_is_named_is_who_the_headline_counts(date: str) -> None:
    """Or it says that weak sources alone say so, which no count of the headline has."""
    text = draw_figure(MAPS / "coalition.toml", until=date).alt
    for counted, label in (
        (r"(\d+)(?: more would under|; weighing)", "Yes, on conditions"),
        (r"(?:and|weighing it:) (\d+)", "Considering"),
    ):
        (said,) = re.findall(rf"{label}: (.*?)\.", text)
        names = re.split(", | and ", said)
        firm = [name for name in names if "(weak sources only)" not in name]
        assert re.search(counted, text)[1] == str(len(firm)), text


#: As many countries of each status.
FUNCTIONS = """
function said(template, language, words, terms, n) {
  const [names, countries] = [{}, {}];
  for (const status of terms.status) for (let i = 0; i < n; i += 1) {
    names[status + i] = `A${i}`;
    countries[status + i] = { status };
  }
  const wording = createWording({ language, words: { [language]: words } });
  const snapshot = { countries, statements: [], asOf: "2026-02-27" };
  const told = { wording, names, record: { terms } };
  return joinedParts(filledParts(template, snapshot, told));
}
"""
MODULES = ["words/headline.js", "still/without_browser.js"]
NUMBERS = (0, 1, 2, 5)
TERMS = {
    "status": ["pledged_troops", "conditional", "considering", "declined"],
    "combined": [],
}
AGREEING = {
    ("coalition", "en"): [
        "{n} {countries|country|countries|countries} had committed",
        "{n} more would under stated conditions and {n} {are|is|are|are} weighing it.",
        "{n} {have|has|have|have} declined",
    ],
    ("coalition", "fr"): [
        "{n} pays {s’était engagé|s’était engagé|s’étaient engagés|s’étaient engagés}",
        "{n} de plus le {ferait|ferait|feraient|feraient} sous conditions et {n}"
        " y {réfléchit|réfléchit|réfléchissent|réfléchissent}.",
        "{n} {a|a|ont|ont} refusé",
    ],
    ("paris-2025-03-11", "en"): ["{n} {countries|country|countries|countries} prom"],
    ("paris-2025-03-11", "fr"): ["{n} pays {a|a|ont|ont} promis"],
}
"""What stands beside a number, at each of ``NUMBERS``: French has one for none."""


@pytest.mark.parametrize(("name", "language"), AGREEING)
def test_a_headline_agrees_with_every_number(name: str, language: str) -> None:
    text = (MAPS / f"{name}.toml").read_text(encoding="utf-8")
    template = tomllib.loads(text)["headline"][language]
    say = page_functions(MODULES, ["said"], FUNCTIONS)
    for i, n in enumerate(NUMBERS):
        said = say("said", template, language, dict(words(language)), TERMS, n)
        for wanted in AGREEING[name, language]:
            one = wanted.replace("{n}", str(n))
            one = re.sub(r"\{([^}]*)\}", lambda m, i=i: m[1].split("|")[i], one)
            assert one in said


def test_of_none_nothing_more_is_told() -> None:
    """It said "declined: 0, of them offering other help: 0"."""
    text = (MAPS / "coalition.toml").read_text(encoding="utf-8")
    template = tomllib.loads(text)["headline_none"]["en"]
    say = page_functions(MODULES, ["said"], FUNCTIONS)
    said = say("said", template, "en", dict(words("en")), TERMS, 0)
    assert said.endswith("declined: 0.")


def test_what_is_not_told_of_none_asks_for_nothing() -> None:
    say = page_functions(MODULES, ["said"], FUNCTIONS)
    template = "{if:declined}Spain has {figure:ESP}.{end}Nobody declined."
    terms = {**TERMS, "meaning": ["pledge"]}
    said = say("said", template, "en", dict(words("en")), terms, 0)
    assert said == "Nobody declined."


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    written = """
    const written = (language, day) =>
      createWording({ language, words: { [language]: {} } }).date(day);
    """
    say = page_functions(MODULES, ["written"], written)
    assert say("written", "fr", "2025-09-01") == "1er septembre 2025"
    assert say("written", "fr", "2025-09-11") == "11 septembre 2025"
    assert say("written", "es", "2025-09-01") == "1 de septiembre de 2025"
