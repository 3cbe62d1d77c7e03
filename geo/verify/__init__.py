"""Is a page what its inputs give?  Rebuilds it in memory, and says what differs."""
