"""What a first look needs of every asset, in columns: a million are passed over in the time of a page."""
