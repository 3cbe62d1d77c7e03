// The height of the embedded page, told to the page round it in the message of each
// script that such pages have for it, and the questions of these scripts answered.

const RESIZER = "[iFrameSizer]";
const PYM = "xPYMx";

/**
 * The messages that tell a height.  Pure.
 * @param {object} frame `id` that Datawrapper's script passes on, `address` that the
 *   frame was given, `resizer` and `pym`: ids by which these scripts know it (`pym` is
 *   empty where they do not), `width` and `height` in px
 * @param {string} [kind] what iframe-resizer takes it for
 * @returns {Array<object|string>}
 */
export function heightMessages(frame, kind = "resize") {
  const { id, address, resizer, pym, width, height } = frame;
  const told = { context: "iframe.resize", src: address, height };
  return [
    { "datawrapper-height": { [id]: height } },
    // AMP and Sidechain.
    { sentinel: "amp", type: "embed-size", height },
    // Medium and Flourish.
    JSON.stringify({ sender: "Flourish", method: "resize", ...told }),
    ...(pym ? [["pym", pym, "height", height].join(PYM)] : []),
    `${RESIZER}${[resizer, height, width, kind, "pledgemap"].join(":")}`,
  ];
}

/**
 * What a script of the page round this one asks for.  Pure.
 * @param {*} data of its message
 * @returns {{kind: string, resizer?: string}|undefined} undefined if nothing
 */
export function asked(data) {
  if (typeof data !== "string") return undefined;
  if (data.startsWith(RESIZER)) {
    const parts = data.slice(RESIZER.length).split(":");
    if (parts.length > 10) return { kind: "init", resizer: parts[0] };
    return parts[0] === "resize" ? { kind: "resize" } : undefined;
  }
  const [pym, , what] = data.split(PYM);
  return pym === "pym" && what === "width" ? { kind: "resize" } : undefined;
}

/**
 * Tell the height of the page, at once and whenever it changes.
 * @param {string} id of the map
 */
export function addFrameHeight(id) {
  const root = document.documentElement;
  const pym = new URLSearchParams(location.search).get("childId");
  // Later the page writes its state into its address.
  const frame = { id, address: location.href, resizer: `pledgemap-${id}`, pym };
  const tell = (message) => window.parent.postMessage(message, "*");
  function send(kind) {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (!kind && height === frame.height) return;
    Object.assign(frame, { height, width: window.innerWidth });
    heightMessages(frame, kind).forEach(tell);
  }
  window.addEventListener("message", ({ source, data }) => {
    const question = source === window.parent && asked(data);
    if (!question) return;
    frame.resizer = question.resizer ?? frame.resizer;
    send(question.kind);
  });
  tell("[iFrameResizerChild]Ready");
  // At once, too: out of sight nothing is observed.
  send();
  // What is free below the page a panel takes before it covers the map.
  const measureFree = () => {
    const free_px = window.innerHeight - root.getBoundingClientRect().height;
    root.style.setProperty("--free", `${Math.max(0, free_px)}px`);
  };
  window.addEventListener("resize", measureFree);
  new ResizeObserver(() => {
    send();
    measureFree();
  }).observe(root);
}
