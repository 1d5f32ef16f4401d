"""Small reusable pieces of the window."""
