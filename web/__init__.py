"""HTTP, pages and forms. A view turns a request into plain arguments, calls one verb, and shows the answer."""
