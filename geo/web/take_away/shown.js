// What the map shows now, as plain rows that can be taken away: each with its source.
// Columns are called and parted as those of the tables, which can be read from them again.

import { meetingOf, participantsOf } from "../rules/attendance.js";
import { figureTexts } from "../words/country_text.js";
import { tableOf } from "../common/dictionary.js";
import { originalText } from "../rules/payload.js";
import { standingKey } from "../words/wording.js";

/**
 * What is shown: the one place that knows how it is chosen.
 * @param {Given<"payload" | "snapshot" | "isListed" | "listedStatements">} given
 * @returns {{countries: object, statements: object, asOf: string}} as in the payload
 */
export function shownNow({ snapshot, isListed, listedStatements, payload }) {
  const { countries, asOf } = snapshot();
  const listed = Object.entries(countries).filter(([id]) => isListed(id));
  // The page's own rows: their texts came after the record was read.
  const kept = listedStatements().map(({ id }) => [id, payload.statements[id]]);
  return { countries: tableOf(listed), statements: tableOf(kept), asOf };
}

/** A source's title, publisher and address; of a row without source all are blank. */
function sourceFacts(/** @type {Shown<"payload">} */ { payload }, id) {
  const { title, publisher, url } = payload.sources[id] ?? {};
  return {
    source: id,
    source_title: originalText(payload, title) || undefined,
    publisher: originalText(payload, publisher) || undefined,
    url: url || undefined,
  };
}

/** Rows whose columns are named after troops only where these are counted. */
function named(/** @type {Shown<"payload">} */ { payload }, rows) {
  if (!payload.instead?.["table.figure"]) return rows;
  const pairs = (row) => Object.entries(row).map(([name, value]) => [name.replace(/^troops/, "figure"), value]);
  return rows.map((row) => Object.fromEntries(pairs(row)));
}

/**
 * One row a country.
 * @param {Words & Given<"snapshot" | "isListed" | "listedStatements" | "isShown">} given
 */
export function countryRows(given) {
  const { wording, payload } = given;
  const { countries, statements } = shownNow(given);
  const rows = Object.entries(countries)
    .filter(([, { status }]) => status !== "no_data")
    .map(([id, entry]) => {
      const [basis] = entry.basis ?? [];
      const said = statements[basis];
      // A country that took part and said nothing rests on who reported it.
      const part = payload.participations[basis];
      const source = (said ?? part)?.source;
      return {
        iso_a3: id,
        country: wording.actor(id),
        status: entry.status,
        status_label: wording.say(standingKey(entry)),
        basis: entry.basis?.join(";"),
        strength: entry.strength,
        contested: entry.contested ? "yes" : undefined,
        help: entry.help?.status,
        help_basis: entry.help?.basis.join(";"),
        help_strength: entry.help?.strength,
        since: statements[entry.since]?.date,
        since_basis: entry.since,
        before: entry.before,
        help_since: statements[entry.help?.since]?.date,
        date: (said ?? payload.meetings[part?.meeting])?.date,
        date_certainty: said?.approximate ? "approximate" : undefined,
        troops: figureTexts(given, id, given.payload.layers).join("; ") || undefined,
        conditions: said?.conditions?.join(";"),
        statement: originalText(payload, said?.text, said?.lang),
        speaker: originalText(payload, said?.speaker, said?.lang),
        confidence: said?.confidence_said ? undefined : said?.confidence,
        ...sourceFacts(given, source),
      };
    });
  return named(given, rows).sort((a, b) => wording.compare(a.country, b.country));
}

/**
 * One row a statement, newest first.
 * @param {Words & Given<"snapshot" | "isListed" | "listedStatements">} given
 */
export function statementRows(given) {
  const { wording, payload } = given;
  const original = (text, lang) => originalText(payload, text, lang);
  const rows = Object.entries(shownNow(given).statements).map(([id, said]) => ({
    id,
    actor: said.actor,
    actor_name: wording.actor(said.actor),
    actor_kind: payload.actors[said.actor]?.kind ?? "country",
    date: said.date,
    date_certainty: said.approximate ? "approximate" : undefined,
    status: said.status,
    status_label: said.statuses.map((one) => wording.say(`status.${one}`)).join("; "),
    domains: said.domains?.join(";"),
    troops_min: said.figure?.min,
    troops_max: said.figure?.max,
    qualifier: said.figure?.qualifier,
    meaning: said.figure?.meaning,
    figure_place: said.figure?.place,
    figure_words: original(said.figure?.words),
    conditions: said.conditions?.join(";"),
    conditions_note: original(said.conditions_note, said.lang),
    meeting: said.meeting,
    meeting_mode: said.mode,
    speaker: original(said.speaker, said.lang),
    speaks_for: said.speaks_for,
    confidence: said.confidence_said ? undefined : said.confidence,
    weak: said.weak?.join(";"),
    better_sought: said.better_sought,
    statement: original(said.text, said.lang),
    language: said.lang,
    note: original(said.note, said.lang),
    ...(payload.large && { texts_left_out: said.brief ? "yes" : undefined }),
    ...sourceFacts(given, said.source),
  }));
  return named(given, rows).sort((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id));
}

/**
 * One row for each participant that the layers shown draw, or name beside the map.
 * @param {Words & Shown<"state" | "record" | "isShown">} given
 */
export function participantRows(given) {
  const { payload, wording } = given;
  const layers = payload.layers.filter(
    ({ kind, id }) => kind === "participants" && given.isShown(id),
  );
  return layers.flatMap((spec) => {
    const meeting = meetingOf(given, spec);
    return participantsOf(given, spec).map((entry) => ({
      meeting,
      date: payload.meetings[meeting].date,
      actor: entry.actor,
      actor_name: wording.actor(entry.actor),
      mode: entry.mode,
      occurrence: entry.occurrence,
      roles: entry.roles?.join(";"),
      hub: entry.hub,
      rows: entry.rows.join(";"),
      ...sourceFacts(given, entry.source),
    }));
  });
}
