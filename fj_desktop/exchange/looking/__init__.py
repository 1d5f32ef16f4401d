"""Files that people attach: what they are, whether they are dangerous, what they say, and how they look."""
