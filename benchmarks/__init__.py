"""How fast the site is: run with `make bench`."""
