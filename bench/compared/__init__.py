"""What is compared between our search and what one would use instead: a file for each question that a reader has."""
