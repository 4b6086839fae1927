"""One asset, so that a person can decide whether to go."""
