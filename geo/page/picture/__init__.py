"""The static picture: the default view as light SVG that stands in the page itself.

It is drawn by the rules of the live map, with its classes and colours, so that a reader
sees the same marks before the script runs, and without it.
"""
