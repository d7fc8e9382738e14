"""Conditions that must hold before two claims may be said to contradict each other."""
