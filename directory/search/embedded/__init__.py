"""The embedded search engine: arrays in files that all processes of a machine share, with Whoosh's words and commits."""
