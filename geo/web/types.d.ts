// Types that comments of the modules name, and what they use of Leaflet's insides.  For
// `make types` alone: no page has it.

import "leaflet";

declare global {
  /** A layer of the page; what it lacks it has no need of. */
  interface PageLayer extends L.LayerGroup {
    /** Draw it anew, in another view. */
    redraw?(): void;
    /** Show another date, or other filters. */
    update?(): void;
    /** Dress the land, also paths that were added since. */
    paint?(on?: boolean): void;
    /** The disputed areas that belong to a country. */
    areasOf?(country: string): string[];
    /** The labels that it asks for. */
    texts?(): object[];
    /** How far it reaches about a country's point, in pixels. */
    reach?(country: string): number;
    /** What is pointed at where there is no land: each with its `key` and its `path`. */
    targets?(): { key: string; actor: string; place: number[]; path: L.Path }[];
  }
  /** The boundaries, as geo/page/arcs.py writes them; see topology.js. */
  interface Topology {
    transform: { scale: number[]; translate: number[] };
    /** Of all arcs, one after another; an arc's first leads from the grid's corner. */
    steps: ArrayLike<number>;
    lengths: number[];
    objects: Record<string, { geometries: ArcGeometry[] }>;
  }
  /** The same as the page carries it; only lines have a type. */
  interface PackedTopology {
    transform: Topology["transform"];
    codes: string;
    text: string;
    objects: Record<string, { geometries: { type?: string; arcs?: any }[] }>;
  }
  /** Numbers of arcs; `~i` is arc `i` reversed. */
  type ArcGeometry = { id?: string } & (
    | { type: "LineString"; arcs: number[] }
    | { type: "Polygon" | "MultiLineString"; arcs: number[][] }
    | { type: "MultiPolygon"; arcs: number[][][] }
  );
  /** A path of flat lines of metres; see ground_path.js. */
  interface LinesPath extends L.Path {
    setLines(lines: ArrayLike<number>[]): LinesPath;
  }
  /** While building: Python's answer, in JSON; see geo/page/rendering.py. */
  function python(name: string, asked: string): string;
  interface Window {
    jQuery?: object;
  }
}

declare module "leaflet" {
  interface Map {
    _resetView(center: L.LatLng, zoom: number, noMoveStart?: boolean): void;
  }
  interface SVG {
    _update(): void;
    _updateTransform(center: L.LatLng, zoom: number): void;
  }
}
