"""From a file to rows of cells: CSV in any encoding, and the sheets of workbooks.

Nothing here knows what a column means; that begins in :mod:`geo.tables`.
"""
