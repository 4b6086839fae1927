"""The sources: whose records are here, under what licence, and whose word counts more. For curators."""
