// Work that can wait until the reader sees the first effect of a choice, and, where one
// choice follows the other, until the reader pauses.  One piece a task, so that the next
// key is not kept waiting; a piece asked for twice is done once.

/** Who has moved nothing for so long pauses. */
const PAUSE_MS = 120;

/** The pieces asked for, each with whether it is in sight. */
const waiting = new Map();
/** @type {ReturnType<typeof setTimeout>|undefined} */
let moving;
let turn = 0;

const nextPiece = () => [...waiting].find(([, isSeen]) => moving === undefined || isSeen())?.[0];

function runNext() {
  const call = nextPiece();
  if (!call) return;
  waiting.delete(call);
  try {
    call();
  } finally {
    if (nextPiece()) setTimeout(runNext);
    else rest();
  }
}

/** Nothing moves, and nothing waits: what is out of sight is laid out as ever. */
function rest() {
  if (moving === undefined) document.documentElement.classList.remove("is-moving");
}

/**
 * Put a call off until the next frame: one, for all that asks for it until then.
 * @param {function} call
 * @returns {function(): void} asks for the call
 */
export function inFrame(call) {
  /** @type {number|undefined} */
  let asked;
  const run = () => {
    asked = undefined;
    call();
  };
  return () => (asked ??= requestAnimationFrame(run));
}

const runSoon = () => requestAnimationFrame(() => setTimeout(runNext));

/**
 * Is a part of the page in sight?  Asked of the browser beforehand, for it would lay out.
 * @param {Element} node
 */
function sightOf(node) {
  let isSeen = false;
  const take = (/** @type {IntersectionObserverEntry[]} */ entries) =>
    (isSeen = entries[entries.length - 1].isIntersecting);
  new IntersectionObserver(take).observe(node);
  return () => isSeen;
}

/**
 * Put a call off until after the next picture, and while the reader moves until a pause.
 * @param {function} call
 * @param {Element} [node] what it writes: in sight, it does not wait for the pause
 * @returns {function(): void} asks for the call
 */
export function afterPaint(call, node) {
  const plain = () => call();
  const isSeen = node ? sightOf(node) : () => false;
  return () => {
    if (!nextPiece()) runSoon();
    waiting.set(plain, isSeen);
  };
}

export const isMoving = () => moving !== undefined;

/** The reader moves: what is out of sight waits until `pause`, or until nothing moves. */
export function keepMoving() {
  clearTimeout(moving);
  const own = (turn += 1);
  // A frame that takes long is no pause: the next move is heard before the frame after it.
  moving = setTimeout(() => requestAnimationFrame(() => own === turn && pause()), PAUSE_MS);
  document.documentElement.classList.add("is-moving");
}

/** The reader has come to where they wanted to be. */
export function pause() {
  if (moving === undefined) return;
  clearTimeout(moving);
  moving = undefined;
  if (waiting.size) runSoon();
  else rest();
}

/**
 * Make a call in a task of its own, before which the browser may paint or hear a key.  A
 * timer would rest for milliseconds, and in a tab behind others for a second.
 * @param {function} call
 */
export function inNextTask(call) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    call();
  };
  port2.postMessage("");
}
