"""A partner's own listings: is it still right, is there room, and what should be changed."""
