"""Places: countries by all their names, and what 'the country' refers to."""
