"""What the page calls a status can be typed into a table, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from geo import vocabulary
from geo.cli import main
from geo.tables.dataset import read_dataset
from geo.tables.shorthand import read_participation
from geo.tables.terms import term_of, terms_of
from geo.vocabulary.statuses import STATUSES
from geo.words import LANGUAGES, words

LABELS = [
    (words(language)[f"status.{status.id}"], status.both or (status.id,))
    for language in LANGUAGES
    for status in STATUSES.values()
]
HELPS = [words(language)["standing.help"] for language in LANGUAGES]


@pytest.mark.parametrize(("label", "meant"), LABELS)
def test_every_label_of_a_status_is_a_term(label: str, meant: tuple[str, ...]) -> None:
    assert terms_of(label, vocabulary.STATUS) == [*meant]
    assert terms_of(label.upper(), vocabulary.STATUS) == [*meant]
    assert read_participation(label) == {"status": meant}


@pytest.mark.parametrize("label", HELPS)
def test_what_stands_behind_an_answer_on_troops_is_a_term(label: str) -> None:
    assert terms_of(label, vocabulary.STATUS) == ["pledged_other"]


def test_two_answers_are_no_single_term() -> None:
    assert term_of("Pas de troupes, mais une autre aide", vocabulary.STATUS) is None
    assert terms_of("Pas de troupes, mais", vocabulary.STATUS) == [None]


def test_what_the_page_shows_goes_into_a_table(tmp_path: Path) -> None:
    """And ``check --fix`` writes the two answers that it means."""
    path = tmp_path / "pledges.csv"
    rows = [
        "country,date,status,source",
        "FRA,2025,Pas de troupes ; autre aide proposée,https://example.org/a",
        'ESP,2025,"Pas de troupes, mais une autre aide",https://example.org/a',
        'POL,2025,"Розглядається; запропоновано іншу допомогу",https://example.org/a',
    ]
    text = "\n".join(rows).replace("Pas de troupes ;", "Refus d’envoyer des troupes ;")
    path.write_text(text, encoding="utf-8")
    dataset, findings = read_dataset({"pledges": path})
    assert findings == ()
    both = ("declined", "pledged_other")
    assert [said.status for said in dataset.statements.values()] == [
        both, both, ("considering", "pledged_other"),
    ]  # fmt: skip
    done = CliRunner().invoke(main, ["check", str(path), "--fix", "--yes"])
    assert done.exit_code == 0, done.output
    assert 'ESP,2025,"declined;pledged_other",' in path.read_text(encoding="utf-8")
