"""Who needs what, and why this: needs, hard rules, signals, ranking and pathways. It never learns a name."""
