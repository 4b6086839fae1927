"""Five questions for those who do not know what to type; the answers live in the address alone."""
