from pathlib import Path

from geo.tables import dataset
from geo.tables.dataset import TableMemory, read_dataset
from geo.tables.options import TableOptions
from geo.tables.table_file import TableFile
from geo.vocabulary.statuses import SHIPPED


def tables(project: Path) -> dict[str, Path]:
    return {name: project / "data" / f"{name}.csv" for name in ("pledges", "sources")}


def read_names(monkeypatch) -> list[str]:
    """The tables that are really read from here on."""
    names: list[str] = []
    real = dataset._read

    def read(name: str, *arguments):
        names.append(name)
        return real(name, *arguments)

    monkeypatch.setattr(dataset, "_read", read)
    return names


def test_only_the_table_that_changed_is_read(project: Path, edit, monkeypatch) -> None:
    memory, names = TableMemory(), read_names(monkeypatch)
    read_dataset(tables(project), memory=memory)
    assert sorted(names) == ["pledges", "sources"]
    names.clear()
    edit("data/pledges.csv", "declined", "opposed")
    found, _ = read_dataset(tables(project), memory=memory)
    assert names == ["pledges"]
    assert found == read_dataset(tables(project))[0]


def test_findings_are_the_same_each_time(project: Path, edit) -> None:
    edit("data/pledges.csv", "S2,ESP", "S1,ESPP")
    memory = TableMemory()
    alone = read_dataset(tables(project))
    for _ in range(3):
        assert read_dataset(tables(project), memory=memory) == alone
    edit("data/pledges.csv", "S1,ESPP", "S2,ESP")
    assert read_dataset(tables(project), memory=memory) == read_dataset(tables(project))


def test_other_defaults_are_other_rows(project: Path, monkeypatch) -> None:
    memory, names = TableMemory(), read_names(monkeypatch)
    for meaning in ("pledge", "estimate", "estimate"):
        defaults = {"meaning": meaning}
        read_dataset(tables(project), defaults, "small.toml", memory)
    assert names.count("pledges") == 2


def test_statuses_read_anew_are_no_other_rows(project: Path, monkeypatch) -> None:
    memory, names = TableMemory(), read_names(monkeypatch)
    path = tables(project)["pledges"]
    for rank in (45, 45):
        own = {"hosting": {"means": "It hosts.", "answers": "troops", "rank": rank}}
        said = TableOptions(
            statuses=SHIPPED.extended(own, {"hosting": {"en": "Hosts"}})
        )
        read_dataset({"pledges": TableFile(path, options=said)}, memory=memory)
    assert names == ["pledges"]
    assert len(memory._known) == 1


def test_a_missing_table_is_asked_for_again(project: Path) -> None:
    memory, path = TableMemory(), project / "data" / "pledges.csv"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    _, findings = read_dataset(tables(project), memory=memory)
    assert "missing-file" in {finding.code for finding in findings}
    path.write_text(text, encoding="utf-8")
    assert read_dataset(tables(project), memory=memory)[1] == ()
