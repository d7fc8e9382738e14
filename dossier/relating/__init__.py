"""Claims into relations with reasons, and questions into verdicts. Pure."""
