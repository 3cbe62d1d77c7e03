// The page inside another one: compact, with the way to the full map, in the scheme
// that the other page chooses.

import { element, linkAt, made } from "../common/dom.js";
import { addFrameHeight } from "./frame_height.js";
import { schemeSetter } from "./scheme.js";
import { translate } from "../words/labelled.js";

/** Whether the page stands in another one and has an address to be opened by. */
const isEmbedded = () => window.parent !== window && location.protocol !== "about:";

/** The address of the full map as the reader sees it now, or of a part of its page. */
function fullAddress(/** @type {Shown<"wording">} */ { wording }, anchor = location.hash) {
  const url = new URL(location.href);
  url.search = String(new URLSearchParams({ lang: wording.language }));
  url.hash = anchor;
  return url.href;
}

/**
 * Take the scheme that the address asks for; in a frame, become compact.  Before the
 * map is opened, for it takes the size of its box.
 * @returns {boolean} whether it is in a frame
 */
export function prepareFrame() {
  const setScheme = schemeSetter();
  setScheme(new URLSearchParams(location.search).get("scheme"));
  if (!isEmbedded()) return false;
  document.documentElement.classList.add("embedded");
  window.addEventListener("message", ({ source, data }) => {
    if (source === window.parent && data?.type === "pledgemap:scheme")
      setScheme(data.scheme);
  });
  return true;
}

/** What a frame has little room for, folded away. */
function fold(title, parts) {
  const summary = element("summary", { "data-t": title });
  return made(element("details", { class: "frame-fold" }, summary, parts));
}

/**
 * In a frame, lead to the full map and tell the frame's height.
 * @param {Words & Given<"embedded">} given with everything in it
 */
export function addEmbedding(given) {
  if (!given.embedded) return;
  const link = element("a", { href: fullAddress(given), "data-t": "embed.full_map" });
  const about = document.querySelector(".about");
  const tools = [...document.querySelectorAll(".outside, #toolbar, .help, .filters")];
  document.getElementById("stage").append(fold("embed.tools", tools));
  about.append(fold("about.title", [...about.children]));
  about.prepend(made(element("p", { class: "full-map" }, link)));
  for (const part of document.querySelectorAll(".about, .frame-fold")) translate(part, given);
  // A frame is no place for another page, and its own parts are not all here.
  document.addEventListener("click", (event) => {
    const followed = linkAt(event, "a[href]");
    if (!followed) return;
    const anchor = followed.getAttribute("href");
    if (followed.matches(".skip")) return;
    if (followed === link) followed.href = fullAddress(given);
    else if (anchor.startsWith("#")) followed.href = fullAddress(given, anchor);
    Object.assign(followed, { target: "_blank", rel: "noopener" });
  });
  addFrameHeight(given.payload.map);
}
