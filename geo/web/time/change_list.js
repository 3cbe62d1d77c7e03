// What changed, in words: a list of countries, each with what it was and what it is.

import { plainButton } from "../common/buttons.js";
import { figureText, saysStrength } from "../words/country_text.js";
import { element } from "../common/dom.js";
import { splitSwatch, standingSwatch } from "../marks/patterns.js";
import { helpsBeside } from "../rules/standing.js";
import { standingKey } from "../words/wording.js";

/** A standing in words: "Considering, weak sources only". */
export function standingText(/** @type {Words} */ { payload, wording }, entry) {
  const parts = [wording.say(standingKey(entry))];
  if (saysStrength(entry)) parts.push(wording.say(`strength.${entry.strength}`));
  if (entry?.contested) parts.push(wording.say("strength.contested"));
  if (entry && helpsBeside(entry, payload.terms)) parts.push(wording.say("standing.help"));
  return parts.join(", ");
}

/** The figures of marks in words. */
export function figuresText(/** @type {Words} */ given, marks) {
  return given.wording.parted(marks.map((mark) => figureText(given, mark)));
}

/** What a change says of a country, without its name. */
export function changeText(/** @type {Words} */ given, change) {
  const { say, parted } = given.wording;
  const { before, after, restated, refigured, figuresAfter, figuresNew } = change;
  const now = standingText(given, after);
  const told = before && before.status !== "no_data";
  // What was said before is no change; where a figure went, the others are what is left.
  const figures = figuresNew.length ? figuresNew : figuresAfter;
  const was = told && { now, before: standingText(given, before) };
  const parts = [
    restated && (was ? say("change.status", was) : now),
    refigured && (figuresText(given, figures) || say("change.no_figure")),
  ];
  return parted(parts.filter(Boolean));
}

/** Changes in the order of the legend, then of the names. */
export function inLegendOrder(/** @type {Words} */ { payload, wording }, changes) {
  const rank = ({ after }) => payload.statuses.indexOf(after?.status);
  return [...changes].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      wording.compare(wording.actor(a.country), wording.actor(b.country)),
  );
}

/** One change as an item of a list; its country opens at a click. */
export function changeItem(/** @type {Words & Given<"open">} */ given, change) {
  const { country, before, after, restated } = change;
  const swatch = restated && before
    ? splitSwatch(before.status, after?.status)
    : standingSwatch(given.payload, after);
  const name = plainButton(() => given.open(country), { text: given.wording.actor(country) });
  return element(
    "li",
    {},
    swatch,
    element(
      "span",
      {},
      name,
      given.wording.say("change.said", { change: changeText(given, change) }),
    ),
  );
}
