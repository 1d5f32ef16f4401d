"""Backups in the window: the badge, the dialog, and what happens on the way out."""

from fj_desktop.ui.backup.corner import BackupCorner

__all__ = ["BackupCorner"]
