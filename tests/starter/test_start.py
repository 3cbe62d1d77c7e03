import csv
from pathlib import Path

from click.testing import CliRunner, Result

from geo.building import build, check
from geo.cli import main
from geo.tables.dataset import read_dataset

DATA = Path(__file__).parents[2] / "data"


def new(folder: Path) -> Result:
    return CliRunner().invoke(main, ["new", str(folder)])


def test_a_new_folder_builds_at_once(tmp_path: Path) -> None:
    result = new(tmp_path / "mine")
    assert result.exit_code == 0, result.output
    folder = tmp_path / "mine"
    assert check(data=folder / "data", maps=folder / "maps") == ()
    (built,) = build(data=folder / "data", maps=folder / "maps")
    page = built.path.read_text(encoding="utf-8")
    assert "2 of 3 had pledged troops: Estonia and Lithuania." in page


def test_there_is_a_readme_in_each_language(tmp_path: Path) -> None:
    new(tmp_path / "mine")
    for name, words in (("README.md", "builds as it is"),
                        ("LISEZMOI.md", "se construit tel quel")):  # fmt: skip
        text = (tmp_path / "mine" / name).read_text(encoding="utf-8")
        assert words in text
        for command in ("build", "check", "explain", "template"):
            assert f"pledgemap {command}" in text


def test_what_is_there_already_is_kept(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = new(tmp_path)
    assert result.exit_code == 1
    assert "is not empty" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert new(tmp_path / "mine.txt").exit_code == 1


def test_the_example_rows_are_of_the_record(tmp_path: Path) -> None:
    new(tmp_path / "mine")
    tables = {name: tmp_path / "mine" / "data" / f"{name}.csv"
              for name in ("pledges", "sources")}  # fmt: skip
    dataset, _ = read_dataset(tables)
    with (DATA / "pledges.csv").open(encoding="utf-8", newline="") as file:
        record = {row["statement"]: row for row in csv.DictReader(file)}
    for statement in dataset.statements.values():
        row = record[statement.statement]
        figure = statement.figure
        # The examples leave out what is offered beside troops.
        status = row["status"].partition(";")[0]
        assert (row["actor"], status, row["source"], row["date"]) == (
            statement.actor, "; ".join(statement.status), statement.source,
            statement.date.iso,
        )  # fmt: skip
        bounds = (row["troops_min"], row["troops_max"], row["qualifier"])
        assert bounds == (
            (str(figure.minimum or ""), str(figure.maximum or ""), figure.qualifier)
            if figure
            else ("", "", "")
        )
