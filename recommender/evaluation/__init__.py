"""How good recommendations are: a judged collection, measures, and what one would use instead."""
