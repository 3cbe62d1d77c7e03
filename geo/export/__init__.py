"""The data of a map as files that other programs read."""
