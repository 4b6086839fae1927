"""How assets are found: one question, one port, engines behind it, and the verbs that pages call."""
