"""Article text into cleaned text and draft claims. Pure."""
