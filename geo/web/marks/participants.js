// Who took part in a meeting, and how: a symbol at each country, tied by a line to the
// place of the meeting.  Who is placed in a region has the symbol on its outline, or at
// the edge of a view that lacks it.  Pure.

import { hubsOf, isDoubtful, isMapped, leads, meetingOf, participantsOf } from "../rules/attendance.js";
import { regionsOf } from "../rules/regions.js";
import { bendPath, circlePath, throughPath } from "../common/shapes.js";
import { dotReachAmong, frameBox } from "../ground/frame.js";
import { besideInset, isInInset, onWorld } from "../ground/inset.js";
import { placeOfRegion } from "./regions.js";
import { ARROW_PX, arrowSymbol, badgePx, isRemote, participantSymbol, placeSymbol, TARGET_PX } from "./symbols.js";

/** How far the mark of a meeting's place reaches, its halo with it, in letters' pixels. */
const HUB_REACH = 7;
/** Half the side of the smallest symbol, in letters' pixels: smaller, none would be seen. */
const LEAST_BADGE = 2.5;
/** Between a symbol and a circle, between two symbols, and between an arrow and the edge. */
const GAP = { circle: 2, symbol: 3, edge: 2 };

/**
 * What a layer of participants draws and writes.
 * @param {Words & Shown<"state" | "record" | "isShown" | "view" | "figureReach" | "frame"
 *   | "homePxPerM" | "letterPx" | "pxPerM">} given
 * @param {LayerSpec} spec its entry in the payload's layers
 * @returns {object} as `marksLayer` takes it
 */
export function participantsDrawing(given, spec) {
  const { payload } = given;
  const px = () => given.letterPx();
  const size = () => badgePx(given.state.get().markScale / px()) * px();
  const layersOfParticipants = () =>
    payload.layers.filter(({ kind, id }) => kind === "participants" && given.isShown(id));
  /** Where symbols stand on a country, and where meetings are. */
  const crowd = () =>
    layersOfParticipants().flatMap((other) => [
      ...participantsOf(given, other)
        .filter((entry) => isMapped(given, entry))
        .map(({ actor }) => payload.points[actor]),
      ...hubsOf(given, other).map(({ point }) => point),
    ]);
  /** How large a symbol at a place is, so that it hides none at the `places`. */
  function sizeAt(place, places) {
    const others = places.filter((other) => other.join() !== place.join());
    const sight = { projection: given.view().projection, pxPerM: given.pxPerM(), px: px() };
    return dotReachAmong(place, others, sight, { r: size() / px(), least: LEAST_BADGE });
  }
  /** The mark of a meeting's place shrinks as a symbol there would. */
  const hubPx = (place) => (px() * sizeAt(place, crowd())) / size();
  /** How far a symbol at the edge reaches, its arrow with it. */
  const edgeReach = () => size() + ARROW_PX * px();

  /** Layers of participants that stand before this one and hold the same place. */
  function earlier(key) {
    const all = layersOfParticipants();
    const before = all.slice(0, Math.max(0, all.indexOf(spec)));
    const has = (other) =>
      participantsOf(given, other).some((entry) => placesOf(given, entry).includes(key));
    return before.filter(has).length;
  }
  const step = (r = size()) => 2 * r + GAP.symbol * px();
  /** Symbols stand to the upper left of a figure's circle, and beside each other. */
  function offset(country, r) {
    const reach = given.figureReach(country);
    const aside = reach ? -(reach + r + GAP.circle * px()) * Math.SQRT1_2 : 0;
    return [aside + earlier(country) * step(r), aside];
  }
  /** Where a participant stands: a place, how far beside it, and an arrow's way if any. */
  function standingAt(entry, key, places) {
    if (isMapped(given, entry)) {
      const place = payload.points[key];
      const r = sizeAt(place, places);
      return { entry, key, place, r, shift: offset(key, r) };
    }
    const inset_m = (edgeReach() + GAP.edge * px()) / px() / given.homePxPerM();
    const { point, ...region } = payload.regions[key];
    const found = placeOfRegion(given.view(), { ...region, point: onWorld(point) }, inset_m, frameBox(given.frame()));
    return { entry, key, region: key, ...found, r: size(), shift: [-earlier(key) * step(), 0] };
  }
  function standings() {
    const places = crowd();
    return participantsOf(given, spec).flatMap((entry) =>
      placesOf(given, entry).map((key) => standingAt(entry, key, places)),
    );
  }
  const moved = ([dx, dy]) => ({ x, y }) => ({ x: x + dx, y: y + dy });

  /** A line does not lead from the world into its inset: a place on it has the hub there. */
  const hubFor = ({ point }, place) => {
    const [isNear, isPlaceNear] = [point, place].map((one) => isInInset(given.view(), one));
    return isNear && !isPlaceNear ? onWorld(point) : point;
  };
  /** Where hubs are, each place once. */
  function hubPlaces(all) {
    const ends = all.flatMap(({ entry, place }) => hubsOf(given, spec, entry).map((hub) => hubFor(hub, place)));
    const places = [...hubsOf(given, spec).map(({ point }) => point), ...ends];
    return [...new Map(places.map((place) => [place.join(), place])).values()];
  }
  /** On a dark country a line is seen by its rim; no rim lies over another line. */
  function linksOf({ entry, place, shift }) {
    const { actor, mode } = entry;
    const isAtHome = (hub) => hub.country === actor && !isRemote(mode);
    const hubs = hubsOf(given, spec, entry).filter((hub) => !isAtHome(hub));
    return hubs.flatMap((hub) => {
      const places = [place, hubFor(hub, place)];
      const draw = ([from, to]) => bendPath(moved(shift)(from), to);
      const className = linkClass(mode, spec);
      return [
        { pane: "link_rims", places, draw, className: "link-rim" },
        { pane: "links", places, draw, className },
      ];
    });
  }
  /** A region is outlined once, and in a view that shows its point. */
  const outlinesOf = ({ region, way }) =>
    region && !way && !earlier(region)
      ? payload.regions[region].outline.flatMap((line) => besideInset(given.view(), line)).flatMap((places) => [
          { pane: "link_rims", places, draw: throughPath, className: "region-rim" },
          { pane: "links", places, draw: throughPath, className: "region" },
        ])
      : [];
  const symbols = (place, parts, move, row) =>
    parts.map(({ className, draw }) => ({
      pane: "symbols",
      places: [place],
      draw: ([point]) => draw(move(point)),
      className,
      row,
    }));
  /** Symbols side by side share an arrow, that of the first. */
  function symbolOf({ entry, region, place, r, shift, way }) {
    const parts = participantSymbol(entry.mode, leads(entry), isDoubtful(entry), r, spec.beside);
    const all = way && !earlier(region) ? [...parts, arrowSymbol(way, size(), px())] : parts;
    return symbols(place, all, moved(shift), entry.rows[0]);
  }
  /** No land is there to be pointed at: a region's symbol has a target of its own. */
  function targetOf({ entry, key, place, shift }) {
    const draw = ([point]) => circlePath(moved(shift)(point), Math.max(TARGET_PX / 2, size() + px()));
    const target = { key: `${spec.id} ${key}`, actor: entry.actor, place };
    return { pane: "small", places: [place], draw, className: "small-target", target };
  }
  /** A region is named beside its symbol, and that no country of it is. */
  const regionText = ({ entry, place, shift, way }) => ({
    place,
    shift,
    lines: [given.wording.actor(entry.actor), given.wording.say("region.unnamed")],
    shortly: [given.wording.actor(entry.actor)],
    className: "label-region",
    reach: way ? edgeReach() : size(),
  });
  const countryRoom = ({ key, place, r, shift }) => ({
    place,
    country: key,
    lines: [],
    isSquare: true,
    reach: r,
    shift,
  });

  return {
    reach: () => 0,
    /** All that decides what is drawn of the participants. */
    key: () =>
      JSON.stringify([
        meetingOf(given, spec),
        standings().map(({ entry, key, r, shift }) => [...entry.rows, key, r, shift]),
      ]),
    marks() {
      const all = standings();
      return [
        ...all.flatMap(outlinesOf),
        ...all.flatMap(linksOf),
        ...hubPlaces(all).flatMap((point) => symbols(point, placeSymbol(hubPx(point)), (at) => at)),
        ...all.flatMap(symbolOf),
        ...all.filter(({ region }) => region).map(targetOf),
      ];
    },
    texts: () => [
      ...hubsOf(given, spec).map((hub) => ({
        place: hub.point,
        lines: [given.wording.place(hub.id)],
        className: "label-hub",
        reach: HUB_REACH * hubPx(hub.point),
      })),
      ...standings().map((one) => (one.region ? regionText(one) : countryRoom(one))),
    ],
  };
}

/** A link's look: by which way, and by whose word. */
export const linkClass = (mode, { beside }) =>
  `link ${isRemote(mode) ? "remote" : "present"}${beside ? " is-beside" : ""}`;

/** The country or the regions of a participant that are on the map. */
const placesOf = (/** @type {Shown<"payload">} */ given, entry) =>
  isMapped(given, entry) ? [entry.actor] : regionsOf(given, entry);
