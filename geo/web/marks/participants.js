// Who took part in a meeting, and how: a symbol at each country, tied by a line to the
// place of the meeting.  Pure.

import { hubsOf, isDoubtful, isMapped, leads, meetingOf, participantsOf } from "../rules/attendance.js";
import { bendPath } from "../common/shapes.js";
import { badgePx, isRemote, participantSymbol, placeSymbol } from "./symbols.js";

/** How far the mark of a meeting's place reaches, its halo with it, in letters' pixels. */
const HUB_REACH = 7;
/** Between a symbol and a circle, and between two symbols. */
const GAP = { circle: 2, symbol: 3 };

/**
 * What a layer of participants draws and writes.
 * @param {object} page
 * @param {object} spec its entry in the payload's layers
 * @returns {object} as `marksLayer` takes it
 */
export function participantsDrawing(page, spec) {
  const { payload } = page;
  const px = () => page.letterPx();
  const size = () => badgePx(page.state.get().markScale / px()) * px();
  const mapped = () => participantsOf(page, spec).filter((entry) => isMapped(page, entry));

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
    const aside = reach ? -(reach + size() + GAP.circle * px()) * Math.SQRT1_2 : 0;
    return [aside + earlier(country) * (2 * size() + GAP.symbol * px()), aside];
  }
  function beside({ x, y }, country) {
    const [dx, dy] = offset(country);
    return { x: x + dx, y: y + dy };
  }
  /** On a dark country a line is seen by its rim; no rim lies over another line. */
  function linksOf(entry) {
    const { actor, mode } = entry;
    const isAtHome = (hub) => hub.country === actor && !isRemote(mode);
    const hubs = hubsOf(page, spec, entry).filter((hub) => !isAtHome(hub));
    return hubs.flatMap((hub) => {
      const places = [payload.points[actor], hub.point];
      const draw = ([from, to]) => bendPath(beside(from, actor), to);
      const className = `link ${isRemote(mode) ? "remote" : "present"}`;
      return [
        { pane: "link_rims", places, draw, className: "link-rim" },
        { pane: "links", places, draw, className },
      ];
    });
  }
  const symbols = (place, parts, move, row) =>
    parts.map(({ className, draw }) => ({
      pane: "symbols",
      places: [place],
      draw: ([point]) => draw(move(point)),
      className,
      row,
    }));
  function symbolOf(entry) {
    const { mode, actor, rows } = entry;
    const parts = participantSymbol(mode, leads(entry), isDoubtful(entry), size());
    const move = (point) => beside(point, actor);
    return symbols(payload.points[actor], parts, move, rows[0]);
  }

  return {
    reach: () => 0,
    /** All that decides what is drawn of the participants. */
    key: () =>
      JSON.stringify([
        meetingOf(page, spec),
        mapped().map((entry) => [...entry.rows, offset(entry.actor)]),
      ]),
    marks: () => [
      ...mapped().flatMap(linksOf),
      ...hubsOf(page, spec).flatMap(({ point }) => symbols(point, placeSymbol(px()), (at) => at)),
      ...mapped().flatMap(symbolOf),
    ],
    texts: () => [
      ...hubsOf(page, spec).map((hub) => ({
        place: hub.point,
        lines: [page.wording.place(hub.id)],
        className: "label-hub",
        reach: HUB_REACH * px(),
      })),
      ...mapped().map(({ actor }) => ({
        place: payload.points[actor],
        country: actor,
        lines: [],
        isSquare: true,
        reach: size(),
        shift: offset(actor),
      })),
    ],
  };
}
