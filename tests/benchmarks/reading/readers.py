"""The readers that are compared; each gives the number of faults that it finds.

pandas only reads.  pandera and frictionless are given the same schema as Pledgemap:
types, patterns, vocabularies, unique ids, and for frictionless the foreign keys.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[3] / "data"

Reader = Callable[[Path], int]


def _fields() -> list[dict[str, Any]]:
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    (pledges,) = (r for r in package["resources"] if r["name"] == "pledges")
    return list(pledges["schema"]["fields"])


def with_pandas() -> Reader:
    import pandas as pd

    def read(path: Path) -> int:
        pd.read_csv(path)
        return 0

    return read


def with_pandas_as_text() -> Reader:
    import pandas as pd

    def read(path: Path) -> int:
        pd.read_csv(path, dtype=str, keep_default_na=False)
        return 0

    return read


def with_pandera() -> Reader:
    import pandas as pd
    import pandera.pandas as pa

    def column(field: Mapping[str, Any]) -> Any:
        rules = field.get("constraints", {})
        checks = []
        if "enum" in rules:
            checks.append(pa.Check.isin(rules["enum"]))
        if "pattern" in rules:
            checks.append(pa.Check.str_matches(f"^(?:{rules['pattern']})$"))
        if "minimum" in rules:
            checks.append(pa.Check.str_matches(r"^\d+$"))
        required = bool(rules.get("required"))
        return pa.Column(
            str, checks, nullable=not required, unique=field["name"] == "id"
        )

    schema = pa.DataFrameSchema({field["name"]: column(field) for field in _fields()})

    def read(path: Path) -> int:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as error:
            return len(error.failure_cases)
        return 0

    return read


def with_frictionless() -> Reader:
    import frictionless

    def read(path: Path) -> int:
        package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
        names = {f"{name}.csv" for name in ("actors", "places", "sources", "meetings")}
        kept = [r for r in package["resources"] if r["path"] in names]
        (pledges,) = (r for r in package["resources"] if r["name"] == "pledges")
        descriptor = {"resources": [{**pledges, "path": path.name}, *kept]}
        beside = path.with_name("datapackage.json")
        beside.write_text(json.dumps(descriptor), encoding="utf-8")
        report = frictionless.validate(str(beside), limit_errors=100)
        if report.errors:
            raise ValueError(report.errors)
        (task,) = (task for task in report.tasks if task.name == "pledges")
        return len(task.errors)

    return read


def with_pledgemap() -> Reader:
    from geo.tables.reader import check_file
    from geo.tables.table_file import TableFile

    def read(path: Path) -> int:
        return len(check_file(TableFile(path)).findings)

    return read


READERS: Mapping[str, Callable[[], Reader]] = {
    "pandas.read_csv": with_pandas,
    "pandas.read_csv, all text": with_pandas_as_text,
    "pledgemap check FILE": with_pledgemap,
    "pandas and pandera": with_pandera,
    "frictionless validate": with_frictionless,
}


def main() -> None:
    name, path = sys.argv[1:]
    reader = READERS[name]()
    start = time.process_time()
    faults = reader(Path(path))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(seconds, peak, faults)  # noqa: T201 - its purpose


if __name__ == "__main__":
    main()
