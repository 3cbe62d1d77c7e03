"""Derive the shipped boundaries from Natural Earth, under a boundary policy.

Two views of the world that share their lines are intersected into pieces whose owner
never changes between them (``pieces``); a table gives each piece an owner (``policy``);
the pieces are thinned and simplified once, as one coverage (``simplification``), and
only then dissolved into countries (``countries``).  So no sliver or gap can appear
between neighbours, and a contested piece stays available for hatching and dashing
(``lines``).  ``topology`` writes the same geometry with shared arcs for the page,
``checks`` refuses a result that is wrong, ``origin`` tells where it came from.

Run it with ``python -m data.derive.boundaries NSTK_WHEEL DEU_WHEEL``.
"""
