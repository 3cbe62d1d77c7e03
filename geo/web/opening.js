// What the reader sees first is alive: the still picture of the opening view names the
// countries and can be moved before any library is read.  This script stands right
// behind the picture, and waits for nothing that is parsed later.

import { addMoves } from "./picture_moves.js";
import { addNames } from "./picture_names.js";

/** A frame out of sight does not paint, and must tell its height all the same. */
const MOST_WAIT_MS = 2000;

/**
 * Let the picture answer.
 * @returns {{inTurn: function, leave: function}} for the page's script: `inTurn(steps)`
 *   takes steps one after another once the picture is painted, each in a task of its
 *   own, the last when the reader holds no button; `leave()` ends what the picture does
 *   and gives what the reader did: `sight`, `hover` and `asked`, each if there was any
 */
export function openPicture() {
  const picture = document.getElementById("picture");
  // Set here and not in the page: checkers of HTML do not know it.
  for (const labels of picture?.querySelectorAll(".labels") ?? []) {
    labels.setAttribute("paint-order", "stroke");
  }
  // An address that asks for another picture is obeyed once the map is there.
  const alive = picture && !location.hash ? answer(picture) : undefined;

  function goOn([step, ...others]) {
    const take = () => {
      step();
      if (others.length) setTimeout(goOn, 0, others);
    };
    if (others.length || !alive) take();
    else alive.whenFree(take);
  }
  return {
    inTurn: (steps) => whenPainted(() => goOn(steps)),
    leave: () => alive?.leave() ?? {},
  };
}

function answer(picture) {
  const time = new AbortController();
  const listen = (target, type, call, options) =>
    target.addEventListener(type, call, { signal: time.signal, ...options });
  const { change, isDragged, whenFree } = addMoves(picture, listen);
  const { pointedAt, asked, end } = addNames(picture, listen, isDragged);
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
