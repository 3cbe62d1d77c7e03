"""The commands of ``pledgemap``, one a module; :mod:`geo.cli` gathers them."""
