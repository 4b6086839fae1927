"""Records that may be the same: two side by side, decided with one key, taken back as easily. For curators."""
