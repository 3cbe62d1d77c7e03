"""Building maps again and again, and keeping the last good page of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.boundaries.files import USED, shipped
from geo.building import drawn, map_folder
from geo.definitions.folder import wanted_maps
from geo.definitions.listed import definition_files
from geo.definitions.load import MapInput
from geo.digest import digest, file_digests
from geo.findings import Finding, PledgemapError, errors
from geo.report.text import as_text, summary
from geo.verify.read_page import NotAPageError, read_page
from geo.watch.board import Board, Told

# More than so many fill the panel over the map, and are in the terminal anyway.
MOST_SHOWN = 50


@dataclass(frozen=True)
class Outcome:
    """What a round of building gave.

    ``shown`` are the maps whose pages changed.  ``failure`` is what else went wrong
    than the findings tell.
    """

    findings: tuple[Finding, ...] = ()
    shown: tuple[str, ...] = ()
    failure: str = ""

    @property
    def failed(self) -> bool:
        return bool(self.failure or errors(self.findings))

    @property
    def told(self) -> Told | None:
        """The findings as the page shows them."""
        if self.failure:
            return Told("not built", self.failure, failed=True)
        if not self.findings:
            return None
        text = as_text(self.findings[:MOST_SHOWN])
        more = len(self.findings) - MOST_SHOWN
        text += f"… and {more} more\n" if more > 0 else ""
        return Told(summary(self.findings), text, failed=self.failed)


def _in_words(error: Exception) -> str:
    return (
        str(error)
        if isinstance(error, PledgemapError)
        else (f"{type(error).__name__}: {error}")
    )


class Workshop:
    """The maps that are watched.

    Parameters
    ----------
    slugs
        Their names; all of the folder if none is named.
    maps, data
        The folders of the definitions and of the tables.
    board
        Where pages are put up.
    """

    def __init__(
        self, slugs: Sequence[str], maps: Path, data: Path, board: Board
    ) -> None:
        self._slugs = tuple(slugs)
        self._folder = map_folder(maps, data)
        self._board = board
        self._boundaries: Mapping[Path, str | None] = {}
        self._rest: list[MapInput] = []

    def names(self) -> set[str]:
        """Give the maps that are watched, as the folder is now."""
        there = [path.stem for path in definition_files(self._folder.maps)]
        wanted, _ = wanted_maps(self._slugs, there, self._folder.maps)
        # One that was asked for by name stays when its definition is gone for a while.
        return wanted | set(self._board.maps() if self._slugs else ())

    def build(self) -> Outcome:
        """Read what changed, and put up every page that is another one for it.

        Of maps that nobody looks at, while somebody looks at others, the pages are
        left for :meth:`build_rest`.
        """
        self._boundaries = file_digests(map(shipped, USED))
        self._rest = []
        try:
            self._board.expect(self.names())
            loaded, findings = self._folder.load(self._slugs)
            if errors(findings):
                return Outcome(findings)
            viewed = [o for o in loaded if self._board.viewers(o.definition.slug)]
            self._rest = [one for one in loaded if viewed and one not in viewed]
            return Outcome(findings, self._draw(viewed or loaded))
        except Exception as error:
            # Whatever goes wrong, the last good map stays.
            return Outcome(failure=_in_words(error))

    @property
    def has_rest(self) -> bool:
        return bool(self._rest)

    def build_rest(self) -> Outcome:
        """Put up the pages that :meth:`build` has left."""
        rest, self._rest = self._rest, []
        try:
            return Outcome((), self._draw(rest))
        except Exception as error:
            return Outcome(failure=_in_words(error))

    def _draw(self, loaded: Sequence[MapInput]) -> tuple[str, ...]:
        return tuple(
            slug
            for slug, html in drawn(loaded)
            if self._board.show(slug, html, digest(html.encode("utf-8")))
        )

    def show_published(self) -> None:
        """Put up the pages on disk, for maps that cannot be built yet."""
        for slug in self._board.maps():
            path = self._folder.maps / f"{slug}.html"
            notice = self._board.notice(slug)
            if notice is None or notice.version:
                continue
            try:
                data, _payload = read_page(path)
            except NotAPageError:
                continue
            self._board.show(slug, data.decode("utf-8"), digest(data))

    def files(self) -> Iterator[Path]:
        """Give every file that a page depends on, and definitions that came since."""
        yield from self.held()
        yield from definition_files(self._folder.maps)

    def held(self) -> Mapping[Path, str | None]:
        """Give what the files held when they were read last."""
        read = {
            path: value
            for inputs in self._folder.inputs
            for path, value in inputs.digests.items()
        }
        return {**read, **self._boundaries}
