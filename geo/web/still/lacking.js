// What a build asks of the kinds of layers, so that none is drawn without its legend or
// is missing from the alternative text.

import { KINDS } from "../kinds/kinds.js";

const NEEDS = {
  marks: ["drawing", "legend", "inWords", "ofCountry"],
  land: ["legend", "inWords"],
  nothing: ["legend"],
};

/**
 * What kinds of layers lack; a map of such a layer is not built.
 * @param {string[]} kinds those that a definition may name
 * @returns {string[][]} pairs of a kind and what it lacks; blank for all of it
 */
export function lackingKinds(kinds) {
  return kinds.flatMap((kind) => {
    const own = KINDS[kind];
    if (!own) return [[kind, ""]];
    const needs = NEEDS[own.draws] ?? ["draws"];
    return needs.filter((one) => !own[one]).map((one) => [kind, one]);
  });
}
