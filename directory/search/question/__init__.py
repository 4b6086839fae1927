"""What a question says besides what it is about: where, when, for whom, at what price, in which way."""
