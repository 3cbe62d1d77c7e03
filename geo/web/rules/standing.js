// Which statement decides a country's status, and how firmly: the rule of
// geo/join/standing.py, for any date and filter.  Pure; a test holds the two alike.

import { firstDay } from "./partial_dates.js";
import { stepsOver } from "./steps.js";

export const NO_POSITION = "took_part_only";

/** The first of a list for which `cost` is least, by its numbers in order. */
export function leastOf(items, cost) {
  const costs = items.map(cost);
  const less = (a, b) => {
    const i = a.findIndex((value, at) => value !== b[at]);
    return i >= 0 && a[i] < b[i];
  };
  const best = costs.reduce((least, one) => (less(one, least) ? one : least));
  return items[costs.indexOf(best)];
}

/** The countries that the force is for, by the whole record: the map is about them. */
export const subjectsOf = ({ countries }) =>
  Object.keys(countries).filter((id) => countries[id].status === "beneficiary");

/**
 * Apply the rule to one country's statements, as they became known: its answer on troops,
 * and on other help.
 * @param {{id, date, known?: string, statuses: string[], confidence, weak}[]} voices
 *   entries of the payload's statements with their ids, in table order
 * @param {{commitment: string[], confidence: string[], help: string[],
 *   nothing: string[], combined}} terms in order
 * @param {boolean} [asTold] take every statement at its word
 * @returns {{day: string, entry: {status, basis: string[], strength, contested,
 *   since?: string, before?: string, help?: object}}[]} `since` is the row that took the
 *   position and `before` the answer that it replaced; `help` where the status does not
 *   rest on that alone
 */
export function standingsOf(voices, terms, asTold = false) {
  const pools = (asTold ? ["as_told"] : ["sound", "weak"]).map((strength) => ({
    strength,
    silent: answersOf(strength, terms),
    help: answersOf(strength, terms),
    troops: answersOf(strength, terms),
  }));
  const questionOf = (status) =>
    status === NO_POSITION ? "silent" : terms.help.includes(status) ? "help" : "troops";
  const take = (voice, at) => {
    const pool = pools[Number(!asTold && Boolean(voice.weak))];
    for (const status of voice.statuses) pool[questionOf(status)].add({ voice, status, at });
  };
  return stepsOver(voices, (voice) => voice, take, () => ({ entry: decided(pools, terms) }));
}

function decided(pools, terms) {
  const hasPosition = ({ help, troops }) => help.days.length + troops.days.length > 0;
  const best = pools.find((pool) => pool.silent.days.length || hasPosition(pool));
  if (!hasPosition(best)) return best.silent.latest();
  const answer = (question) => pools.find((pool) => pool[question].days.length)?.[question].held();
  const [troops, help] = ["troops", "help"].map(answer);
  if (!troops || !help) return troops ?? help;
  // A weak word of help gives no other colour to what a sound one said of troops.
  const isWeaker = help.strength === "weak" && troops.strength !== "weak";
  const both = combinedStatus([troops.status, help.status], terms);
  const status = isWeaker ? troops.status : both;
  const { contested, before, ...told } = help;
  return { ...troops, status, help: told };
}

/**
 * What a country is, or a statement says, of both questions in one status.
 * @param {string[]} answers on troops, and on help, in any order
 * @param {{combined: string[][], help: string[]}} terms
 */
export const combinedStatus = (answers, { combined, help }) =>
  combined.find((one) => answers.includes(one[0]) && answers.includes(one[1]))?.[2] ??
  answers.find((one) => !help.includes(one)) ??
  answers[0];

/** The statuses that a country counts as: its own, and its answer on troops. */
export const countedAs = (status, { combined }) => [
  status,
  ...combined.filter(([, , both]) => both === status).map(([troops]) => troops),
];

/** Does a status say anything of troops: a yes, a no, or that it is weighed? */
export const isOnTroops = (status, { help, nothing }) =>
  status !== NO_POSITION && !help.includes(status) && !nothing.includes(status);

/** Does an entry offer other help that its status does not say? */
export const helpsBeside = ({ status, help }, terms) =>
  Boolean(help) && countedAs(status, terms).length === 1;

/**
 * Answers to one question, as firm as each other, by day.  Each day knows what it decides,
 * the first day since which the same was decided, and the other one before that.
 */
function answersOf(strength, terms) {
  const days = [];
  let fresh = 0;
  function add(answer) {
    const day = firstDay(answer.voice.date);
    let at = days.length;
    while (at > 0 && days[at - 1].day >= day) at -= 1;
    if (days[at]?.day !== day) days.splice(at, 0, { day, answers: [] });
    days[at].answers.push(answer);
    days[at].now = undefined;
    fresh = Math.min(fresh, at);
  }
  function newest() {
    for (; fresh < days.length; fresh += 1) {
      const [one, before] = [days[fresh], days[fresh - 1]];
      one.now ??= ofOneDay(one.answers, strength, terms);
      const isSame = before?.now.status === one.now.status;
      one.first = isSame ? before.first : one;
      one.other = isSame ? before.other : before;
    }
    return days[days.length - 1];
  }
  function held() {
    const { now, first, other } = newest();
    if (terms.nothing.includes(now.status)) return now;
    return { ...now, since: first.now.basis[0], ...(other && { before: other.now.status }) };
  }
  return { days, add, held, latest: () => newest().now };
}

function ofOneDay(answers, strength, { commitment, confidence }) {
  const doubt = ({ voice }) => -confidence.indexOf(voice.confidence);
  const ofTheDay = answers.sort((a, b) => a.at - b.at);
  const best = leastOf(ofTheDay, (one) => [doubt(one), commitment.indexOf(one.status)]);
  const agreeing = ofTheDay
    .filter(({ status }) => status === best.status)
    .sort((a, b) => doubt(a) - doubt(b));
  return {
    status: best.status,
    basis: agreeing.map(({ voice }) => voice.id),
    strength,
    contested: agreeing.length < ofTheDay.length,
  };
}
