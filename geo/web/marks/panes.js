// What lies over what, on the live map and in pictures of it.

/** The panes of the marks on the land, back to front. */
export const PANES = { link_rims: 338, links: 340, small: 345, figures: 350, symbols: 360 };
