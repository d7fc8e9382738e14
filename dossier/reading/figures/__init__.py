"""Quantities: their value, their unit, what they count, and whether they rise or fall."""
