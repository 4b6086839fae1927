"""The curator's desk: what needs doing, then any listing with its history."""
