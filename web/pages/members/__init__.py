"""Members: finding one, adding one with her consent, and what is known of her."""
