// Work that can wait until the reader sees the first effect of a choice.  One piece a
// task, so that the next key is not kept waiting; a piece asked for twice is done once.

const waiting = new Set();

function runNext() {
  const [call] = waiting;
  if (!call) return;
  waiting.delete(call);
  try {
    call();
  } finally {
    if (waiting.size) setTimeout(runNext);
  }
}

/**
 * Put a call off until after the next picture.
 * @param {function} call
 * @returns {function(): void} asks for the call
 */
export function afterPaint(call) {
  const plain = () => call();
  return () => {
    if (!waiting.size) requestAnimationFrame(() => setTimeout(runNext));
    waiting.add(plain);
  };
}
