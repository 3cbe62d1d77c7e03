"""Derive the names by which a page calls countries (run by people who update them).

Usage::

    python -m data.derive.names.shown

They are those of CLDR in the installed babel, of which ``data/names/ORIGIN.md`` names
the release.  A build reads the file and not babel, so that another release of babel,
which may spell a country otherwise, changes no page.
"""

from __future__ import annotations

import csv
import io

from geo.boundaries.read import read_boundaries
from geo.page.names import locale
from geo.shipped import shipped
from geo.words import LANGUAGES


def shown_table() -> str:
    """Return the text of the table: a row for each country that CLDR names."""
    file = io.StringIO(newline="")
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["iso_a3", *LANGUAGES])
    territories = [locale(language).territories for language in LANGUAGES]
    features = read_boundaries()
    for key, alpha2 in sorted(zip(features["iso_a3"], features["iso_a2"], strict=True)):
        if alpha2 in territories[0]:
            table.writerow([key, *(names[alpha2] for names in territories)])
    return file.getvalue()


def main() -> None:
    """Write ``data/names/shown.csv``."""
    place = shipped("names/countries.csv").with_name("shown.csv")
    place.write_text(shown_table(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
