"""Pictures as finished HTML and SVG; each has a text equivalent, and links lead to what it shows."""
