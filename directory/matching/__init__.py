"""Which records describe the same place or service: blocking, comparisons, a probability, and its reasons in words."""
