"""A folder of tables and a definition, each time changed a little, and what is said."""

from __future__ import annotations

import csv
import io
import os
import random
import shutil
import sys
import traceback
from collections import Counter
from pathlib import Path

from click.testing import CliRunner
from hostile_project import toml_text, write_project
from payloads import every_text, for_cells

from geo.cli import main as pledgemap
from geo.words import LANGUAGES

LONGEST = 300
TEXTS = [text for text in for_cells(every_text()) if len(text) < LONGEST]
# What people write, and what nearly is it.
LIKELY = [
    *("FRA", "France", "ESP", "UKR", "RUS", "FRA;ESP", "NATO", "Total", "EU"),
    *("2025-03-11", "03/04/2025", "15/03/2025", "2025", "2025-13", "9999-12-31"),
    *("0001-01-01", "45727", "3 000", "1.776", "1,776", "1,5 k", "up to 150", "-5"),
    *("1e400", "9" * 20, "nan", "inf", "0", "1", "several", "about", "range", "exact"),
    *("declined", "pledged_troops", "conditional", "declined;pledged_other", "opposed"),
    *("pledge", "estimate", "withheld", "high", "low", "official", "state_aligned"),
    *("in person", "in_person", "host;chair", "actual", "claimed", "country", "region"),
    *("https://example.org/a", "http://[::1]/", "javascript:0", "*", "1) note", "-"),
    *("constructor", "__proto__", "toString", "one", "a;b", '"', "\n", "=1", "?", "#"),
    *("true", "", "", "", " ", "\u00a0", "\u202e", "x" * 400),
]
VALUES = [
    *("0", "1", "-1", "1.5", "inf", "nan", "-inf", "true", "false", "2025-03-11", '""'),
    *("2025-03-11T00:00:00Z", "07:30:00", "9" * 20, "1e308", "-90", "180", "[]", "{}"),
]
KEYS = {
    "": (
        *("title", "headline", "headline_none", "languages", "until", "licence"),
        *("countries", "status_rests_on", "picture", "tables", "views", "layers"),
        *("columns", "names", "rows", "statuses", "unit", "words", "thousands"),
        *("date_order", "beside", "selection", "language"),
    ),
    "[[views]]": ("id", "projection", "bounds", "title"),
    "[[layers]]": (
        *("kind", "id", "title", "meeting", "choosable", "modes", "sizes", "meanings"),
        *("shown", "base"),
    ),
}
PROJECTIONS = ("europe_laea", "world", "equal_earth", "asia_laea", "globe", "pacific")
DEGREES = (-180, -24, 0, 34, 45, 71, 90, 170, 180, 200, -200, 1e9)
ENCODINGS = [*(["utf-8"] * 8), "utf-8-sig", "utf-16", "cp1252"]
COMMANDS = [
    *([("check",)] * 6),
    *(("check", "--format", form) for form in ("json", "github")),
    ("check", "--fix", "--yes"),
    *([("build",)] * 6),
    ("diff", "../before", "."),
    ("diff", "../before", ".", "--format", "json"),
    ("diff", "../before", ".", "--format", "markdown"),
    ("export", "hostile", "--to", "csv,xlsx,json,geojson", "--out", "out"),
    ("site", "--url", "https://example.org/maps/"),
    ("embed", "hostile", "--url", "https://example.org/maps/"),
]
CODES = {0, 1, 2}


class Projects:
    """Changed copies of one project, each tried with one command."""

    def __init__(
        self, folder: Path, keep: Path, chance: random.Random, tried: Counter[str]
    ) -> None:
        self.folder, self.keep, self.chance, self.tried = folder, keep, chance, tried
        self.before = folder.with_name("before")
        texts = ["t1", "t2", "constructor", "10", "9"]
        write_project(self.before, texts, "A title")

    def try_one(self) -> None:
        """Change the project, run a command in it, and note what it came to."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.before, self.folder)
        tables = sorted((self.folder / "data").iterdir())
        for path in self.chance.sample(tables, self.chance.choice([0, 1, 1, 2])):
            path.write_bytes(self._changed_table(path.read_text(encoding="utf-8")))
        definition = self.folder / "maps" / "hostile.toml"
        text = self._changed_definition(definition.read_text(encoding="utf-8"))
        definition.write_bytes(text.encode("utf-8", "replace"))
        command = self.chance.choice(COMMANDS)
        if fault := _fault(self.folder, command):
            self._note(command, fault)
        self.tried[f"folders: {command[0]}"] += 1
        self.tried["folders"] += 1

    def _note(self, command: tuple[str, ...], fault: str) -> None:
        self.tried["faults"] += 1
        kept = self.keep / f"{self.tried['faults']}"
        self.keep.mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.folder, kept, dirs_exist_ok=True)
        sys.stdout.write(f"{kept}: {' '.join(command)}: {fault}\n")
        sys.stdout.flush()

    def _cell(self) -> str:
        return self.chance.choice(LIKELY if self.chance.random() < 0.7 else TEXTS)

    def _changed_table(self, text: str) -> bytes:
        rows = list(csv.reader(io.StringIO(text)))
        for _ in range(self.chance.choice([0, 1, 1, 1, 2])):
            self._change(rows)
        file = io.StringIO(newline="")
        delimiter = self.chance.choice([*("," * 8), ";", "\t", "|"])
        ends = self.chance.choice(["\r\n", "\n"])
        csv.writer(file, delimiter=delimiter, lineterminator=ends).writerows(rows)
        data = bytearray(
            file.getvalue().encode(self.chance.choice(ENCODINGS), "replace")
        )
        if self.chance.random() < 0.03:
            for _ in range(3):
                data[self.chance.randrange(len(data))] = self.chance.randrange(256)
        return bytes(data)

    def _change(self, rows: list[list[str]]) -> None:
        row = self.chance.choice(rows)
        at = self.chance.randrange(len(row)) if row else 0
        kind = self.chance.random()
        if kind < 0.6 and row:
            row[at] = self._cell()
        elif kind < 0.65:
            rows.append(list(row))
        elif kind < 0.7 and len(rows) > 1:
            rows.remove(row)
        elif kind < 0.75:
            del row[at:]
        elif kind < 0.8:
            row.append(self._cell())
        elif kind < 0.85:
            for each in rows:
                del each[at : at + 1]
        else:
            text = self._cell()
            for each in rows[1:]:
                each[at : at + 1] = [text]

    def _changed_definition(self, text: str) -> str:
        lines = text.split("\n")
        for _ in range(self.chance.choice([0, 0, 0, 1, 1, 2])):
            self._change_line(lines)
        text = "\n".join(lines)
        if self.chance.random() < 0.1:
            text = text.replace("\n", "\r\n")
        return f"\ufeff{text}" if self.chance.random() < 0.05 else text

    def _change_line(self, lines: list[str]) -> None:
        at, kind = self.chance.randrange(len(lines)), self.chance.random()
        line = lines[at]
        if kind < 0.45 and "=" in line:
            key = line.split("=")[0].strip()
            lines[at] = f"{key} = {self._value(key)}"
        elif kind < 0.6:
            lines.insert(0, self._line(""))
        elif kind < 0.75:
            heads = [n for n, one in enumerate(lines) if one in KEYS]
            head = self.chance.choice(heads)
            lines.insert(head + 1, self._line(lines[head]))
        elif kind < 0.85 and len(lines) > 1:
            del lines[at]
        elif kind < 0.92:
            lines.insert(at, line)
        else:
            cut = self.chance.randrange(len(line) + 1)
            sign = self.chance.choice(['"', "[", "\x01", "#", "=", "{"])
            lines[at] = f"{line[:cut]}{sign}{line[cut:]}"

    def _line(self, head: str) -> str:
        key = self.chance.choice(KEYS[head])
        return f"{key} = {self._value(key)}"

    def _value(self, key: str, deep: int = 0) -> str:
        if key == "projection" and self.chance.random() < 0.7:
            return toml_text(self.chance.choice(PROJECTIONS))
        if key == "bounds" and self.chance.random() < 0.8:
            count = self.chance.choice([3, 4, 4, 4, 4, 5])
            return str([self.chance.choice(DEGREES) for _ in range(count)])
        kind = self.chance.random()
        if kind < 0.35:
            return toml_text(self._cell())
        if kind < 0.5 or deep > 2:
            return self.chance.choice(VALUES)
        parts = [self._value("", deep + 1) for _ in range(self.chance.randrange(4))]
        if kind < 0.75:
            return f"[{', '.join(parts)}]"
        names = self.chance.sample([*LANGUAGES, "id", "title", "x"], len(parts))
        pairs = zip(names, parts, strict=True)
        return f"{{ {', '.join(f'{name} = {part}' for name, part in pairs)} }}"


def _fault(folder: Path, command: tuple[str, ...]) -> str:
    """Run a command in a folder, and return what is wrong with how it ended, if so."""
    home = Path.cwd()
    try:
        os.chdir(folder)
        result = CliRunner().invoke(pledgemap, command)
    finally:
        os.chdir(home)
    error = result.exception
    if error is not None and not isinstance(error, SystemExit):
        return "".join(traceback.format_exception(error))[-3000:]
    if result.exit_code not in CODES:
        return f"it ended with {result.exit_code}"
    is_data = command[0] == "embed" or "markdown" in command
    odd = {c for c in result.output if not c.isprintable() and c != "\n"}
    return f"it printed {sorted(odd)!a}" if odd and not is_data else ""
