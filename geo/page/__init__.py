"""The page: one file that opens offline, from layers, words and the script."""
