// A country of the still picture that is pointed at is outlined and named, and so is the
// symbol of a region: its title says what the picture shows of it, a line each.

import { element, vector } from "../common/dom.js";
import { createTooltip } from "../panels/tooltip_box.js";

/** What lies over the outline of a country, as on the live map. */
const OVER_OUTLINES = ".link, .small-dot, .figure-halo, .badge, .halo, .labels";

/**
 * Let the picture name its countries.
 * @param {HTMLElement} box that the picture stands in
 * @param {function} listen adds a listener that ends when the picture's time does
 * @param {function(): boolean} isDragged
 * @returns {{pointedAt: function, asked: function, end: function}} the country that is
 *   pointed at, with the place in pixels of the picture; the one that was clicked
 */
export function addNames(box, listen, isDragged) {
  const told = new Map();
  const outlines = ["outline-rim", "outline"].map((name) =>
    vector("path", { "class": name, "vector-effect": "non-scaling-stroke" }),
  );
  const tooltip = createTooltip(box.closest(".stage"), box);
  const countryAt = ({ target }) => {
    const { country, actor } = target.closest("[data-country], [data-actor]")?.dataset ?? {};
    return country ?? actor;
  };
  let near;
  let asked;

  const pathsOf = (country) =>
    box.querySelectorAll(`.picture-map :is([data-country="${country}"], [data-actor="${country}"])`);

  function linesOf(country) {
    if (!told.has(country)) told.set(country, takeTitle(pathsOf(country)));
    return lines(told.get(country));
  }
  function outline(data) {
    if (!outlines[0].parentNode) box.querySelector(OVER_OUTLINES)?.before(...outlines);
    for (const path of outlines) path.setAttribute("d", data);
  }
  function point(event) {
    if (event.pointerType === "touch") return;
    const country = isDragged() ? undefined : countryAt(event);
    if (country === near?.country) return;
    const { left, top } = box.getBoundingClientRect();
    near = country && { country, at: [event.clientX - left, event.clientY - top] };
    outline(near ? outlineOf(pathsOf(country)) : "");
    if (near) tooltip.show(linesOf(country), near.at);
    else tooltip.leave();
  }
  listen(box, "pointermove", point);
  listen(box, "pointerleave", point);
  listen(box, "click", (event) => (asked = countryAt(event) ?? asked));
  return {
    pointedAt: () => near,
    asked: () => asked,
    end() {
      for (const path of outlines) path.remove();
      tooltip.box.remove();
    },
  };
}

/** What is said of a country; its title would be shown as well, and later. */
function takeTitle(paths) {
  const titles = [...paths].flatMap((path) => [...path.querySelectorAll("title")]);
  const said = titles[0]?.textContent ?? "";
  for (const title of titles) title.remove();
  return said.split("\n");
}

const outlineOf = (paths) =>
  [...paths]
    .filter((path) => path.matches(".area:not(.is-cut) > path"))
    .map((path) => path.getAttribute("d"))
    .join("");

const lines = ([name, ...others]) => [
  element("strong", { text: name }),
  ...others.map((text) => element("p", { text })),
];
