"""Invented records of which it is known which describe the same: the matcher is taught on some and measured on others."""
