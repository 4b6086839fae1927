"""The first page: what would help, and what is on near here this week."""
