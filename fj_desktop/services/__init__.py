"""What a person can do, without a window; the only callers of the store's transactions."""
