// The static page in the chosen language: Python writes the words of the opening
// language and says in attributes which words they are.

/**
 * Put every labelled element of `root` into the wording's language.
 * @param {ParentNode} root
 * @param {object} payload
 * @param {object} wording
 */
export function translate(root, payload, wording) {
  const texts = {
    t: (key) => wording.say(key),
    words: (keys) =>
      keys
        .split(" ")
        .map((key) => wording.say(key))
        .join(", "),
    say: (key) => wording.pick(payload[key]),
    country: wording.actor,
    actor: wording.actor,
    place: wording.place,
    meeting: (id) => wording.pick(payload.meetings[id]?.name),
    date: (date, node) => wording.date(date, "approximate" in node.dataset),
    figure: (json) => wording.figure(JSON.parse(json)),
  };
  for (const [key, text] of Object.entries(texts)) {
    for (const node of root.querySelectorAll(`[data-${key}]`)) {
      node.textContent = text(node.dataset[key], node);
    }
  }
  for (const node of root.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", wording.say(node.dataset.tLabel));
  }
  document.documentElement.lang = wording.language;
}
