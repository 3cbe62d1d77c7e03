"""One cell at a time: the text of a cell becomes a value, or a refusal with its reason.

Every function here takes the text as it stands in the file and gives back a value of
its own type, or a :class:`~geo.cells.refused.Refused` that says why and what else the
text may mean.  None raises on any text, none looks at the machine's locale or clock,
and none knows of tables.
"""
