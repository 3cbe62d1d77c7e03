"""Writing tables in their plainest form where that is certain, and nothing else."""
