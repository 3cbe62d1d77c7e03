// On a narrow screen a row of the tables stands as a stack, each cell behind its heading.
// The style does that, and takes the table's meaning from a browser that goes by looks;
// so roles say what is what.

/** The role of each part of a table. */
const ROLES = [
  ["thead, tbody", "rowgroup"],
  ["tr", "row"],
  ["thead th", "columnheader"],
  ["tbody th", "rowheader"],
  ["td", "cell"],
];

/**
 * Let the tables be stacked where they are narrow.
 * @param {{state: {follow: function(string[], function): void}}} given
 */
export function addStackedTables({ state }) {
  const narrow = window.matchMedia("(max-width: 40rem)");
  /** @type {NodeListOf<HTMLTableElement>} */
  const tables = document.querySelectorAll("#table table");
  /** @param {HTMLTableElement} table */
  function head(table) {
    [...(table.tHead?.rows[0].cells ?? [])].forEach(({ textContent }, i) => {
      table.style.setProperty(`--head-${i + 1}`, JSON.stringify(textContent));
    });
  }
  function follow() {
    if (!narrow.matches) return;
    for (const table of tables) {
      head(table);
      table.setAttribute("role", "table");
      for (const [parts, role] of ROLES) {
        for (const part of table.querySelectorAll(parts)) part.setAttribute("role", role);
      }
    }
  }
  narrow.addEventListener("change", follow);
  // The headings are translated by then.
  state.follow(["language"], () => setTimeout(follow));
  follow();
}
