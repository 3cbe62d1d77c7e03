// The payload leaves out what is usual and what can be told from a row; it is put back
// here, once, so that no other module needs to know.

const readJson = (id) => JSON.parse(document.getElementById(id).textContent);

/** @returns {object} the TopoJSON of the boundaries */
export const readBoundaries = () => readJson("pledgemap-boundaries");

/** @returns {object} the payload, whole */
export const readPayload = () => completed(readJson("pledgemap-data"));

/** Put back what a payload leaves out. */
export function completed(payload) {
  // Names stand in the order of the countries' codes, and so do the points.
  const countries = Object.keys(payload.points);
  for (const [language, names] of Object.entries(payload.names)) {
    payload.names[language] = Object.fromEntries(
      names.map((name, i) => [countries[i], name]),
    );
  }
  for (const said of Object.values(payload.statements)) {
    said.speaks_for ??= "own_government";
    said.lang ??= "en";
  }
  for (const part of Object.values(payload.participations)) {
    part.kind ??= "country";
    part.occurrence ??= "actual";
    part.roles ??= ["participant"];
  }
  const beside = Object.values(payload.countries).flatMap(
    (entry) => entry.beside ?? [],
  );
  payload.order.statements ??= Object.keys(payload.statements).filter(
    (id) => !beside.includes(id),
  );
  payload.order.participations ??= Object.keys(payload.participations);
  // How one participant took part is told by its best supported row.
  for (const [meeting, entries] of Object.entries(payload.attendance)) {
    payload.attendance[meeting] = entries.map((entry) => ({
      ...payload.participations[entry.rows[0]],
      ...entry,
    }));
  }
  return payload;
}
