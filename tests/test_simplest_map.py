"""The table of three columns in docs/table.md builds, and so does its French twin."""

import re
from collections.abc import Callable
from pathlib import Path

from documents import block_beginning

from geo.boundaries.keys import boundary_keys
from geo.building import build, check
from geo.definitions.load import load_map
from geo.figure.credit import sources_text
from geo.page.wording import Wording

FRENCH = (
    "\ufeffPays;Effectifs;Participation\r\nRoyaume-Uni;;troupes promises"
    "\r\nFrance;;troupes promises\r\nEspagne;3 000;troupes promises\r\n"
    "Total;3 000;\r\n\r\nSource : un journal;;\r\n"
)


def test_three_columns_make_a_map(tmp_path: Path, definition_text: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "maps").mkdir()
    table = tmp_path / "data" / "pledges.csv"
    table.write_text(
        block_beginning("docs/table.md", "country,troops,participation"),
        encoding="utf-8",
    )
    definition = definition_text.replace('sources = "sources.csv"\n', "")
    defaults = block_beginning("docs/table.md", "[defaults]")
    definition = definition.replace("[[views]]", f"{defaults}\n[[views]]", 1)
    definition += '\n[[layers]]\nkind = "figures"\nmeanings = ["deployed_elsewhere"]\n'
    (tmp_path / "maps" / "small.toml").write_text(definition, encoding="utf-8")

    (built,) = build(data=tmp_path / "data", maps=tmp_path / "maps")
    page = built.path.read_text(encoding="utf-8")
    assert "already deployed elsewhere" in page

    table.write_text(FRENCH, encoding="utf-8")
    (again,) = build(data=tmp_path / "data", maps=tmp_path / "maps")
    assert not again.changed


def test_a_table_that_names_no_source_says_so(
    project: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("maps/small.toml", "[[views]]", '[defaults]\ndate = "2025"\n[[views]]')
    (project / "data/pledges.csv").write_text("Pays;Statut\nFrance;declined\n")
    (found,) = [one for one in check(data=project / "data", maps=project / "maps")
                if one.code == "no-source"]  # fmt: skip
    assert (found.file, found.severity) == (f"{project}/data/pledges.csv", "warning")
    (built,) = build(data=project / "data", maps=project / "maps")
    page = built.path.read_text(encoding="utf-8")
    body = re.sub("<[^>]+>", "", page.partition("</style>")[2])
    assert "0 pledged. The table names no source." in " ".join(body.split())
    assert "Le tableau ne cite aucune source" in page
    entry = page.partition('id="source-no-source">')[2].partition("</li>")[0]
    assert "The table names no source" in entry
    assert "href" not in entry
    loaded, _ = load_map(project / "maps/small.toml", project / "data", boundary_keys())
    assert loaded
    credit = sources_text(loaded, Wording("fr", loaded, {}))
    assert credit == "Le tableau ne cite aucune source."
