"""Several tables that belong together: where they lie, their rows, and what belongs to what, in flat memory."""
