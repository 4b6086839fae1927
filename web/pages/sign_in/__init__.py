"""Signing in, and the page that leads each account to its work."""
