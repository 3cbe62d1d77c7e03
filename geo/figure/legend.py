"""The legend of the sheet: what the page's legend says, laid out in columns.

The page's legend is a list of rows, each with a small picture and words; here each row
is drawn where it stands, so that page and figure explain the same marks alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.figure.columns import beside, in_columns
from geo.figure.text import HEAD, NOTE, ROW, Block, stack, write
from geo.page.markup import Node, tag

SWATCH_PX = 34
COLUMN_GAP_PX = 22
LEAST_COLUMN_PX = 190
ROW_GAP_PX = 3
LAYER_GAP_PX = 14


def legend(explained: Iterable[Node], width: float, *, counted: bool = True) -> Block:
    """Draw the page's legend of every layer shown, in as many columns as have room.

    ``counted`` says whether it tells how many countries have a colour.
    """
    count = max(1, int((width + COLUMN_GAP_PX) // (LEAST_COLUMN_PX + COLUMN_GAP_PX)))
    column = (width - (count - 1) * COLUMN_GAP_PX) / count
    layers = legend_layers(explained, column, counted=counted)
    return min(_arrangements(layers, count), key=lambda block: block.height)


def legend_layers(
    explained: Iterable[Node], width: float, *, counted: bool = True
) -> list[list[Block]]:
    """Return for each layer its title, then its rows, pictures and remarks."""
    layers: list[list[Block]] = []
    for node in explained:
        if node.tag == "h3":
            layers.append([write(_text(node), HEAD, width, _language(node))])
        # What the page folds away has no room on a sheet.
        elif node.tag != "details":
            layers[-1] += _items(node, width, counted=counted)
    return layers


def _arrangements(layers: list[list[Block]], count: int) -> Iterator[Block]:
    """Lay the layers out in columns; or the first one wide, the others about it."""
    blocks = [stack(rows, ROW_GAP_PX) for rows in layers]
    yield beside(in_columns(blocks, count, LAYER_GAP_PX), COLUMN_GAP_PX)
    if count < 3 or not layers:
        return
    head, *rows = layers[0]
    halves = beside(in_columns(rows, 2, ROW_GAP_PX), COLUMN_GAP_PX)
    first = stack([head, halves], ROW_GAP_PX)
    for aside in range(len(blocks)):
        others, below = blocks[1 : 1 + aside], blocks[1 + aside :]
        under = beside(in_columns(below, 2, LAYER_GAP_PX), COLUMN_GAP_PX)
        left = stack([first, under] if below else [first], LAYER_GAP_PX)
        right = in_columns(others, count - 2, LAYER_GAP_PX)
        yield beside([left, *right], COLUMN_GAP_PX)


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
    label, *notes = item[1:]
    if not notes or not counted:
        return _text(label)
    # "10 (1 weak)" stands in parentheses itself; and no number alone on a line.
    note = notes[0].get("data-parted") or _text(notes[0])
    together = "\u00a0".join(note.rsplit(" ", 1))
    return f"{_text(label)}\u00a0({together})"


def _picture(node: Node) -> Block:
    width, height = float(node.get("width", 0)), float(node.get("height", 0))
    return Block((tag("g", {"class": "picture"}, *node),), width, height)


def _text(node: Node) -> str:
    return "".join(node.itertext())


def _language(node: Node) -> dict[str, str]:
    language = node.get("lang")
    return {"lang": language} if language else {}
