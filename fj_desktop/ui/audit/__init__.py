"""The list of everything done and seen."""

from fj_desktop.ui.audit.audit_dialog import AuditDialog

__all__ = ["AuditDialog"]
