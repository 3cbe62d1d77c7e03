// What the reader has chosen.  Every part of the page reads it and follows its changes;
// none calls another.

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
        (key) => choices[key] !== current[key],
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
