// What a map shows, said in words, for who does not see it or points at a country.

import { KINDS, layerTexts, layerTitle, layersShown } from "../kinds/kinds.js";
import { regionActors } from "../rules/regions.js";
import { statusText } from "../words/country_text.js";
import { capital } from "../words/wording.js";

/** A country's name, and line by line what the map shows of it. */
export function countryInWords(page, country) {
  const { payload, wording } = page;
  const entry = payload.countries[country];
  const isPlaced = !entry && regionActors(page).includes(country);
  return [
    wording.actor(country),
    isPlaced ? capital(wording.say("region.unnamed")) : statusText(page, entry),
    ...(entry?.contested ? [wording.say("legend.contested")] : []),
    ...layerTexts(page, country),
  ].join("\n");
}

/** All that the layers shown draw, for who does not see it. */
export function mapInWords(page) {
  const said = layersShown(page).map((spec) =>
    KINDS[spec.kind].inWords(page, spec, layerTitle(page, spec).text),
  );
  return said.filter(Boolean).join(" ");
}
