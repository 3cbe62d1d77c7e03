"""A folder to publish: the maps, an index of them, their data and what others read."""
