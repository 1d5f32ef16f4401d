"""The window; knows services, core and result types, never the store."""
