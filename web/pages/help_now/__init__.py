"""Help in a crisis: the page that the strip on every page leads to."""
