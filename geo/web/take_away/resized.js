// The map in another box for as long as something is made of it: a picture has a size of
// its own, whatever screen the page is on.

/**
 * Make something of the map as a box of other sides shows it, in other letters.  The map is
 * back before the browser paints.
 * @template T
 * @param {Given<"state" | "map" | "isAtHome" | "lookAt" | "showView">} given its state says
 *   `isAside` meanwhile: what is seen then is nothing to remember
 * @param {number[]} sides in pixels
 * @param {string} lettering one of LETTERINGS
 * @param {function(): T} make
 * @returns {T}
 */
export function atSize({ map, state, isAtHome, showView, lookAt }, sides, lettering, make) {
  const isHome = isAtHome();
  const [center, zoom, before] = [map.getCenter(), map.getZoom(), map.getSize()];
  const { style } = map.getContainer();
  const root = document.documentElement.style;
  const show = (/** @type {number} */ closer) => {
    showView();
    if (!isHome) lookAt(center, zoom + closer);
  };
  // Labels keep off marks, which have their size by now.
  const letter = () => map.fire("moveend");
  state.change({ isAside: true });
  try {
    [style.width, style.height] = sides.map((side) => `${side}px`);
    root.setProperty("--lettering", lettering);
    map.invalidateSize({ animate: false, pan: false });
    show(Math.log2(Math.min(map.getSize().x / before.x, map.getSize().y / before.y)));
    letter();
    return make();
  } finally {
    [style.width, style.height] = ["", ""];
    root.removeProperty("--lettering");
    map.invalidateSize({ animate: false, pan: false });
    show(0);
    state.change({ isAside: false });
    letter();
  }
}
