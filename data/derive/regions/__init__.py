"""Derive the outlines of the world's regions from the shipped boundaries.

A source that says "Asian countries" names none, so the map draws the region: a rough
dashed outline, and a point for its symbol that lies on the outline, far from all land.

Run it with ``python -m data.derive.regions``.
"""
