"""The figure in words, for who does not see it."""

from __future__ import annotations

from collections.abc import Iterator

from geo.figure.sheet import Texts
from geo.page.names import list_text, sort_key
from geo.page.picture.draw import description
from geo.page.picture.scene import Scene
from geo.words import told


def alt_text(texts: Texts, scenes: dict[str, Scene]) -> str:
    """Say title, finding, date and view, then for each map what its marks say.

    Parameters
    ----------
    texts
        What stands round the map.
    scenes
        The maps by their headings; blank for one alone.
    """
    paragraphs = [f"{texts.title}. {texts.finding}", f"{texts.aside}."]
    for heading, scene in scenes.items():
        said = " ".join([description(scene), *_figures(scene), *_participants(scene)])
        paragraphs.append(scene.wording.pair(heading, said) if heading else said)
    return "\n".join(paragraphs)


def _figures(scene: Scene) -> Iterator[str]:
    """Say each figure that is drawn, with what it counts."""
    wording = scene.wording
    for spec in scene.layers("figures"):
        said = []
        for mark in spec["marks"]:
            figure = wording.loaded.statements[mark["row"]].figure
            if figure is not None:
                weak = f" ({wording.say('strength.weak')})" if mark.get("weak") else ""
                text = (
                    f"{wording.actor(mark['country'])}, {wording.figure(figure)}{weak}"
                )
                said.append(text)
        if said:
            said.sort(key=lambda text: sort_key(text, wording.language))
            yield f"{wording.pair(wording.say('layer.figures'), '; '.join(said))}."


def _participants(scene: Scene) -> Iterator[str]:
    wording = scene.wording
    for spec in scene.layers("participants"):
        names = [wording.actor(part["actor"]) for part in scene.participants(spec)]
        if names:
            listed = list_text(names, wording.language)
            yield f"{wording.pair(layer_title(scene, spec['id']), listed)}."


def layer_title(scene: Scene, layer: str) -> str:
    """Give a layer's title: the definition's own, or the usual one."""
    spec = next(one for one in scene.payload["layers"] if one["id"] == layer)
    if "title" in spec:
        return told(spec["title"], scene.wording.language)[0]
    return scene.wording.say(f"layer.{layer}")
