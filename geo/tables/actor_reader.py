"""Cells that name who it is: a country by name or code, an id of the actors table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from geo import countries
from geo.cells.letters import odd_letters
from geo.countries.codes import WORDS_TOO, codes
from geo.countries.resolve import is_code_alone
from geo.findings import did_you_mean, quote
from geo.tables.fitting import quoted_toml
from geo.tables.options import NO_COUNTRY, name_key
from geo.tables.raw import RawTable, Row
from geo.tables.refusals import Refusals
from geo.tables.table import Column


class ActorReader:
    """Reads the actors of one table."""

    def __init__(
        self, raw: RawTable, actors: Mapping[str, str], refusals: Refusals
    ) -> None:
        self.raw = raw
        self.actors = actors
        self.refusals = refusals
        self.asides: set[str] = set()
        """Names with a remark beside them, which is kept as a note of the row."""
        self.names: set[str] = set()
        """The countries that were read by a name."""
        self.codes: dict[str, tuple[Row, str]] = {}
        """The codes that stood where a name may stand, and the country of each."""

    def several(self, row: Row, column: Column, text: str) -> tuple[str, ...]:
        parts = parted_ids(text)
        read = (self.one(row, column, part) for part in parts)
        return tuple(actor for actor in read if actor)

    def one(self, row: Row, column: Column, text: str) -> str | None:
        kind = row.text("actor_kind") if column.name == "actor" else ""
        if text in self.actors and kind != "country":
            return text
        if kind in {"organisation", "region", "unnamed"}:
            self.refusals.refuse(
                row, column, "unknown-actor",
                f"{quote(text)} is not an id of the actors table",
                lambda: did_you_mean(text, self.actors) or "add it to the actors table",
            )  # fmt: skip
            return None
        code = row.text("country_code") if column.name == "actor" else ""
        if code and code != text:
            return self._coded(row, column, text, code)
        return self._country(row, column, text)

    def _resolve(self, text: str) -> countries.Answer:
        """Return the country of a name, as somebody said it, or as the index has it."""
        options = self.raw.options
        meant = options.by_name.get(name_key(text)) if options.names else None
        if meant == NO_COUNTRY:
            return countries.NotACountry("so says the map definition", "other")
        if meant is not None:
            return countries.Country(meant)
        return countries.resolve(text, demonyms=options.demonyms)

    def _coded(self, row: Row, column: Column, text: str, code: str) -> str | None:
        """Read a name beside a code: the code decides, and the name is compared."""
        by_code, by_name = countries.resolve(code), self._resolve(text)
        if not isinstance(by_code, countries.Country):
            return self._country(row, column, text)
        iso = by_code.iso_a3
        agrees = isinstance(by_name, countries.Unknown) or (
            isinstance(by_name, countries.Ambiguous) and iso in by_name.candidates
        )
        if agrees or by_name == by_code:
            return iso
        if isinstance(by_name, countries.NotACountry):
            return self._country(row, column, text)
        self.refusals.refuse(
            row, column, "unknown-actor",
            f"{quote(text)} and the code {quote(code)} are two countries",
            "mend one of the two",
        )  # fmt: skip
        return None

    def _country(self, row: Row, column: Column, text: str) -> str | None:
        answer = self._resolve(text)
        if isinstance(answer, countries.Country):
            if text in codes():
                is_open = name_key(text) not in self.raw.options.by_name
                if is_open and text == row.text("actor"):
                    self.codes.setdefault(text, (row, answer.iso_a3))
            else:
                self.names.add(answer.iso_a3)
            if answer.has_remark and column.name == "actor":
                self.asides.add(text)
                self.refusals.remark(row, column, text, answer.iso_a3)
            return answer.iso_a3
        is_statement = (self.raw.table.name, column.name) == ("pledges", "actor")
        if is_statement and _is_no_country(answer):
            self._keep_out(row, column, text, answer)
        elif isinstance(answer, countries.Ambiguous):
            advice = "write one of " + ", ".join(answer.candidates)
            if is_statement:
                line = f'{quoted_toml(text)} = "{answer.candidates[0]}"'
                advice += f", or say it under [names] in the map definition: {line}"
            self.refusals.refuse(
                row, column, "unknown-actor",
                f"{quote(text)} may be several countries: {answer.reason}", advice,
            )  # fmt: skip
        elif isinstance(answer, countries.NotACountry):
            self.refusals.refuse(
                row, column, "not-a-country",
                f"{quote(text)} is no country: {answer.what}",
                "add it to the actors table, or leave the row out",
            )  # fmt: skip
        else:
            odd = odd_letters(text)
            hidden = f"; its {', '.join(odd)} only looks like another" if odd else ""
            self.refusals.refuse(
                row, column, "unknown-actor",
                f"{quote(text)} is not a known country{hidden}",
                partial(_near_countries, answer, is_statement=is_statement),
            )  # fmt: skip
        return None

    def _keep_out(
        self, row: Row, column: Column, text: str, answer: countries.Answer
    ) -> None:
        """Keep a row out of the map whose name is known to be no country."""
        what = getattr(answer, "what", "") or getattr(answer, "reason", "")
        self.refusals.keep_out(
            row, column.name, "not-a-country",
            f"{quote(text)} is no country ({what}) and is kept out",
            "nothing, if that is right; else say under [names] in the map definition"
            " what it means, or add it to the actors table",
        )  # fmt: skip

    def find_codes(self) -> None:
        """Tell of codes among names: NE is Niger, or short for something else."""
        # Names are loaded only where there are some.
        alone = [code for code in self.codes if self.names and is_code_alone(code)]
        if len(self.names) < 2 * len(alone):
            return
        for code in alone:
            row, iso = self.codes[code]
            is_word = code.lower() in WORDS_TOO
            line = f'{quoted_toml(code)} = "{iso}"'
            self.raw.find(
                row.number, "actor", "code-among-names",
                f"{quote(code)} stands among names and is read as a code, {iso}",
                ("" if is_word else "nothing, if that is right; else ")
                + "say under [names] in the map definition what it means:"
                f' {line}, or "{NO_COUNTRY}"', "error" if is_word else "warning",
            )  # fmt: skip


def parted_ids(text: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds several, parted by ``;``."""
    return tuple(part for part in map(str.strip, text.split(";")) if part)


def _is_no_country(answer: countries.Answer) -> bool:
    """Return whether a row of this name is kept out; of several names none is lost."""
    if isinstance(answer, countries.NotACountry):
        return answer.kind != "several"
    return isinstance(answer, countries.Ambiguous) and answer.is_former


def _near_countries(answer: countries.Unknown, *, is_statement: bool) -> str:
    near = answer.suggestions
    advice = "write its name or its ISO code"
    if near:
        advice = f"did you mean {', '.join(near)}? mend it"
    if not is_statement:
        return advice.removesuffix(" mend it")
    meant = near[0][-4:-1] if near else NO_COUNTRY
    line = f'{quoted_toml(answer.text)} = "{meant}"'
    return f"{advice}, or write under [names] in the map definition {line}"
