// What the reader chooses takes effect on the map: view, layers, meeting.

import { announce } from "../common/dom.js";

/**
 * Follow the choices, and the size of the map's box.
 * @param {Given<"wording" | "state" | "map" | "layers" | "added" | "isShown"> & ViewPart} given
 * @returns {Given<"shownAdded">}
 */
export function addChoices(given) {
  const { map, state, layers, wording, added } = given;
  const redraw = () => Object.values(layers).forEach((layer) => layer.redraw?.());
  const update = () => {
    for (const layer of Object.values(layers)) {
      if (map.hasLayer(layer)) layer.update?.();
    }
  };

  const announceView = () =>
    announce(wording.say("view.shown", { view: wording.pick(given.view().title) }));
  state.follow(["view"], () => {
    given.showView();
    announceView();
  });
  state.follow(["language"], announceView);
  state.follow(["layers"], () => {
    for (const [id, layer] of Object.entries(layers)) {
      const wanted = given.isShown(id);
      if (wanted === map.hasLayer(layer)) continue;
      if (wanted) layer.update?.();
      layer[wanted ? "addTo" : "removeFrom"](map);
    }
    update();
  });
  const shownAdded = () =>
    added.filter(({ layer }) => map.hasLayer(layer)).map(({ id }) => id).join();
  // Others switch these on the map itself, as folium's own control does.
  map.on("layeradd layerremove", ({ layer }) => {
    if (added.some((one) => one.layer === layer)) state.change({ added: shownAdded() });
  });
  state.follow(["added"], (chosen) => {
    const wanted = chosen.added.split(",");
    for (const { id, layer } of added) {
      if (wanted.includes(id) !== map.hasLayer(layer))
        layer[map.hasLayer(layer) ? "removeFrom" : "addTo"](map);
    }
  });
  state.follow(["meeting", "markScale", "viewDrawn"], redraw);
  // A layer that is not on the map is drawn anew when it is put there.
  state.follow(["shown"], update);
  map.on("moveend", given.keepInView);
  followSize(given);
  return { shownAdded };
}

/** A view that the reader has not moved stays fitted to its box. */
function followSize(/** @type {Given<"map"> & ViewPart} */ { map, showView, isAtHome }) {
  const container = map.getContainer();
  const resize = () => {
    // The observer calls once at the beginning, when nothing has changed.
    const { x, y } = map.getSize();
    const { clientWidth, clientHeight } = container;
    if (x === clientWidth && y === clientHeight) return;
    // Hidden, as in a tab of the page round it: the map stays as it was.
    if (!clientWidth || !clientHeight) return;
    const atHome = isAtHome();
    map.invalidateSize({ animate: false });
    if (atHome) showView();
  };
  new ResizeObserver(resize).observe(container);
}
