"""A moving picture: one map from date to date, as an animated WebP and a GIF.

It plays once and stays on its last frame, the map as it stands, which programs that
play it again hold longer.
"""

from __future__ import annotations

import datetime
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.cells.dates import PartialDate
from geo.definitions.load import MapInput
from geo.figure.choice import ChoiceError
from geo.figure.document import MARGIN_PX
from geo.figure.drawing import Drawing
from geo.figure.fonts import SANS_BOLD, lacking
from geo.figure.layout import GAP_PX
from geo.figure.legend import legend
from geo.figure.map import frame_clip, map_block
from geo.figure.multiples import merged
from geo.figure.render import as_png
from geo.figure.text import CREDIT, HEADLINE, TITLE, Block, Lettering, stack, write
from geo.page.markup import Node
from geo.page.rendering import SheetView, sheet_legend
from geo.words import text_in

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_FRAMES = 60
FRAME_MS, LAST_FRAME_MS = 1_000, 6_000
# Flat colours are smallest without loss; and it is played once, as a GIF is.
WEBP = {"lossless": True, "method": 6, "loop": 1}
# Feeds show pictures smaller than they are.
SCALE = 1.25
# One fewer than a GIF has: what does not change from frame to frame is transparent.
COLOURS = 255
DATE = Lettering("is-head", SANS_BOLD, 19, 1.2)


def steps_of(loaded: MapInput, by: str) -> list[PartialDate]:
    """Return the dates of a map's frames; the last is that of the map as it stands.

    Of more than a moving picture has frames, every second, third or so is taken.

    Raises
    ------
    ChoiceError
        If nothing would move.
    """
    first = min(said.date.last for said in loaded.statements.values())
    last = loaded.as_of
    if by == "months":
        months = range(_month(first), _month(last.last) + 1)
        dates = [PartialDate(month // 12, month % 12 + 1) for month in months]
    else:
        meetings = loaded.dataset.meetings
        held = (part.meeting for part in loaded.dataset.participations.values())
        dates = sorted({meetings[key].date for key in held})
    before = [one for one in dates if first <= one.last < last.last]
    if not before:
        raise ChoiceError(
            f"by {by} this map has one date, so nothing moves; draw it without"
            " --animate"
        )
    every = -(-len(before) // (MOST_FRAMES - 1))
    return [*before[::-every][::-1], last]


def _month(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


@dataclass(frozen=True)
class MovingDrawing(Drawing):
    """What a moving picture shows: a map in one view, at each of its dates."""

    steps: Sequence[PartialDate]
    by: str

    def files(self) -> dict[str, bytes]:
        """Return what is to be saved, by file name."""
        frames = _with_one_palette([self._pixels(svg) for svg in self.frames()])
        times = [FRAME_MS] * (len(frames) - 1) + [LAST_FRAME_MS]
        name = f"{self.name}-{self.by}"
        return {
            f"{name}.webp": _encoded(frames, times, "WEBP", **WEBP),
            f"{name}.gif": _encoded(frames, times, "GIF"),
            f"{name}.txt": f"{self.alt}\n".encode(),
        }

    @property
    def lacking(self) -> str:
        """The characters that the typefaces do not have."""
        return lacking([self.texts.title, *self.alt.splitlines()])

    def frames(self) -> Iterator[str]:
        """Draw the frames, each an SVG of the same size."""
        tallest = max(self._headline(i).height for i in range(len(self.steps)))
        return (self._frame(i, tallest) for i in range(len(self.steps)))

    def _frame(self, i: int, headline_height: float) -> str:
        # Styling changes what is drawn: each frame has marks of its own.
        explained, patterns = deepcopy(self._legend)
        one, texts, width = self.moments[i], self.texts, self._view.width
        drawn = self._panel(one, self._view, ()).drawn
        heading = [
            write(texts.title, TITLE, width, {"lang": texts.language}),
            write(one.wording.date(self.steps[i]), DATE, width),
            Block(self._headline(i).marks, width, headline_height),
        ]
        rows = legend(explained, width, counted=False)
        credit = stack([write(text, CREDIT, width) for text in texts.credits], 2)
        sheet = stack([stack(heading, 6), map_block(drawn), rows, credit], GAP_PX)
        clip = frame_clip(drawn.width, drawn.height)
        return self._document(sheet, MARGIN_PX, [patterns, clip])

    @cached_property
    def said(self) -> Mapping[str, str]:
        """Say what the first and the last map show, by their dates."""
        return {
            one.wording.date(self.steps[i]): self._panel(
                one, self._view, ()
            ).drawn.words
            for i, one in ((0, self.moments[0]), (-1, self.last))
        }

    @cached_property
    def _view(self) -> SheetView:
        width = round(self.choice.width_px / SCALE) - 2 * MARGIN_PX
        return SheetView(self.view.id, width)

    @cached_property
    def _legend(self) -> tuple[list[Node], Node]:
        """Return one legend for all frames, and the patterns that their marks need."""
        values = merged([one.values for one in self.moments], named=True)
        return sheet_legend(values, self._boundaries, self._view)

    def _headline(self, i: int) -> Block:
        text, spoken = text_in(self.moments[i].headline, self.last.wording.language)
        return write(text, HEADLINE, self._view.width, {"lang": spoken})

    def _pixels(self, svg: str) -> Image:
        from PIL import Image

        scale = self.choice.width_px / (self._view.width + 2 * MARGIN_PX)
        return Image.open(io.BytesIO(as_png(svg, scale))).convert("RGB")


def _with_one_palette(frames: Sequence[Image]) -> list[Image]:
    """Give frames the colours that most of their pixels have, the others the nearest.

    Pillow's own choice would change flat colours a little.
    """
    from PIL import Image

    counts: Counter[int] = Counter()
    for frame in frames:
        found, often = np.unique(_codes(frame), return_counts=True)
        counts.update(dict(zip(found.tolist(), often.tolist(), strict=True)))
    known = np.array(sorted(counts))
    most = np.array(sorted(counts, key=lambda one: (-counts[one], one))[:COLOURS])
    palette = _parts(most)
    apart = (palette**2).sum(axis=1) - 2 * _parts(known) @ palette.T
    nearest = apart.argmin(axis=1).astype(np.uint8)
    made = []
    for frame in frames:
        one = Image.fromarray(nearest[np.searchsorted(known, _codes(frame))])
        one.putpalette(palette.astype(np.uint8).tobytes())
        made.append(one)
    return made


def _codes(frame: Image) -> Any:
    """Return each pixel's colour as one number."""
    return np.asarray(frame, dtype=np.int32) @ np.array([65536, 256, 1], np.int32)


def _parts(codes: Any) -> Any:
    return np.stack([codes >> 16, codes >> 8 & 255, codes & 255], axis=1)


def _encoded(
    frames: Sequence[Image], times: Sequence[int], kind: str, **asked: object
) -> bytes:
    """Return frames as one file, each shown for so many milliseconds."""
    made = io.BytesIO()
    first, *others = frames
    first.save(
        made, kind, save_all=True, append_images=others, duration=list(times), **asked
    )
    return made.getvalue()
