"""What was looked for and not found: needs, words and limits that were missed often enough to be shown. For curators."""
