// On paper the map has another width; it is drawn anew for it, and again afterwards.

/**
 * Fit the map to the sheet while printing.
 * @param {object} page
 */
export function addPrinting(page) {
  const { map } = page;
  let before;
  function fit(printing) {
    if (printing === Boolean(before)) return;
    const size = map.getSize();
    const place = { center: map.getCenter(), zoom: map.getZoom(), size };
    document.documentElement.classList.toggle("printing", printing);
    map.invalidateSize({ animate: false, pan: false });
    const { center, zoom } = before ?? place;
    const ratio = Math.min(map.getSize().x / size.x, map.getSize().y / size.y);
    map.options.minZoom = -9;
    map._resetView(center, printing ? zoom + Math.log2(ratio) : zoom, true);
    before = printing ? place : undefined;
  }
  window.addEventListener("beforeprint", () => fit(true));
  window.addEventListener("afterprint", () => fit(false));
}
