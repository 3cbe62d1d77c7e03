"""From a map definition to a figure: what the command line and notebooks call."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.definitions.load import MapInput, load_map
from geo.definitions.model import View
from geo.figure.alt import alt_text
from geo.figure.choice import Choice, chosen_map, chosen_view
from geo.figure.credit import credit_lines
from geo.figure.document import MARGIN_PX, as_svg
from geo.figure.map import Panel, frame_clip
from geo.figure.sheet import Texts, draw_sheet
from geo.findings import FindingsError, errors
from geo.page.compose import map_values
from geo.page.labels import Labels
from geo.page.names import country_names
from geo.page.picture.draw import weak_statuses
from geo.page.picture.frame import PRINT, frame_of
from geo.page.picture.land import draw_land
from geo.page.picture.patterns import patterns
from geo.page.picture.scene import Scene
from geo.page.sentence import finding_sentences
from geo.page.wording import Wording
from geo.words import told

if TYPE_CHECKING:
    import geopandas as gpd


def shown(loaded: MapInput, view: View, boundaries: gpd.GeoDataFrame, width: int):
    features, values = map_values(loaded, boundaries)
    language = loaded.definition.language
    wording = Wording(language, loaded, country_names(features, language))
    frame = frame_of(view, width, PRINT)
    frame = replace(frame, reach=(-2, -2, frame.width + 2, frame.height + 2))
    sentence = told(finding_sentences(loaded, features), language)
    return Scene(values, frame, wording), sentence[0]


def draw(loaded: MapInput, boundaries, choice: Choice) -> str:
    chosen = chosen_map(loaded, choice)
    view = chosen_view(chosen, choice)
    scene, sentence = shown(chosen, view, boundaries, choice.width_px - 2 * MARGIN_PX)
    topology = json.loads(shipped("boundaries.topojson").read_text(encoding="utf-8"))
    land = draw_land(topology, scene.frame)
    language = chosen.definition.language
    say = scene.wording
    title = told(chosen.definition.title, language)[0]
    aside = f"{say.say('as_of')} {say.date(chosen.as_of)} · {told(view.title, language)[0]}"
    texts = Texts(title, sentence, aside, credit_lines(chosen, say))
    block = draw_sheet(Panel(scene, land), texts, Labels(say))
    defs = [patterns(weak_statuses(scene)), frame_clip(scene.frame.width, scene.frame.height)]
    return as_svg(block, defs, title, alt_text(scene, texts), language, grey=choice.grey)
