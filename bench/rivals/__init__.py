"""What one would use instead of our search engine: each a small file with three verbs, fill, ask and size.

All get the same documents, stemmed as ours are, and the same questions; what one does less stands in its docstring and
in the table.
"""
