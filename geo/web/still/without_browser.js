// What the modules ask of a browser, where there is none: elements, and the ways of a
// language, of which Python knows.

/** A number with at most one digit after the point. */
const short = (value) => String(Math.round(value * 10) / 10 || 0);
const FRACTION = /-?(?:\d*\.\d+|\d+(?=e))(?:e-?\d+)?/g;
/** Path data of short numbers; a minus sign parts them as well as a space. */
const tight = (d) => d.replace(FRACTION, (text) => short(Number(text))).replace(/ -/g, "-");

/** An element, as far as our modules make and read one; JSON of it is a tree. */
class Small {
  constructor(tag) {
    this.tag = tag;
    this.attributes = {};
    this.childNodes = [];
  }
  setAttribute(name, value) {
    const isNumber = typeof value === "number";
    this.attributes[name] = isNumber ? short(value) : name === "d" ? tight(value) : value;
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  addEventListener() {}
  append(...nodes) {
    this.childNodes.push(...nodes.map((node) => (node instanceof Small ? node : String(node))));
  }
  set textContent(text) {
    this.childNodes = [String(text)];
  }
  toJSON() {
    return [this.tag, this.attributes, ...this.childNodes];
  }
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" };
const ESCAPED = /[&<>"\r]/;
const ALL_ESCAPED = /[&<>"\r]/g;
/** A text as HTML says it; HTML would read a plain carriage return as a line feed. */
const escaped = (text) => (ESCAPED.test(text) ? String(text).replace(ALL_ESCAPED, (sign) => ESCAPES[sign]) : String(text));
const VOID = ["br"];
const SHAPES = ["circle", "path", "rect", "use"];

/** Elements as HTML; texts, of tables too, stay texts. */
export function htmlOf(...nodes) {
  return nodes.flat(Infinity).map(nodeAsHtml).join("");
}

function nodeAsHtml(node) {
  if (!(node instanceof Small)) return escaped(node);
  const { tag, attributes, childNodes } = node;
  let start = `<${tag}`;
  for (const name in attributes) start += ` ${name}="${escaped(attributes[name])}"`;
  if (SHAPES.includes(tag) && !childNodes.length) return `${start}/>`;
  return VOID.includes(tag) ? `${start}>` : `${start}>${childNodes.map(nodeAsHtml).join("")}</${tag}>`;
}

const smallDocument = {
  createElement: (tag) => new Small(tag),
  createElementNS: (space, tag) => new Small(tag),
  getElementById: () => null,
};

/** Ask Python, in JSON: no text is lost on the way. */
export const ask = (name, ...values) => JSON.parse(globalThis.python(name, JSON.stringify(values)));
const languageOf = (locale) => locale.split("-")[0];

/** @type {Map<string, any>} */
const answers = new Map();
/** Ask once: what a language says of something stays so. */
function spoken(name, ...values) {
  const asked = JSON.stringify([name, values]);
  if (!answers.has(asked)) answers.set(asked, ask(name, ...values));
  return answers.get(asked);
}

const askedIntl = {
  NumberFormat: function NumberFormat(locale) {
    this.format = (number) => spoken("number", number, languageOf(locale));
  },
  DateTimeFormat: function DateTimeFormat(locale, { year, month, day }) {
    if (!year) {
      this.format = (date) => spoken("month", date.toISOString(), languageOf(locale));
      return;
    }
    const length = day ? 10 : month ? 7 : 4;
    this.format = (date) =>
      spoken("date", date.toISOString().slice(0, length), languageOf(locale));
  },
  ListFormat: function ListFormat(locale, { type }) {
    this.format = (items) => spoken("list", [...items], languageOf(locale), type);
  },
  PluralRules: function PluralRules(locale) {
    this.select = (number) => spoken("plural", number, languageOf(locale));
  },
  Collator: function Collator(locale) {
    const keys = new Map();
    const keyOf = (text) => {
      if (!keys.has(text)) keys.set(text, spoken("collation", text, languageOf(locale)));
      return keys.get(text);
    };
    this.compare = (a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b)));
  },
};

Object.assign(globalThis, { document: smallDocument, Intl: askedIntl });
