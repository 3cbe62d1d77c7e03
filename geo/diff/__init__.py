"""What came, went and changed between two states of the tables, and on the maps."""
