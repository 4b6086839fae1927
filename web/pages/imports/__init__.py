"""Other people's records: try first, look at what would change, import, take back. For curators."""
