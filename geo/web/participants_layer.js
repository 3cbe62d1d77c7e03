// Who took part in a meeting, and how: a symbol at each country, tied by a line to the
// place of the meeting.

import { hubsOf, isDoubtful, leads, meetingOf, participantsOf } from "./attendance.js";
import { ScreenPath, bendPath, rendererOf } from "./screen_path.js";
import { badgePx, isRemote, participantSymbol, placeSymbol } from "./symbols.js";

/**
 * A layer of participants.
 * @param {object} page
 * @param {object} spec its entry in the payload's layers
 * @returns {L.LayerGroup} with `redraw()` and `texts()`
 */
export function participantsLayer(page, spec) {
  const { map, payload } = page;
  const group = L.layerGroup();
  const size = () => badgePx(page.state.get().markScale);
  const mapped = () => participantsOf(page, spec).filter(isMapped);
  const isMapped = ({ kind, actor }) => kind === "country" && payload.points[actor];

  /** Layers of participants that stand before this one and hold the same country. */
  function earlier(country) {
    const all = payload.layers.filter(
      ({ kind, id }) => kind === "participants" && page.isShown(id),
    );
    const before = all.slice(0, Math.max(0, all.indexOf(spec)));
    const has = (other) =>
      participantsOf(page, other).some(({ actor }) => actor === country);
    return before.filter(has).length;
  }
  /** Symbols stand to the upper left of a figure's circle, and beside each other. */
  function offset(country) {
    const reach = page.figureReach(country);
    const aside = reach ? -(reach + size() + 2) * Math.SQRT1_2 : 0;
    return [aside + earlier(country) * (2 * size() + 3), aside];
  }
  function beside({ x, y }, country) {
    const [dx, dy] = offset(country);
    return { x: x + dx, y: y + dy };
  }
  function add(pane, zIndex, places, draw, className) {
    const options = { renderer: rendererOf(map, pane, zIndex), className };
    group.addLayer(new ScreenPath(places, draw, options));
  }
  function addLinks(entry) {
    const way = isRemote(entry.mode) ? "remote" : "present";
    // On a dark country a line is seen by its rim; no rim lies over another line.
    for (const hub of hubsOf(page, spec, entry)) {
      if (hub.country === entry.actor && !isRemote(entry.mode)) continue;
      const ends = [payload.points[entry.actor], hub.point];
      const draw = ([from, to]) => bendPath(beside(from, entry.actor), to);
      add("link_rims", 338, ends, draw, "link-rim");
      add("links", 340, ends, draw, `link ${way}`);
    }
  }
  function addSymbol(entry) {
    const { mode, actor } = entry;
    for (const part of participantSymbol(
      mode,
      leads(entry),
      isDoubtful(entry),
      size(),
    )) {
      const draw = ([point]) => part.draw(beside(point, actor));
      add("symbols", 360, [payload.points[actor]], draw, part.className);
    }
  }
  /** All that decides what is drawn of the participants. */
  const drawing = () =>
    JSON.stringify([
      meetingOf(page, spec),
      mapped().map((entry) => [...entry.rows, offset(entry.actor)]),
    ]);
  let drawn;
  group.redraw = () => {
    drawn = drawing();
    group.clearLayers();
    mapped().forEach(addLinks);
    for (const hub of hubsOf(page, spec)) {
      for (const { className, draw } of placeSymbol()) {
        add("symbols", 360, [hub.point], ([point]) => draw(point), className);
      }
    }
    mapped().forEach(addSymbol);
  };
  /** Draw the participants of the present date and filters, if they are others. */
  group.update = () => drawing() !== drawn && group.redraw();
  group.texts = () => [
    ...hubsOf(page, spec).map((hub) => ({
      place: hub.point,
      lines: [page.wording.place(hub.id)],
      className: "label-hub",
      reach: 7,
    })),
    ...mapped().map(({ actor }) => ({
      place: payload.points[actor],
      country: actor,
      lines: [],
      isSquare: true,
      reach: size(),
      shift: offset(actor),
    })),
  ];
  group.redraw();
  return group;
}
