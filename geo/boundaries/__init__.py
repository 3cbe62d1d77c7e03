"""Country boundaries: where the shipped files are, and how to read them.

``data/derive/boundaries`` made them from Natural Earth under a boundary policy.
Nothing heavy is imported here, so that asking for a path stays cheap.
"""
