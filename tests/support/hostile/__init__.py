"""Files nobody should have to open, by what is wrong with them."""
