// Handing a file to the reader, made in the page: no server and no network.

/**
 * Save a file.
 * @param {string} name
 * @param {Blob} blob
 */
export function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click; then its memory can go.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/**
 * Save a text as UTF-8.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function saveText(name, type, text) {
  save(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/**
 * Copy what a text field holds.
 * @param {HTMLTextAreaElement} field
 * @returns {boolean} whether the browser did it; if not, the text is selected
 */
export function copyField(field) {
  field.focus();
  field.select();
  return document.execCommand("copy");
}
