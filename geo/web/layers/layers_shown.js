// What the layers that are shown say of themselves, whichever they are.

/**
 * Ask the layers shown.
 * @param {Given<"layers" | "payload" | "state">} given
 * @returns {LayersShownPart}
 */
export function addLayersShown({ layers, payload, state }) {
  const all = () =>
    Object.entries(layers)
      .filter(([id]) => isShown(id))
      .map(([, layer]) => layer);
  const isShown = (/** @type {string} */ id) => state.get().layers.includes(id);
  /** The pixels that a country's circle takes on either side of its point. */
  const figureReach = (/** @type {Actor} */ country) =>
    Math.max(0, ...all().map((layer) => layer.reach?.(country) ?? 0));
  /** What the layers shown let be pointed at where there is no land. */
  const targets = () => all().flatMap((layer) => layer.targets?.() ?? []);
  /** Where a country stands, or whom a source places in a region; undefined for nowhere. */
  const pointOf = (/** @type {Actor} */ actor) =>
    payload.points[actor] ?? targets().find((one) => one.actor === actor)?.place;
  const areasOf = (/** @type {Actor} */ country) =>
    all().flatMap((layer) => layer.areasOf?.(country) ?? []);
  /** The labels, and the room, that the layers shown ask for. */
  const texts = () => all().flatMap((layer) => layer.texts?.() ?? []);
  return { isShown, figureReach, targets, pointOf, areasOf, texts };
}
