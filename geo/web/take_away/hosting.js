// Where others find the page: at its own address, or at the one that it will have. Pure.

const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/**
 * Whether others can open the page by its address.
 * @param {{protocol: string, hostname: string}} address of the page
 */
export function isPublic({ protocol, hostname }) {
  return /^https?:$/.test(protocol) && !LOOPBACK.test(hostname);
}

/**
 * The page's address as a person types it: its own, or with `/` its folder's.
 * @param {string} typed without a scheme it means https
 * @param {string} slug the map's name
 * @param {string} hash the state that the page opens with
 * @returns {string|undefined} undefined if it is no address
 */
export function typedAddress(typed, slug, hash) {
  const text = typed.trim();
  try {
    const url = new URL(/^[a-z][\w+.-]*:/i.test(text) ? text : `https://${text}`);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    if (url.pathname.endsWith("/")) url.pathname += `${slug}.html`;
    url.hash = hash;
    return url.href;
  } catch {
    return undefined;
  }
}
