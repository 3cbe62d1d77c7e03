// The numbers of the headline as chips in the colours of the map: its legend.  To point at
// one shows whom it counts; to press it keeps to them.

import { element } from "./dom.js";
import { findingParts } from "./finding.js";
import { picture } from "./patterns.js";
import { soundOnly } from "./positions.js";
import { statusSign } from "./status_signs.js";

/** The sign of a status, as large as a letter. */
function chipSign({ payload }, status) {
  const sign = statusSign(payload.signs[status], [6, 6], 4.2);
  return sign && picture(12, 12, sign);
}

/** A number of countries, to be pressed where a script runs. */
function chipNode(page, { status, text }) {
  const said = page.wording.pair(text, page.wording.say(`status.${status}`));
  const look = { "class": "chip", "data-status": status };
  const inside = [chipSign(page, status), text];
  if (!page.positionButton) return element("span", look, inside);
  return page.positionButton(soundOnly(status), { ...look, "aria-label": said }, inside);
}

/**
 * The headline of what is shown, in the page's language or another that it is written in.
 * @param {object} page
 * @param {{countries, statements, asOf}} snapshot as `takeSnapshot` gives it
 * @returns {{nodes: (Node|string)[], lang?: string, isDated: boolean}} `isDated` where it
 *   says the date of the data
 */
export function headlineOf(page, snapshot) {
  const { payload, wording } = page;
  const { text, lang } = wording.told(payload.sentence);
  const parts = text ? findingParts(page, snapshot, lang ?? wording.language) : [];
  const nodes = parts.map((part) => {
    if (part.asOf) return element("time", { datetime: part.asOf, text: part.text });
    const isLegend = payload.statuses.includes(part.status) && part.text !== "0";
    return isLegend ? chipNode(page, part) : part.text;
  });
  return { nodes, lang, isDated: parts.some(({ asOf }) => asOf) };
}
