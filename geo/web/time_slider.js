// The slider over the dates of the statements.  It moves when the reader moves it, and
// plays when the reader asks for it, never by itself.

import { changesBetween } from "./changes.js";
import { changeItem, changeText, inLegendOrder } from "./change_list.js";
import { element, vector } from "./dom.js";
import { daysBetween, lastDay } from "./partial_dates.js";
import { movedTo, stopBy } from "./stops.js";
import { timeAxis } from "./time_axis.js";

const STEP_MS = 1400;
/** For readers who asked for less motion, a picture stays longer. */
const CALM_STEP_MS = 4000;
const SPOKEN_CHANGES = 6;
const TIME_ICONS = {
  play: "M6 4v12l10-6Z",
  pause: "M5 4h3.5v12H5ZM11.5 4H15v12h-3.5Z",
  previous: "M12.5 4.5 7 10l5.5 5.5",
  next: "M7.5 4.5 13 10l-5.5 5.5",
};

/**
 * Give the page the changes of the date shown, since the stop before it.
 * @param {object} page gains `changes()`: none while no date is chosen
 */
export function addChanges(page) {
  const { state, stops, payload } = page;
  let known;
  const find = ({ date, shown }) => {
    if (date === undefined) return [];
    const at = stopBy(stops, date);
    const day = at > 0 ? stops[at - 1].day : "0000-00-00";
    return changesBetween(page.snapshot({ date: day }), shown, payload.statements);
  };
  page.changes = () => (known ??= find(state.get()));
  state.follow(["shown"], () => (known = undefined));
}

function timeButton(name, onclick) {
  const shape = vector("path", { d: TIME_ICONS[name] });
  const properties = { viewBox: "0 0 20 20", "aria-hidden": "true" };
  const button = {
    type: "button",
    class: `icon time-${name}`,
    "data-t-label": `time.${name}`,
    onclick,
  };
  return element("button", button, vector("svg", properties, shape));
}

/**
 * Add the slider under the map.  A map of one date has none.
 * @param {object} page
 */
export function addTimeSlider(page) {
  const { state, stops, wording } = page;
  if (stops.length < 2) return;
  const [{ day: first }] = stops;
  const places = stops.map(({ day }) => ({ at: daysBetween(first, day) }));
  const last = stops.length - 1;
  const index = () => {
    const { date } = state.get();
    return date === undefined ? last : stopBy(stops, date);
  };
  const input = element("input", {
    type: "range",
    min: 0,
    max: places[last].at,
    step: 1,
    "data-t-label": "time.label",
  });
  const player = createPlayer(() => (index() < last ? go(index() + 1) : false));
  let dragging = false;
  function go(to, speak = false) {
    const at = Math.max(0, Math.min(last, to));
    state.change({ date: stops[at].day });
    input.value = places[at].at;
    if (speak) page.announce(spokenChanges(page));
    return at < last;
  }
  const goByHand = (to) => {
    player.stop();
    go(to, true);
  };
  input.addEventListener("pointerdown", () => (dragging = true));
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, () => (dragging = false));
  }
  input.addEventListener("input", () => {
    goByHand(movedTo(places, index(), Number(input.value), dragging));
  });
  const playing = timeButton("play", () => {
    if (player.isPlaying()) return player.stop();
    if (index() === last) go(0);
    return player.start();
  });
  player.follow((isPlaying) => {
    const name = isPlaying ? "pause" : "play";
    playing.dataset.tLabel = `time.${name}`;
    playing.setAttribute("aria-label", wording.say(`time.${name}`));
    playing.querySelector("path").setAttribute("d", TIME_ICONS[name]);
    if (!isPlaying && page.opened) page.announce(spokenChanges(page));
  });
  const date = element("p", { class: "time-date" });
  const changes = element("div", { class: "time-changes" });
  const track = element("div", { class: "time-track" }, input);
  const buttons = [
    playing,
    timeButton("previous", () => goByHand(index() - 1)),
    timeButton("next", () => goByHand(index() + 1)),
  ];
  const controls = element("div", { class: "time-controls" }, buttons, date);
  const label = { class: "time", role: "group", "data-t-label": "time.title" };
  const box = element("div", label, controls, track, changes);
  page.map.getContainer().after(box);

  function draw() {
    const stop = stops[index()];
    const text = stopText(page, stop);
    input.value = places[index()].at;
    input.setAttribute("aria-valuetext", text);
    date.textContent = text;
    changes.replaceChildren(...changeLines(page));
  }
  function drawAxis() {
    track.querySelector("svg")?.remove();
    track.append(timeAxis(page));
    draw();
  }
  state.follow(["shown"], draw);
  state.follow(["language"], drawAxis);
  drawAxis();
}

/** Plays step after step; stops at the end, and when the page is out of sight. */
function createPlayer(step) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let timer;
  let tell;
  function stop() {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    tell(false);
  }
  function wait() {
    timer = setTimeout(() => (step() ? wait() : stop()), pause());
  }
  const pause = () => (calm.matches ? CALM_STEP_MS : STEP_MS);
  document.addEventListener("visibilitychange", () => document.hidden && stop());
  return {
    stop,
    start() {
      wait();
      tell(true);
    },
    isPlaying: () => timer !== undefined,
    follow: (call) => (tell = call),
  };
}

/** A stop in words: its date, and the meeting held on it. */
function stopText({ payload, wording }, { day, date }) {
  const held = Object.values(payload.meetings).filter((m) => lastDay(m.date) === day);
  const names = held.map(({ name }) => wording.pick(name));
  return [wording.date(date), ...names].join(" · ");
}

function changeLines(page) {
  const { state, stops, wording } = page;
  const { date } = state.get();
  if (date === undefined) {
    return [element("p", { class: "note", text: wording.say("time.hint") })];
  }
  const { date: day } = stops[stopBy(stops, date)];
  const changes = inLegendOrder(page, page.changes());
  const key = changes.length ? "time.changed" : "time.unchanged";
  const title = wording.say(key, { date: wording.date(day) });
  const items = changes.map((change) => changeItem(page, change));
  return [element("h3", { text: title }), element("ul", {}, items)];
}

/** The date and its changes, for the status line. */
function spokenChanges(page) {
  const { state, stops, wording } = page;
  const at = stops[stopBy(stops, state.get().date ?? stops[stops.length - 1].day)];
  const changes = inLegendOrder(page, page.changes());
  const said = changes
    .slice(0, SPOKEN_CHANGES)
    .map((change) => `${wording.actor(change.country)}: ${changeText(page, change)}.`);
  const more = changes.length - said.length;
  if (more > 0) said.push(wording.count("time.more", more));
  if (!changes.length) said.push(wording.say("time.no_change"));
  return [`${stopText(page, at)}.`, ...said].join(" ");
}
