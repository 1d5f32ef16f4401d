"""The import wizard: file, sheet and header, mapping, preview, result."""

from fj_desktop.ui.importing.wizard import ImportWizard

__all__ = ["ImportWizard"]
