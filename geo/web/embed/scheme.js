// Dark or light as someone has chosen it: in the address, or the page round this one.
// Nobody's choice is the reader's system.

const DARK = "prefers-color-scheme";
/**
 * What the style's block for dark holds for, by choice.
 * @type {Record<string, string>}
 */
const MEDIA = { dark: "screen", light: "not all" };

/**
 * Of the page's own style, or of what stands for it where a host does not allow it: a sheet
 * that others added may be of another origin.
 */
function darkRules() {
  const style = /** @type {HTMLStyleElement} */ (document.getElementById("look"));
  const { sheet } = style;
  const sheets = sheet ? [sheet] : [...document.adoptedStyleSheets];
  const rules = sheets.flatMap(({ cssRules }) => [...cssRules]);
  return /** @type {CSSMediaRule[]} */ (rules).filter(({ media }) =>
    media?.mediaText.includes(DARK),
  );
}

/**
 * Make what sets the scheme of the page.
 * @returns {function(string): void} takes "dark" or "light"; all else is passed over
 */
export function schemeSetter() {
  const rules = darkRules();
  return (scheme) => {
    if (!Object.hasOwn(MEDIA, scheme)) return;
    for (const { media } of rules) media.mediaText = MEDIA[scheme];
    document.documentElement.dataset.scheme = scheme;
  };
}

/**
 * Make something in the light colours, which are those of paper, whatever the reader has.
 * @template T
 * @param {function(): T} make
 * @returns {T}
 */
export function inLight(make) {
  const before = darkRules().map(({ media }) => ({ media, text: media.mediaText }));
  try {
    for (const { media } of before) media.mediaText = MEDIA.light;
    return make();
  } finally {
    for (const { media, text } of before) media.mediaText = text;
  }
}
