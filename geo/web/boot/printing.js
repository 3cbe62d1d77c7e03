// On paper the map has another width; it is drawn anew for it, and again afterwards.  The
// sources are unfolded, and numbered: that is how paper leads from a row to its source.

/**
 * Fit the map to the sheet while printing.
 * @param {object} page
 */
export function addPrinting(page) {
  const { map } = page;
  /** @type {HTMLDetailsElement} */
  const sources = document.querySelector("details:has(> .sources)");
  let before;
  function fit(printing) {
    if (printing === Boolean(before)) return;
    const size = map.getSize();
    const place = {
      center: map.getCenter(),
      zoom: map.getZoom(),
      size,
      minZoom: map.options.minZoom,
      unfolded: sources?.open,
    };
    document.documentElement.classList.toggle("printing", printing);
    map.invalidateSize({ animate: false, pan: false });
    const { center, zoom } = before ?? place;
    const ratio = Math.min(map.getSize().x / size.x, map.getSize().y / size.y);
    map.options.minZoom = printing ? -9 : before.minZoom;
    map._resetView(center, printing ? zoom + Math.log2(ratio) : zoom, true);
    if (printing) numberSources();
    if (sources) sources.open = printing || before.unfolded;
    before = printing ? place : undefined;
  }
  window.addEventListener("beforeprint", () => fit(true));
  window.addEventListener("afterprint", () => fit(false));
}

/** The numbers of the sources, in the list and at every link that leads there. */
function numberSources() {
  document.querySelectorAll(".sources > li").forEach((entry, i) => {
    entry.setAttribute("data-number", String(i + 1));
  });
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("a[href^='#source-']");
  for (const link of links) {
    const { number } = document.getElementById(link.hash.slice(1))?.dataset ?? {};
    if (number) link.dataset.number = number;
  }
}
