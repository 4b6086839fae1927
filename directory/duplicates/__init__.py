"""Which services of the catalogue describe the same: what is compared of each, who may be whose duplicate, decisions."""
