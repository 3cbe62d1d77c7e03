"""The legend of the sheet: what the page's legend says, laid out in columns.

The page's legend is a list of rows, each with a small picture and words; here each row
is drawn where it stands, so that page and figure explain the same marks alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.figure.text import HEAD, NOTE, ROW, Block, stack, write
from geo.page.labels import Labels
from geo.page.legend import static_legend
from geo.page.markup import Node, tag
from geo.page.picture.scene import Scene

SWATCH_PX = 34
COLUMN_GAP_PX = 22
LEAST_COLUMN_PX = 190
BLOCK_GAP_PX = 14


def legend(
    scene: Scene, labels: Labels, width: float, *, counted: bool = True
) -> Block:
    """Draw the legend of every layer shown, in as many columns as have room."""
    count = max(1, int((width + COLUMN_GAP_PX) // (LEAST_COLUMN_PX + COLUMN_GAP_PX)))
    column = (width - (count - 1) * COLUMN_GAP_PX) / count
    blocks = list(legend_blocks(scene, labels, column, counted=counted))
    columns = in_columns(blocks, count)
    marks = [
        block.at(i * (column + COLUMN_GAP_PX), 0) for i, block in enumerate(columns)
    ]
    return Block(tuple(marks), width, max(block.height for block in columns))


def legend_blocks(
    scene: Scene, labels: Labels, width: float, *, counted: bool = True
) -> Iterator[Block]:
    """Give one block a layer: its title, then its rows, pictures and remarks."""
    layer: list[Block] = []
    for node in static_legend(scene, labels):
        if node.tag == "h3":
            if layer:
                yield stack(layer, 3)
            layer = [write(_text(node), HEAD, width, _language(node))]
        elif node.tag != "h2":
            layer += _items(node, width, counted=counted)
    if layer:
        yield stack(layer, 3)


def in_columns(blocks: list[Block], count: int) -> list[Block]:
    """Put blocks into columns, in order, so that the longest is as short as may be."""
    best: list[list[Block]] = [blocks]
    for splits in _splits(len(blocks), count):
        columns = [
            blocks[a:b] for a, b in zip((0, *splits), (*splits, None), strict=True)
        ]
        if _heights(columns) < _heights(best):
            best = columns
    return [stack(column, BLOCK_GAP_PX) for column in best if column]


def _splits(length: int, count: int) -> Iterator[tuple[int, ...]]:
    if count == 1:
        yield ()
        return
    for rest in _splits(length, count - 1):
        for last in range(rest[-1] if rest else 0, length + 1):
            yield (*rest, last)


def _heights(columns: list[list[Block]]) -> list[float]:
    return sorted((stack(c, BLOCK_GAP_PX).height for c in columns), reverse=True)


def _items(node: Node, width: float, *, counted: bool) -> Iterator[Block]:
    if node.tag == "svg":
        yield _picture(node)
    elif node.tag == "p":
        yield write(_text(node), NOTE, width)
    else:
        for item in node.iter("li"):
            yield _row(item, width, counted=counted)


def _row(item: Node, width: float, *, counted: bool) -> Block:
    """Draw a row: its picture or sign, its words, and how many countries there are."""
    sample, words = item[0], write(_row_text(item, counted), ROW, width - SWATCH_PX)
    if sample.tag == "svg":
        mark = _picture(sample)
    else:
        sign = {"text-anchor": "middle"}
        mark = write(_text(sample), HEAD, SWATCH_PX, sign)
        mark = Block((mark.at(13, 0),), 26, mark.height)
    # A sample stands at the middle of the first line, or of all where it is taller.
    line = ROW.size * ROW.leading
    height = max(words.height, min(mark.height, 20))
    down = max(0.0, (height - words.height) / 2)
    middle = height / 2 if words.height <= line else line / 2
    marks = (mark.at(0, middle - mark.height / 2), words.at(SWATCH_PX, down))
    return Block(marks, width, height)


def _row_text(item: Node, counted: bool) -> str:
    label, *rest = [_text(child) for child in item[1:]]
    # The number stays with the last word.
    return f"{label}\u00a0({rest[0]})" if rest and counted else label


def _picture(node: Node) -> Block:
    width, height = float(node.get("width", 0)), float(node.get("height", 0))
    return Block((tag("g", {"class": "picture"}, *node),), width, height)


def _text(node: Node) -> str:
    return "".join(node.itertext())


def _language(node: Node) -> dict[str, str]:
    language = node.get("lang")
    return {"lang": language} if language else {}
