// The slider over the dates of the statements.  It moves when the reader moves it, and
// plays when the reader asks for it, never by itself.

import { iconButton } from "../common/buttons.js";
import { changeLines, spokenChanges, stopText } from "./date_changes.js";
import { announce, element, made, replaceUnlike } from "../common/dom.js";
import { afterPaint, keepMoving, pause } from "../common/later.js";
import { daysBetween } from "../rules/partial_dates.js";
import { createPlayer } from "./player.js";
import { movedTo, stopBy } from "../rules/stops.js";
import { timeAxis } from "./time_axis.js";

const TIME_ICONS = {
  play: "M6 4v12l10-6Z",
  pause: "M5 4h3.5v12H5ZM11.5 4H15v12h-3.5Z",
  previous: "M12.5 4.5 7 10l5.5 5.5",
  next: "M7.5 4.5 13 10l-5.5 5.5",
};

const timeButton = (name, onclick) =>
  iconButton(`time.${name}`, TIME_ICONS[name], onclick, `time-${name}`);

/** The stop shown, and the way to another. */
function createJourney(/** @type {Given<"state" | "stops">} */ { state, stops }) {
  const last = stops.length - 1;
  const index = () => {
    const { date } = state.get();
    return date === undefined ? last : stopBy(stops, date);
  };
  function go(to) {
    const at = Math.max(0, Math.min(last, to));
    state.change({ date: stops[at].day });
    return at < last;
  }
  return { index, go, last, stop: () => stops[index()] };
}

/** The button that plays and pauses, and its player. @param {Words & Given<"changes">} given */
function createPlayButton(given, { index, go, last, stop }) {
  const play = () => {
    if (player.isPlaying()) player.stop();
    else {
      if (index() === last) go(0);
      player.start();
    }
  };
  const button = timeButton("play", play);
  const player = createPlayer(
    () => index() < last && go(index() + 1),
    (isPlaying) => {
      const name = isPlaying ? "pause" : "play";
      button.dataset.tLabel = `time.${name}`;
      button.setAttribute("aria-label", given.wording.say(`time.${name}`));
      button.querySelector("path").setAttribute("d", TIME_ICONS[name]);
      if (!isPlaying) announce(spokenChanges(given, stop()));
    },
  );
  return { button, player };
}

/** The native range, in days since the first stop. */
function createRange(/** @type {Shown<"stops">} */ { stops }, { index }, moveTo) {
  const places = stops.map(({ day }) => ({ at: daysBetween(stops[0].day, day) }));
  const { at: max } = places[places.length - 1];
  const range = { type: "range", min: 0, max, step: 1, "data-t-label": "time.label" };
  const input = element("input", range);
  let dragging = false;
  input.addEventListener("pointerdown", () => (dragging = true));
  for (const end of ["pointerup", "pointercancel"]) {
    window.addEventListener(end, () => (dragging = false));
  }
  let isRepeated = false;
  input.addEventListener("keydown", ({ repeat }) => (isRepeated = repeat));
  // Released, or stepped by a key that is not held down.
  input.addEventListener("change", () => isRepeated || pause());
  input.addEventListener("keyup", pause);
  input.addEventListener("input", () => {
    keepMoving();
    moveTo(movedTo(places, index(), Number(input.value), dragging));
  });
  return { input, place: () => (input.value = places[index()].at) };
}

/**
 * Add the slider under the map.  A map of one date has none.
 * @param {Words & Given<"state" | "box" | "stops" | "changes" | "open">} given
 */
export function addTimeSlider(given) {
  const { state, stops } = given;
  if (stops.length < 2) return;
  const journey = createJourney(given);
  const { button, player } = createPlayButton(given, journey);
  const moveTo = (to) => {
    player.stop();
    journey.go(to);
    place();
    sayChanges();
  };
  const sayChanges = afterPaint(() => announce(spokenChanges(given, journey.stop())));
  const { input, place } = createRange(given, journey, moveTo);
  const date = element("p", { class: "time-date" });
  const changes = element("div", { class: "time-changes" });
  const track = element("div", { class: "time-track" }, input);
  const buttons = [
    button,
    timeButton("previous", () => moveTo(journey.index() - 1)),
    timeButton("next", () => moveTo(journey.index() + 1)),
  ];
  const controls = element("div", { class: "time-controls" }, buttons, date);
  const label = { class: "time", role: "group", "data-t-label": "time.title" };
  given.box.after(made(element("div", label, controls, track, changes)));

  function draw() {
    place();
    date.textContent = stopText(given, journey.stop());
    input.setAttribute("aria-valuetext", date.textContent);
    replaceUnlike(changes, changeLines(given, journey.stop()));
  }
  function drawAxis() {
    track.replaceChildren(input, timeAxis(given));
    draw();
  }
  state.follow(["shown", "from"], draw);
  state.follow(["language"], drawAxis);
  drawAxis();
}
