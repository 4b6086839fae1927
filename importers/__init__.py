"""Other people's records: one source a file, then shared normalising, merging, reporting and undoing."""
