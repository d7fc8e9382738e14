"""A claim taken apart: its words, numbers, times, points, and what else two claims are compared by. Pure."""
