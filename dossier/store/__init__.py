"""Files to records and back: the only room that touches `sources/` and `claims/`."""
