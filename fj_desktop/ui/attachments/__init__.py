"""The attachments of a record in the window: list, drop and paste, preview."""
