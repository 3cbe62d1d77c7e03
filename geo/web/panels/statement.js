// One statement in full: when, what, how many and in what sense, on whose word, and
// how much it is worth.

import { element } from "../common/dom.js";
import { noteNode } from "../words/note.js";
import { sourceLine } from "../words/source_line.js";
import { statusSwatch } from "../marks/patterns.js";
import { combinedStatus, isOnTroops } from "../rules/standing.js";

/** Terms and what they say, for those that are known. */
export function facts(/** @type {Shown<"wording">} */ { wording }, pairs) {
  const rows = pairs
    .filter(([, value]) => value)
    .map(([key, ...values]) =>
      element(
        "div",
        {},
        element("dt", { text: wording.say(key) }),
        element("dd", {}, values),
      ),
    );
  return element("dl", {}, rows);
}

const free = (/** @type {Shown<"wording">} */ { wording }, text, lang) =>
  text !== undefined && element("span", wording.free(text, lang));

/** What other sound statements by the same actor on the same day say of troops. */
function differing({ payload: { statements, terms } }, id, siblings) {
  const own = statements[id];
  const onTroops = ({ statuses }) => statuses.filter((one) => isOnTroops(one, terms));
  const others = siblings
    .map((other) => statements[other])
    .filter(({ date, weak }) => date === own.date && !weak)
    .flatMap(onTroops)
    .filter((status) => onTroops(own).length && !onTroops(own).includes(status));
  return own.weak ? [] : [...new Set(others)];
}

/**
 * A statement as an article of the details panel.
 * @param {Words & Given<"snapshot">} given
 * @param {string} id
 * @param {{basis: boolean, siblings: string[]}} context does it give the colour, and
 *   which statements stand beside it
 * @returns {HTMLElement}
 */
export function statementArticle(given, id, { basis, siblings }) {
  const { payload, wording } = given;
  const { say } = wording;
  const said = payload.statements[id];
  const terms = (kind, values = []) =>
    wording.list(values.map((value) => say(`${kind}.${value}`)));
  const conditions = terms("condition", said.conditions);
  const weak = (said.weak ?? []).map((reason) => say(`weak.${reason}`));
  const differs = differing(given, id, siblings).map((status) =>
    say(`status.${status}`),
  );
  const mark = (key, values, className) =>
    element("p", { class: className, text: say(key, values) });
  // Of a count nobody says that a government stated it.
  const isOfTable =
    payload.instead?.["details.speaker"] &&
    said.speaker === undefined &&
    said.speaks_for === "own_government";
  return element(
    "article",
    { id: `statement-${id}`, class: said.weak ? "statement is-weak" : "statement" },
    element(
      "h4",
      {},
      element("time", {
        datetime: said.date,
        text: wording.date(said.date, said.approximate),
      }),
      element("span", { class: "row-id", text: id }),
      element(
        "span",
        { class: "status-line" },
        statusSwatch(payload, combinedStatus(said.statuses, payload.terms)),
        wording.parted(said.statuses.map((status) => say(`status.${status}`))),
      ),
    ),
    basis && mark("details.basis", {}, "mark is-basis"),
    weak.length > 0 && mark("details.weak", { reasons: wording.list(weak) }, "mark"),
    said.better_sought !== undefined &&
      mark("details.no_better", { date: wording.date(said.better_sought) }, "mark"),
    differs.length > 0 &&
      mark("details.differs", { statuses: wording.list(differs) }, "mark"),
    said.text !== undefined &&
      element("p", { class: "text", ...wording.free(said.text, said.lang) }),
    said.brief && mark("large.brief", {}, "note"),
    facts(given, [
      ["details.figure", said.figure && wording.figure(said.figure)],
      ["details.about", terms("domain", said.domains)],
      [
        "details.conditions",
        conditions,
        said.conditions_note !== undefined && ". ",
        free(given, said.conditions_note, said.lang),
      ],
      [
        "details.speaker",
        !isOfTable && free(given, said.speaker, said.lang),
        said.speaker !== undefined && ", ",
        say(`speaks_for.${said.speaks_for}`),
      ],
      [
        "details.source",
        sourceLine(said.source),
        `, ${say(`confidence.${said.confidence_said ?? said.confidence}`)}`,
      ],
      ["details.note", noteNode(given, said.note, said.lang, { own: id })],
    ]),
  );
}
