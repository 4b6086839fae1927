"""The conversation: what matters, what might help, and the plan that grows beside it."""
