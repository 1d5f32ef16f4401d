"""The declaring language: kinds, fields, libraries; no Qt, no store, no clock of its own."""
