// What the reader sees first is alive: the still picture of the opening view names the
// countries and can be moved before any library is read.  This script stands in the box
// before the picture, so that the picture answers in the very frame that shows it.

import { inNextTask } from "../common/later.js";
import { adopt, comeAlive, dropMade } from "./alive.js";
import { addMoves } from "./picture_moves.js";
import { addNames } from "./picture_names.js";
import { attempt } from "./trouble.js";

/** A frame out of sight does not paint, and must tell its height all the same. */
const MOST_WAIT_MS = 2000;

/**
 * Let the picture answer.
 * @returns {{inTurn: function, leave: function}} for the page's script: `inTurn(steps)`
 *   takes steps one after another once the picture is painted, each in a task of its
 *   own, the last when the reader holds no button, and none after one that failed: the
 *   picture stays then; `leave()` ends what the picture does and gives what the reader
 *   did: `sight`, `hover` and `asked`, each if there was any
 */
export function openPicture() {
  const isSaved = comeAlive();
  addHalo();
  // An address that asks for another picture is obeyed once the map is there.
  const isAsked = isSaved || location.hash;
  const alive = isAsked ? undefined : answer(document.querySelector(".map-box"));

  /** @param {function[]} steps */
  function goOn([step, ...others]) {
    const take = () => {
      if (attempt(step) && others.length) inNextTask(() => goOn(others));
    };
    if (others.length || !alive) take();
    else alive.whenFree(take);
  }
  return {
    inTurn(steps) {
      if (isSaved) dropMade();
      whenPainted(() => goOn(steps));
    },
    leave: () => alive?.leave() ?? {},
  };
}

/**
 * The stroke of the labels is their halo, and lines keep their width however large the
 * picture is shown.  Set here: checkers of CSS do not know these properties.
 */
function addHalo() {
  adopt(
    ".picture-map .labels { stroke: var(--paper); paint-order: stroke; }" +
      ".picture-map path { vector-effect: non-scaling-stroke; }",
  );
}

/** Whatever the picture needs is looked up when it is needed: it is yet to come. */
function answer(box) {
  const time = new AbortController();
  const listen = (target, type, call, options) =>
    target.addEventListener(type, call, { signal: time.signal, ...options });
  const { change, isDragged, whenFree } = addMoves(box, listen);
  const { pointedAt, asked, end } = addNames(box, listen, isDragged);
  return {
    whenFree,
    leave() {
      time.abort();
      end();
      return { sight: change(), hover: pointedAt(), asked: asked() };
    },
  };
}

/** A page in the background does not paint, and goes on at once. */
function whenPainted(call) {
  let waits = true;
  const once = () => {
    if (waits) call();
    waits = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, document.hidden ? 0 : MOST_WAIT_MS);
}
