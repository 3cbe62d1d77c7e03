"""The legend beside the static picture, until the script's own takes its place.

It says what ``geo/web/legend.js`` says of the layers that are shown as the map opens.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from geo.page.labels import Labels
from geo.page.markup import Node, append, tag
from geo.page.names import list_text
from geo.page.picture.draw import SAMPLE_STATUS
from geo.page.picture.figures import figure_look, figure_path, has_number, radius
from geo.page.picture.participants import badge_size, symbol
from geo.page.picture.path_data import circle, short, square
from geo.page.picture.scene import Scene, is_doubtful, is_remote, leads
from geo.page.picture.signs import SIGNS, status_sign
from geo.page.wording import Wording
from geo.words import standing_key, told

LABEL_PX = 12
SAMPLE_R = 7.0
# What a kind of circle means, and the inner and outer share of its sample.
SAMPLES = {
    "legend.pledge": ("is-pledge", None),
    "legend.not_pledge": ("is-other", None),
    "legend.range": ("is-range", 0.3),
    "legend.ceiling": ("is-ceiling", None),
}


def static_legend(scene: Scene, labels: Labels) -> list[Node]:
    """Give the heading and a legend for each layer that the picture shows."""
    nodes = [labels.word("panel.title", "h2")]
    for spec in scene.payload["layers"]:
        if not is_explained(spec):
            continue
        if "title" in spec:
            title = labels.told(spec["title"], "h3", {})
        else:
            title = tag("h3", {}, labels.wording.say(f"layer.{spec['id']}"))
        nodes += [title, *LEGENDS[spec["kind"]](scene, spec, labels)]
    return nodes


def is_explained(spec: Mapping[str, Any]) -> bool:
    """Say whether a layer is shown, and has marks that a legend explains."""
    return spec["kind"] in LEGENDS and bool(spec["shown"])


def _status(scene: Scene, _: Mapping[str, Any], labels: Labels) -> Iterator[Node]:
    entries = scene.payload["countries"].values()
    rows = []
    for status in scene.payload["statuses"]:
        counted = [entry for entry in entries if entry["status"] == status]
        if counted:
            names = {standing_key(status, one.get("strength")) for one in counted}
            one_name = len(names) == 1
            text = labels.word(names.pop() if one_name else f"status.{status}")
            kinds = ("weak",) if one_name else ("weak", "announced")
            rows.append(_row(_swatch(status), text, _count(counted, kinds, labels)))
    rows.append(_row(_swatch("no_data"), labels.word("status.no_data")))
    if any(entry.get("strength") == "weak" for entry in entries):
        dotted = _swatch(SAMPLE_STATUS, weak=True)
        rows.append(_row(dotted, labels.word("legend.dots")))
    if _shows_squares(scene):
        look = {"class": "small-dot", "d": square(13, 8, scene.frame.detail.dot_r)}
        mark = _small_picture(26, 16, tag("path", look))
        rows.append(_row(mark, labels.word("legend.small")))
    if any("contested" in entry for entry in entries):
        sign = tag("span", {"class": "sign"}, "≠")
        rows.append(_row(sign, labels.word("legend.contested")))
    yield tag("ul", {"class": "legend"}, *rows)
    if any(entry.get("strength") == "as_told" for entry in entries):
        yield _note(labels, "legend.as_told")


def _shows_squares(scene: Scene) -> bool:
    """Say whether the view shows a country as a square, for its size."""
    small, countries = scene.payload["small"], scene.payload["countries"]
    return any(
        key in countries and scene.frame.holds(scene.point(key)) for key in small
    )


def _count(
    counted: Collection[Mapping[str, Any]], kinds: Iterable[str], labels: Labels
) -> str:
    """Count countries, those of some kinds of strength apart.

    The finding leaves out the weak; who was only announced took part in nothing.
    """
    wording = labels.wording
    parts = []
    for kind in kinds:
        few = sum(entry.get("strength") == kind for entry in counted)
        if few:
            parts.append(wording.say(f"legend.of_them_{kind}", n=wording.number(few)))
    n = wording.number(len(counted))
    return f"{n} ({', '.join(parts)})" if parts else n


def _figures(scene: Scene, spec: Mapping[str, Any], labels: Labels) -> Iterator[Node]:
    yield _nested_circles(scene, spec, labels)
    yield _note(labels, "legend.area")
    statements = scene.payload["statements"]
    figures = [statements[mark["row"]]["figure"] for mark in spec["marks"]]
    drawn = [figure for figure in figures if has_number(figure)]
    looks = {name for figure in drawn for name in figure_look(figure)[2].split()}
    rows = []
    for key, (name, inner) in SAMPLES.items():
        if name in looks:
            kind = name if name == "is-pledge" else f"is-other {name}"
            data = figure_path((13, 8), inner and SAMPLE_R * inner**0.5, SAMPLE_R)
            sample = tag("path", {"class": f"figure {kind}", "d": data})
            rows.append(_row(_small_picture(26, 16, sample), labels.word(key)))
    if len(drawn) < len(figures):
        sign = tag("span", {"class": "sign"}, labels.wording.say("quoted", text=""))
        rows.append(_row(sign, labels.word("legend.no_number")))
    yield tag("ul", {"class": "legend"}, *rows)
    yield _note(labels, "legend.not_stated")


def _nested_circles(scene: Scene, spec: Mapping[str, Any], labels: Labels) -> Node:
    """Draw circles to compare with on one foot, their numbers kept apart."""
    sizes = sorted(spec["sizes"], reverse=True)
    scale = scene.frame.mark_scale
    most = radius(sizes[0], spec["scale"], scale)
    foot = 2 * most + 6
    marks, y = [], float("-inf")
    for size in sizes:
        r = radius(size, spec["scale"], scale)
        top = foot - 2 * r
        y = max(top, y + LABEL_PX, LABEL_PX / 2)
        data = circle(most + 2, foot - r, r)
        lead = (
            f"M{short(most + 2)} {short(top)}h{short(most + 4)}"
            f"L{short(2 * most + 18)} {short(y)}"
        )
        place = {"x": short(2 * most + 22), "y": short(y + 4)}
        marks += [
            tag("path", {"class": "figure is-size", "d": data}),
            tag("path", {"class": "lead-line", "d": lead}),
            tag("text", place, labels.wording.number(size)),
        ]
    return _small_picture(round(2 * most + 74), round(max(foot, y) + 6), *marks)


def _participants(
    scene: Scene, spec: Mapping[str, Any], labels: Labels
) -> Iterator[Node]:
    present, others = list(scene.participants(spec)), list(scene.others(spec))
    meeting = _meeting(spec, labels.wording)
    if meeting:
        yield tag("p", {"class": "note"}, meeting)
    if not present and not others:
        yield _note(labels, "legend.nobody")
    rows = []
    for mode in spec["modes"]:
        count = sum(part["mode"] == mode for part in present)
        if count:
            sample = {"mode": mode, "occurrence": "actual", "rows": ["sample"]}
            number = labels.wording.number(count)
            text = labels.words([f"mode.{mode}"])
            rows.append(_row(_symbol(scene, sample), text, number))
    for key, holds in (("legend.lead", leads), ("legend.announced", is_doubtful)):
        parts = [part for part in present if holds(part)]
        if parts:
            rows.append(_row(_symbol(scene, parts[0]), labels.word(key)))
    if scene.hubs(spec):
        hub = [
            tag("path", {"class": name, "d": circle(13, 8, r)})
            for name, r in (("hub", 6), ("hub-dot", 2.2))
        ]
        rows.append(_row(_small_picture(26, 16, *hub), labels.word("legend.hub")))
    if scene.hubs(spec) and present:
        way = "remote" if is_remote(present[0]["mode"]) else "present"
        lines = [
            tag("path", {"class": name, "d": "M1 9Q13 0 25 6"})
            for name in ("link-rim", f"link {way}")
        ]
        rows.append(_row(_small_picture(26, 12, *lines), labels.word("legend.link")))
    yield tag("ul", {"class": "legend"}, *rows)
    if others:
        actors = [labels.wording.actor(part["actor"]) for part in others]
        names = list_text(actors, labels.wording.language)
        said = labels.wording.say("legend.others", names=names)
        yield tag("p", {"class": "note"}, said)


def _meeting(spec: Mapping[str, Any], wording: Wording) -> str:
    """Say which meeting a layer of participants shows."""
    meeting = wording.loaded.dataset.meetings.get(spec.get("meeting", ""))
    if meeting is None:
        return ""
    name = told(meeting.name, wording.language)[0]
    return wording.say("meeting.option", date=wording.date(meeting.date), name=name)


def _disputed(scene: Scene, _: Mapping[str, Any], labels: Labels) -> Iterator[Node]:
    del scene
    area = tag("path", {"class": "disputed-area", "d": "M1 1h24v14H1z"})
    line = tag("path", {"class": "disputed-line", "d": "M1 8H25"})
    yield tag(
        "ul",
        {"class": "legend"},
        _row(_small_picture(26, 16, area), labels.word("legend.disputed_area")),
        _row(_small_picture(26, 16, line), labels.word("legend.disputed_line")),
    )


Draw = Callable[[Scene, Mapping[str, Any], Labels], Iterator[Node]]
LEGENDS: Mapping[str, Draw] = {
    "status": _status,
    "figures": _figures,
    "participants": _participants,
    "disputed": _disputed,
}


def _row(swatch: Node, text: Node, note: str = "") -> Node:
    row = tag("li", {}, swatch, text)
    if note:
        append(row, tag("span", {"class": "n"}, note))
    return row


def _note(labels: Labels, key: str) -> Node:
    node = labels.word(key, "p")
    node.set("class", "note")
    return node


def _swatch(status: str, *, weak: bool = False) -> Node:
    look = {"class": "swatch", "data-status": status, "d": "M1 1h24v14H1z"}
    marks = [tag("path", look)]
    if status in SIGNS and not weak:
        marks.append(status_sign(status, (13, 8), 4.5))
    if weak:
        dots = {"class": "area", "data-weak": status, "fill": f"url(#weak-{status})"}
        marks.append(tag("path", {**dots, "d": look["d"]}))
    return _small_picture(26, 16, *marks)


def _symbol(scene: Scene, part: Mapping[str, Any]) -> Node:
    parts = list(symbol(part, (13, 12), badge_size(scene)))
    for node in parts:
        node.attrib.pop("data-row", None)
    return _small_picture(26, 24, *parts)


def _small_picture(width: int, height: int, *marks: Node) -> Node:
    look = {
        "class": "picture",
        "width": str(width),
        "height": str(height),
        "viewBox": f"0 0 {width} {height}",
        "aria-hidden": "true",
        "focusable": "false",
    }
    return tag("svg", look, *marks)
