// What a map shows, said in words, for who does not see it or points at a country.

import { isMapped, participantsOf } from "../rules/attendance.js";
import { figureTexts, participationTexts, statusText } from "../words/country_text.js";
import { layerTitle } from "../legend/legend.js";
import { standingKey } from "../words/wording.js";

/** A country's name, and line by line what the map shows of it. */
export function countryInWords(page, country) {
  const { payload, wording } = page;
  const entry = payload.countries[country];
  return [
    wording.actor(country),
    statusText(page, entry),
    ...(entry?.contested ? [wording.say("legend.contested")] : []),
    ...figureTexts(page, country),
    ...participationTexts(page, country),
  ].join("\n");
}

/** Each status that occurs, with the names of its countries. */
export function statusesInWords({ payload, wording }) {
  const entries = Object.entries(payload.countries);
  const sentences = payload.statuses.flatMap((status) => {
    const own = entries.filter(([, entry]) => entry.status === status);
    const keys = [...new Set(own.map(([, entry]) => standingKey(entry)))].sort();
    return keys.map((key) => {
      const same = own.filter(([, entry]) => standingKey(entry) === key);
      const names = same.map(([id]) => wording.actor(id)).sort(wording.compare);
      const listed = wording.list(names, "conjunction");
      return `${wording.pair(wording.say(key), listed)}.`;
    });
  });
  return sentences.join(" ");
}

/** Statuses, figures with what they count, and participants: all that the marks say. */
export function mapInWords(page) {
  const { payload, wording } = page;
  const shown = (kind) => payload.layers.filter((spec) => spec.kind === kind && page.isShown(spec.id));
  const figures = shown("figures").map(({ marks }) => {
    const said = marks.map((mark) => `${wording.actor(mark.country)}, ${figureOf(page, mark)}`);
    const all = wording.parted(said.sort(wording.compare));
    return all && `${wording.pair(wording.say("layer.figures"), all)}.`;
  });
  const participants = shown("participants").map((spec) => {
    const present = participantsOf(page, spec).filter((entry) => isMapped(page, entry));
    const names = present.map(({ actor }) => wording.actor(actor));
    const title = layerTitle(page, spec).text;
    return names.length && `${wording.pair(title, wording.list(names, "conjunction"))}.`;
  });
  return [statusesInWords(page), ...figures, ...participants].filter(Boolean).join(" ");
}

function figureOf({ payload, wording }, { row, weak }) {
  const text = wording.figure(payload.statements[row].figure);
  return weak ? `${text} (${wording.say("strength.weak")})` : text;
}
