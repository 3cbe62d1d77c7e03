"""Country boundaries: the shipped files, how to read them, how they were derived.

``files`` says where the shipped files are, ``read`` gives the countries for the join,
and ``derive`` is the program that made them from Natural Earth under a boundary
policy.  Nothing heavy is imported here, so that asking for a path stays cheap.
"""
