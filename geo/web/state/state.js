// What the reader has chosen.  Every part of the page reads it and follows its changes;
// none calls another.

/**
 * Is a choice the same, or a list of the same?
 * @param {unknown} one
 * @param {unknown} other
 */
const isSame = (one, other) =>
  one === other || (Array.isArray(one) && Array.isArray(other) && one.join() === other.join());

/**
 * @param {Chosen} values the choices at opening: language, view, country, layers, meeting
 * @returns {State}
 */
export function createState(values) {
  /** @type {{keys: string[], call: function(Chosen, string[]): void}[]} */
  const followers = [];
  const current = { ...values };

  return {
    /** The present choices, to read only. */
    get: () => current,
    /**
     * Make choices; followers of those that differ are called once.
     * @param {Chosen} choices
     */
    change(choices) {
      const changed = Object.keys(choices).filter(
        (key) => !isSame(choices[key], current[key]),
      );
      Object.assign(current, choices);
      for (const { keys, call } of followers) {
        if (keys.some((key) => changed.includes(key))) call(current, changed);
      }
    },
    /**
     * Call back when one of the keys changes.
     * @param {string[]} keys
     * @param {function(Chosen, string[]): void} call
     */
    follow(keys, call) {
      followers.push({ keys, call });
    },
  };
}
