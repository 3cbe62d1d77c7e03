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
    texts?(): any[];
    /** How far it reaches about a country's point, in pixels. */
    reach?(country: string): number;
    /** What is pointed at where there is no land: each with its `key` and its `path`. */
    targets?(): { key: string; actor: string; place: number[]; path: L.Path }[];
  }
  /** What the page carries of the tables, as rules/payload.js completes it. */
  type Payload = any;
  /** The entry of a layer in the payload. */
  type LayerSpec = any;
  /** Of its tables: a row of `pledges`, and of `participants`. */
  type Statement = any;
  type Participation = any;
  type Figure = any;
  /** A country's standing, as rules/standing.js decides it. */
  type Standing = any;
  /** A text, and its language where it is not the page's: attributes of an element. */
  type Text = { text: string; lang?: string; "data-in"?: string };
  /** Words, numbers and dates of the page's language; see words/wording.js. */
  interface Wording {
    language: string;
    say(key: string, values?: object): string;
    knows(key: string): boolean;
    count(key: string, n: number, values?: object): string;
    number(n: number): string;
    told(texts?: Record<string, string>, language?: string): Text;
    free(text?: number | string, lang?: string): Text;
    pick(texts?: Record<string, string>): string;
    place(id: string): string;
    actor(id: Actor): string;
    meeting(id: string): string;
    list(items: string[], type?: Intl.ListFormatType): string;
    plural(n: number): string;
    compare(a: string, b: string): number;
    parted(texts: string[]): string;
    pair(name: string, said: string): string;
    date(date: string, approximate?: boolean, language?: string): string;
    dated(key: string, date: string): string;
    since(date: string, approximate?: boolean): string;
    figureNumber(figure: Figure): string;
    unit(n?: number): string;
    figureMeaning(figure: Figure): string;
    figureLabel(figure: Figure, weak?: boolean, isShort?: boolean): string;
    figure(figure: Figure): string;
  }
  /** What the reader has chosen, by name. */
  type Chosen = any;
  /** See state/state.js. */
  interface State {
    get(): Chosen;
    change(choices: Chosen): void;
    follow(keys: string[], call: (chosen: Chosen, changed: string[]) => void): void;
  }
  /** A country's standing, or the code of whom a source places in a region. */
  type Actor = string;

  /** As rules/snapshot.js reads them. */
  type Rows = any;
  /** The rows behind the map; see state/record.js. */
  interface RecordPart {
    record: Rows;
    stops: { day: string; date: string }[];
    /** What is shown, or what would be under other choices. */
    snapshot(choices?: object): any;
    /** Where each country stood from day to day, under the present filters. */
    histories(): Record<Actor, any>;
    /** Is anything known of it under the present choices? */
    hasRows(actor: Actor): boolean;
    /** Can it be opened, though nothing may be known of it yet? */
    isOpenable(actor: Actor): boolean;
  }
  /** What changed; see time/date_changes.js. */
  interface ChangesPart {
    /** On the date shown, or since the one compared; none while neither is chosen. */
    changes(): any[];
  }
  /** Whom a number of the headline or of the legend counts; see rules/positions.js. */
  interface PositionsPart {
    isDimmed(country: Actor): boolean;
    isListed(country: Actor): boolean;
    /** The statements shown of the countries listed. */
    listedStatements(): any[];
    /** For who draws buttons anew. */
    leavePosition(): void;
    positionButton(position: string, look: object, inside: any): HTMLElement;
  }
  /** What the layers shown say of themselves; see layers/layers_shown.js. */
  interface LayersShownPart {
    isShown(id: string): boolean;
    /** The pixels that a country's circle takes on either side of its point. */
    figureReach(country: Actor): number;
    /** What lets be pointed at where there is no land. */
    targets(): ReturnType<PageLayer["targets"]>;
    /** Where a country stands, or whom a source places in a region; undefined for nowhere. */
    pointOf(actor: Actor): number[] | undefined;
    areasOf(country: Actor): string[];
    /** The labels, and the room, that the layers ask for. */
    texts(): any[];
  }
  /** The land; see layers/land.js. */
  interface LandPart {
    land: {
      countries: Record<Actor, any>;
      ground: any;
      objects: Topology["objects"];
      /** Take the ground into the projection of a view, if it is another. */
      fit(view: View): void;
      /** Draw what the opening view shows, and the rest: once each. */
      addFirst(): void;
      addRest(): void;
      /** A country's outline for highlights, without the cut at the antimeridian. */
      outline(country: Actor): ArrayLike<number>[];
    };
  }
  /** A view of the payload. */
  type View = import("./ground/frame.js").View & Record<string, any>;
  /** Where the map looks; see layers/view.js. */
  interface ViewPart {
    /** The view in use, or as a box of other sides shows it. */
    view(): View;
    viewIn(sides: number[]): View;
    frame(): any;
    lettering(): any;
    letterPx(): number;
    pxPerM(): number;
    homePxPerM(): number;
    showView(): void;
    showSight(sight: { across: number; down: number; k: number }): void;
    lookAt(center: L.LatLng, zoom: number): void;
    isAtHome(): boolean;
    keepInView(): void;
    /** In metres. */
    boxInSight(): number[];
    toScreen(place: number[]): number[];
    toAlone(place: number[]): number[];
    layerOffset(): number[];
    bringIntoSight(place: number[]): void;
  }
  /** Targets of countries too small to hit; see layers/small_marks.js. */
  interface SmallMarksPart {
    smallMarks: Record<Actor, { mark: L.FeatureGroup; hit: L.Path }>;
    /** How far a country's dot reaches from its point; 0 where it has none. */
    dotReach(country: Actor): number;
  }
  /** What is pointed at and opened; see layers/attention.js. */
  interface AttentionPart {
    attend(path: L.Path, target: { country: Actor; areas?: string[] }): void;
    open(actor: Actor): void;
    isOnMap(actor: Actor): boolean;
    /** What had the focus when a country was opened, unless it is on the map: once. */
    takeOpener(): HTMLElement | undefined;
  }
  /** What the parts of the page offer to each other; boot/main.js alone has the whole. */
  interface Page
    extends RecordPart,
      ChangesPart,
      PositionsPart,
      LayersShownPart,
      LandPart,
      ViewPart,
      SmallMarksPart,
      AttentionPart {
    payload: Payload;
    wording: Wording;
    state: State;
    map: L.Map;
    ground: any;
    boundaries: Topology["objects"];
    stage: HTMLElement;
    /** Bring the map into sight. */
    showMap(): void;
    /** The map's box, with what a Python user put over the map. */
    box: HTMLElement;
    /** Whether the page is in a frame. */
    embedded: boolean;
    layers: Record<string, PageLayer>;
    /** What a Python user added, as the layer panel lists it. */
    added: { id: string; layer: L.Layer; name: string | null }[];
    /** Which of these are shown. */
    shownAdded(): string;
    isNamed(country: Actor): boolean;
    /** The steps of the first labels. */
    chooseLabels(): void;
    writeLabels(): void;
    /** What the map's buttons cover of it, in pixels, once they are there. */
    buttonBoxes: undefined | (() => number[][]);
    /** To the map's buttons. */
    leaveMap(): void;
    zoomTo(country: Actor): void;
    pointTo(country: Actor): object;
    enterMap(): void;
    leaveDetails(country: Actor): void;
    /** Two sheets, or the whole. */
    print(isWhole: boolean): void;
    /** Lead to a statement of the open country. */
    showStatement(id: string): void;
    /** What the address says, or will say in a moment. */
    hash(): string;
    /** Once the address is read: from then on it is the reader who opens countries. */
    opened?: boolean;
  }
  /** What a part is given: it knows of nothing else. */
  type Given<Names extends keyof Page> = Pick<Page, Names>;

  /** What a page has also while building, without a reader and without Leaflet's map. */
  interface Still extends Pick<Page, "payload" | "wording" | "record" | "stops" | "histories"> {
    layers: Record<string, any>;
    state: Pick<State, "get">;
    land: { countries: Record<Actor, any> };
    isShown: Page["isShown"];
    figureReach: Page["figureReach"];
    texts: Page["texts"];
    dotReach: Page["dotReach"];
    view: Page["view"];
    frame: Page["frame"];
    letterPx: Page["letterPx"];
    pxPerM: Page["pxPerM"];
    homePxPerM: Page["homePxPerM"];
    /** Where there is a reader. */
    positionButton?: Page["positionButton"];
  }
  /** What is asked of a page by who draws and writes: the same while building. */
  type Shown<Names extends keyof Still> = Pick<Still, Names>;
  type Words = Shown<"payload" | "wording">;
  /** See still/still_page.js. */
  interface StillPage extends Still {
    /** The marks of the layers shown. */
    marks(): any[];
    /** Say what is shown, and how large. */
    seenAt(frame: any, pxPerM: number): void;
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
  type ArcGeometry = { id?: string; properties?: Record<string, any> } & (
    | { type: "LineString"; arcs: number[] }
    | { type: "Polygon" | "MultiLineString"; arcs: number[][] }
    | { type: "MultiPolygon"; arcs: number[][][] }
  );
  /** A path of flat lines of metres; see ground_path.js. */
  interface LinesPath extends L.Path {
    lines: ArrayLike<number>[];
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
  interface Handler {
    moving?(): boolean;
  }
  interface SVG {
    _update(): void;
    _updateTransform(center: L.LatLng, zoom: number): void;
  }
}
