"""What is said of data that leave the project: whose, of when, on what terms."""

from __future__ import annotations

from dataclasses import dataclass

from geo.page.isolated import isolated
from geo.page.names import stopped


@dataclass(frozen=True)
class About:
    """Title, date, terms and citation of one map's data.

    ``as_of`` is the ISO date of the data and ``as_of_text`` the same in words;
    ``licence`` and ``version`` are blank if none is stated; ``boundaries`` says whose
    view of disputed lines the boundaries show.
    """

    slug: str
    title: str
    language: str
    as_of: str
    as_of_text: str
    licence: str
    version: str
    boundaries: str

    @property
    def citation(self) -> str:
        """As the page has it (``citationText`` of ``geo/web/words/citation.js``)."""
        said = f"{isolated(self.title)}. Pledgemap. {stopped(self.as_of_text)}"
        return f"{said} {stopped(isolated(self.licence))}" if self.licence else said

    def as_metadata(self) -> dict[str, str]:
        """Return all of it by key, without what is not stated."""
        values = {
            "map": self.slug,
            "title": self.title,
            "language": self.language,
            "as_of": self.as_of,
            "version": self.version,
            "licence": self.licence,
            "cite_as": self.citation,
            "boundaries": self.boundaries,
        }
        return {key: value for key, value in values.items() if value}

    def as_columns(self) -> dict[str, str]:
        """Return what goes with each row of a table that may be passed on alone."""
        return {"as_of": self.as_of, "licence": self.licence, "cite_as": self.citation}
