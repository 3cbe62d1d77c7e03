// How to cite the map as it is shown, and how to put it into another page.  Pure.

import { isolated } from "../common/isolated.js";

/** @type {Record<string, string>} */
const BIBTEX_SIGNS = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/**
 * A text inside a field of BibTeX.
 * @param {string} text
 */
function bibtexText(text) {
  return text.replace(/[\\~^]|[{}%&$#_]/g, (sign) => BIBTEX_SIGNS[sign] ?? `\\${sign}`);
}

/**
 * A text with a full stop; one that ends in an abbreviation has it already.
 * @param {string} text
 */
export function stopped(text) {
  return text.endsWith(".") ? text : `${text}.`;
}

/**
 * @param {{title: string, asOf: string, narrowed: string, licence: string, url: string}}
 *   map `asOf` in words with its label; `narrowed` the sentence on filters, blank if
 *   there are none, `licence` if none is stated, `url` if the page is nobody's to visit
 * @returns {string}
 */
export function citationText({ title, asOf, narrowed, licence, url }) {
  const cited = `${isolated(title)}. Pledgemap. ${stopped(asOf)}`;
  const parts = [cited, narrowed, licence && stopped(isolated(licence)), url];
  return parts.filter(Boolean).join(" ");
}

/**
 * An entry for a BibTeX file.
 * @param {{slug: string, title: string, date: string, asOf: string, narrowed: string,
 *   licence: string, url: string}} map `date` as ISO
 * @returns {string}
 */
export function bibtexEntry({ slug, title, date, asOf, narrowed, licence, url }) {
  const fields = {
    title: `{${bibtexText(title)}}`,
    author: "{Pledgemap}",
    year: date.slice(0, 4),
    note: bibtexText([stopped(asOf), narrowed, licence].filter(Boolean).join(" ")),
    url: url.replace(/[{}\\]/g, encodeURIComponent),
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([key, value]) => `  ${key} = {${value}},`);
  const dated = slug.includes(date) ? slug : `${slug}-${date}`;
  const key = `pledgemap-${dated}`.replace(/[^\w-]/g, "");
  return [`@misc{${key},`, ...lines, "}"].join("\n");
}

/**
 * The code that shows a page inside another one, as `pledgemap embed` prints it.
 * @param {string} url
 * @param {string} title what a screen reader calls the frame
 * @param {string} slug the map's name
 * @param {Record<string, string>} frame the attributes that are the same for every map
 * @returns {string}
 */
export function embedCode(url, title, slug, frame) {
  const quoted = (/** @type {string} */ text) =>
    text
      .replace(/&/g, "&amp;")
      .replace(/"/g, "&quot;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;");
  const attributes = { id: `pledgemap-${slug}`, src: url, title, ...frame };
  const written = Object.entries(attributes).map(([k, v]) => `${k}="${quoted(v)}"`);
  return `<iframe ${written.join(" ")}></iframe>`;
}
