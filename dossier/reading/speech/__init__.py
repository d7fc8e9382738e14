"""Who says what, in whose voice."""
