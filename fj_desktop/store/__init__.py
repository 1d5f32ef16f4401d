"""The encrypted file and what lives beside it."""
