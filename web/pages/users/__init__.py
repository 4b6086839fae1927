"""Accounts: who may sign in, and as what. For curators."""
