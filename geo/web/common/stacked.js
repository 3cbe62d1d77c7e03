// Marks that are stacked higher than any language has them.  Pure; a test holds it and
// geo/page/isolated.py alike.

const STACKED =
  /[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4}/;

/** Does a text reach out of its line? */
export const isStacked = (/** @type {string} */ text) => typeof text === "string" && STACKED.test(text);
