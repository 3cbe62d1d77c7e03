"""What the picture answers when a country is pointed at, as ``geo/web/tooltip.js``.

The live map says the same in the same order, and more.
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.page.picture.scene import Scene
from geo.tables.records import Statement
from geo.words import standing_key

# What a status is said to rest on, where that is not a sound statement of its own.
SAID_OF_STRENGTH = ("weak", "as_told")


def answer(scene: Scene, country: str) -> list[str]:
    """Give a country's name, and line by line what the picture shows of it."""
    wording = scene.wording
    entry = scene.payload["countries"].get(country, {})
    contested = [wording.say("legend.contested")] if "contested" in entry else []
    return [
        wording.actor(country),
        _status(scene, country),
        *contested,
        *_figures(scene, country),
        *_meetings(scene, country),
    ]


def _status(scene: Scene, country: str) -> str:
    wording = scene.wording
    entry = scene.payload["countries"].get(country, {})
    said = _basis(scene, country)
    key = standing_key(entry.get("status", "no_data"), entry.get("strength"))
    parts = [wording.say(key)]
    if said is not None:
        parts.append(wording.date(said.date, approximate=said.approximate))
    if entry.get("strength") in SAID_OF_STRENGTH:
        parts.append(wording.say(f"strength.{entry['strength']}"))
    return ", ".join(parts)


def _basis(scene: Scene, country: str) -> Statement | None:
    """Give the statement that a country's standing rests on."""
    entry = scene.payload["countries"].get(country, {})
    key = next(iter(entry.get("basis", ())), "")
    return scene.wording.loaded.statements.get(key)


def _figures(scene: Scene, country: str) -> Iterator[str]:
    """Say each figure, with its day where that is not the standing's."""
    wording = scene.wording
    basis = _basis(scene, country)
    for spec in scene.layers("figures"):
        for mark in spec["marks"]:
            said = wording.loaded.statements[mark["row"]]
            if mark["country"] != country or said.figure is None:
                continue
            parts = [wording.figure(said.figure)]
            if mark.get("weak"):
                parts.append(wording.say("strength.weak"))
            if basis is None or said.date.iso != basis.date.iso:
                parts.append(wording.date(said.date, approximate=said.approximate))
            yield ", ".join(parts)


def _meetings(scene: Scene, country: str) -> Iterator[str]:
    for spec in scene.layers("participants"):
        meeting = scene.wording.meeting(spec["meeting"])
        for part in scene.participants(spec):
            if part["actor"] == country:
                yield f"{meeting}, {scene.wording.say('mode.' + part['mode'])}"
