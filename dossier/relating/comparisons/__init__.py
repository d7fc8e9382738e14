"""Ways in which two claims can be compared; the first that has an opinion wins."""
