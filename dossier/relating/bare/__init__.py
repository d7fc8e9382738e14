"""Two sentences or texts alone, without codebook, articles or dates: for `make evaluate`, on no page of the site."""
