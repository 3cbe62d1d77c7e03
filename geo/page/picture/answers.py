"""What the picture answers when a country is pointed at, as ``geo/web/tooltip.js``.

The live map says the same in the same order, and more.
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.page.picture.scene import Scene

# What a status is said to rest on, where that is not a sound statement of its own.
SAID_OF_STRENGTH = ("weak", "as_told", "announced")


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
    parts = [wording.say(f"status.{entry.get('status', 'no_data')}")]
    basis = next(iter(entry.get("basis", ())), "")
    if (said := wording.loaded.statements.get(basis)) is not None:
        parts.append(wording.date(said.date, approximate=said.approximate))
    if entry.get("strength") in SAID_OF_STRENGTH:
        parts.append(wording.say(f"strength.{entry['strength']}"))
    return ", ".join(parts)


def _figures(scene: Scene, country: str) -> Iterator[str]:
    wording = scene.wording
    for spec in scene.layers("figures"):
        for mark in spec["marks"]:
            figure = wording.loaded.statements[mark["row"]].figure
            if mark["country"] == country and figure is not None:
                weak = f", {wording.say('strength.weak')}" if mark.get("weak") else ""
                yield f"{wording.figure(figure)}{weak}"


def _meetings(scene: Scene, country: str) -> Iterator[str]:
    for spec in scene.layers("participants"):
        meeting = scene.wording.meeting(spec["meeting"])
        for part in scene.participants(spec):
            if part["actor"] == country:
                yield f"{meeting}, {scene.wording.say('mode.' + part['mode'])}"
