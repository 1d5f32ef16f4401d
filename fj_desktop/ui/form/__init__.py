"""The form beside the table, made from the declarations."""

from fj_desktop.ui.form.record_form import RecordForm

__all__ = ["RecordForm"]
