// On paper the map has another width; it is drawn anew for it, and again afterwards.  Two
// sheets hold what the page says at a glance, and say where the rest is; asked for, paper
// holds everything: the folds are open, and the sources numbered, for that is how paper
// leads from a row to its source.

import { element, made } from "../common/dom.js";

const WHOLE = "print-all";

/**
 * Fit the page to the sheet while printing.
 * @param {Given<"wording" | "map" | "isAtHome" | "lookAt" | "showView">} given
 * @returns {Given<"print">}
 */
export function addPrinting({ map, wording, isAtHome, showView, lookAt }) {
  const { classList } = document.documentElement;
  /** @type {NodeListOf<HTMLDetailsElement>} */
  const folds = document.querySelectorAll("#table > details");
  const rest = element("p", { class: "print-rest" });
  document.querySelector(".atlas").append(made(rest));
  let before;
  function fit(printing) {
    if (printing === Boolean(before)) return;
    const size = map.getSize();
    const place = {
      isHome: isAtHome(),
      center: map.getCenter(),
      zoom: map.getZoom(),
      size,
      minZoom: map.options.minZoom,
      unfolded: [...folds].map(({ open }) => open),
    };
    classList.toggle("printing", printing);
    map.invalidateSize({ animate: false, pan: false });
    const { center, zoom, isHome } = before ?? place;
    const ratio = Math.min(map.getSize().x / size.x, map.getSize().y / size.y);
    if (isHome) showView();
    else {
      map.options.minZoom = printing ? -9 : before.minZoom;
      lookAt(center, printing ? zoom + Math.log2(ratio) : zoom);
    }
    const isWhole = classList.contains(WHOLE);
    if (printing && isWhole) numberSources();
    if (printing) rest.textContent = restText(wording);
    folds.forEach((fold, i) => (fold.open = printing ? isWhole : before.unfolded[i]));
    before = printing ? place : undefined;
  }
  window.addEventListener("beforeprint", () => fit(true));
  window.addEventListener("afterprint", () => {
    fit(false);
    classList.remove(WHOLE);
  });
  const print = (isWhole) => {
    classList.toggle(WHOLE, isWhole);
    window.print();
  };
  return { print };
}

/** What two sheets do not hold, and where it is: under the address, or in the file. */
function restText({ say }) {
  const { protocol, origin, pathname } = window.location;
  const isOnline = protocol.startsWith("http");
  const address = isOnline ? origin + pathname : decodeURIComponent(pathname.split("/").pop());
  return say("print.rest", { address, button: say("take.print_all") });
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
