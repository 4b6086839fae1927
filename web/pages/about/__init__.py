"""What we owe everyone who uses this: accessibility, privacy, and how suggestions are made."""
