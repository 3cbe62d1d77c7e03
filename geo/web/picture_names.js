// A country of the still picture that is pointed at is outlined and named: its title
// says what the picture shows of it, a line each.

import { element, vector } from "./dom.js";
import { createTooltip } from "./tooltip_box.js";

/** What lies over the outline of a country, as on the live map. */
const OVER_OUTLINES = ".link, .small-dot, .figure-halo, .badge, .halo, .labels";

/**
 * Let the picture name its countries.
 * @param {SVGElement} picture
 * @param {function} listen adds a listener that ends when the picture's time does
 * @param {function(): boolean} isDragged
 * @returns {{pointedAt: function, asked: function, end: function}} the country that is
 *   pointed at, with the place in pixels of the picture; the one that was clicked
 */
export function addNames(picture, listen, isDragged) {
  const told = takeTitles(picture);
  const outlines = ["outline-rim", "outline"].map((name) =>
    vector("path", { "class": name, "vector-effect": "non-scaling-stroke" }),
  );
  picture.querySelector(OVER_OUTLINES)?.before(...outlines);
  const tooltip = createTooltip(picture.closest(".stage"), picture.parentElement);
  let near;
  let asked;

  const outlineOf = (country) =>
    [...picture.querySelectorAll(".area:not(.is-cut) > path")]
      .filter(({ dataset }) => dataset.country === country)
      .map((path) => path.getAttribute("d"))
      .join("");

  function point({ target, clientX, clientY }) {
    const country = isDragged() ? undefined : target.closest("[data-country]")?.dataset.country;
    if (country === near?.country) return;
    const { left, top } = picture.getBoundingClientRect();
    near = country && { country, at: [clientX - left, clientY - top] };
    for (const path of outlines) path.setAttribute("d", near ? outlineOf(country) : "");
    if (near) tooltip.show(lines(told.get(country)), near.at);
    else tooltip.leave();
  }
  listen(picture, "pointermove", point);
  listen(picture, "pointerleave", point);
  listen(picture, "click", ({ target }) => {
    asked = target.closest("[data-country]")?.dataset.country ?? asked;
  });
  return {
    pointedAt: () => near,
    asked: () => asked,
    end() {
      for (const path of outlines) path.remove();
      tooltip.box.remove();
    },
  };
}

/** What is said of each country; its title would be shown as well, and later. */
function takeTitles(picture) {
  const told = new Map();
  for (const title of picture.querySelectorAll("[data-country] > title")) {
    told.set(title.parentNode.dataset.country, title.textContent.split("\n"));
    title.remove();
  }
  return told;
}

const lines = ([name, ...others]) => [
  element("strong", { text: name }),
  ...others.map((text) => element("p", { text })),
];
