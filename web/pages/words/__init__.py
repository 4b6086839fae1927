"""Words people use: what is meant by a phrase, and what is as good as it, in every search from then on. For curators."""
