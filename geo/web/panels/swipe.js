// A sheet that lies over the lower end of the screen is put away by a finger that draws
// its head down.

/** A finger that draws less far lets the sheet stay. */
const FAR_PX = 60;

/**
 * @param {HTMLElement} sheet with a `header`, drawn anew at times
 * @param {function(): void} close
 */
export function addSwipe(sheet, close) {
  /** @type {number|undefined} */
  let from;
  let drawn_px = 0;
  const place = (/** @type {number} */ px) => {
    drawn_px = px;
    sheet.style.translate = px ? `0 ${px}px` : "";
  };
  const heightOf = (/** @type {TouchEvent} */ { touches }) => touches[0].clientY;
  sheet.addEventListener(
    "touchstart",
    (event) => {
      const isHead = Boolean(/** @type {Element} */ (event.target).closest("header"));
      const isSheet = getComputedStyle(sheet).position === "fixed";
      from = isHead && isSheet && event.touches.length === 1 ? heightOf(event) : undefined;
    },
    { passive: true },
  );
  sheet.addEventListener(
    "touchmove",
    (event) => from !== undefined && place(Math.max(0, heightOf(event) - from)),
    { passive: true },
  );
  for (const end of ["touchend", "touchcancel"]) {
    sheet.addEventListener(end, () => {
      const isFar = end === "touchend" && drawn_px > FAR_PX;
      from = undefined;
      place(0);
      if (isFar) close();
    });
  }
}
