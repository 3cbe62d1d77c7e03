"""Thematic layers: what is drawn on the boundaries, as values that a page can carry."""
