"""Backups as files: made, proved, thinned, carried to another place, and brought back."""
