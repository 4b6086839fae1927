"""A visitor's own list, without an account."""
