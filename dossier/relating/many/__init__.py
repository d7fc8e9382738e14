"""Many claims: what is kept between runs, held only while needed, done on all processors."""
