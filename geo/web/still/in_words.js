// What a map shows, said in words, for who does not see it or points at a country.

import { KINDS, layerTexts, layerTitle, layersShown } from "../kinds/kinds.js";
import { regionActors } from "../rules/regions.js";
import { statusText } from "../words/country_text.js";
import { capital } from "../words/wording.js";

/**
 * A country's name, and line by line what the map shows of it.
 * @param {Words & Shown<"state" | "record" | "isShown">} given
 * @param {Actor} country
 */
export function countryInWords(given, country) {
  const { payload, wording } = given;
  const entry = payload.countries[country];
  const isPlaced = !entry && regionActors(given).includes(country);
  return [
    wording.actor(country),
    isPlaced ? capital(wording.say("region.unnamed")) : statusText(given, entry),
    ...(entry?.contested ? [wording.say("legend.contested")] : []),
    ...layerTexts(given, country),
  ].join("\n");
}

/** All that the layers shown draw, for who does not see it. */
export function mapInWords(/** @type {Words & Shown<"state" | "record" | "isShown">} */ given) {
  const said = layersShown(given).map((/** @type {LayerSpec} */ spec) =>
    KINDS[spec.kind].inWords?.(given, spec, layerTitle(given, spec).text),
  );
  return said.filter(Boolean).join(" ");
}
