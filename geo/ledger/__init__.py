"""The ledger: from which bytes each page was built, so that a build can be spared.

It lies in the user's cache folder, never beside the maps.  Everything is compared by
content.  What is damaged, or was written by another version of Pledgemap, of Python or
of a library, counts as nothing: the pages are then built, which is always right.

Nothing heavy is imported here: a build that changes nothing must answer at once.
"""
