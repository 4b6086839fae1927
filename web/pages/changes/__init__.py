"""Changes that wait for a curator, each as a diff in words."""
