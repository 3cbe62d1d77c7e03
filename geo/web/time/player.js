// Plays step after step once it is asked to; stops at the end, and when the page is out
// of sight.

const STEP_MS = 1400;
/** For readers who asked for less motion, a picture stays longer. */
const CALM_STEP_MS = 4000;

/**
 * @param {function(): boolean} step makes a step; false at the end
 * @param {function(boolean): void} tell is told when playing starts and stops
 * @returns {{start: function, stop: function, isPlaying: function}}
 */
export function createPlayer(step, tell) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  function stop() {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    tell(false);
  }
  function wait() {
    const pause = calm.matches ? CALM_STEP_MS : STEP_MS;
    timer = setTimeout(() => (step() ? wait() : stop()), pause);
  }
  function start() {
    wait();
    tell(true);
  }
  document.addEventListener("visibilitychange", () => document.hidden && stop());
  return { start, stop, isPlaying: () => timer !== undefined };
}
