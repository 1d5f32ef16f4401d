"""Quick capture: one line or a pasted text becomes people, companies and notes."""

from fj_desktop.ui.capture.dialog import CaptureDialog

__all__ = ["CaptureDialog"]
