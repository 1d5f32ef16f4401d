"""Whether two records are one: names of organisations and people compared, and what speaks for and against."""

from fj_desktop.rules.likeness.judging import judge
from fj_desktop.rules.likeness.subject import Likeness, Nature, Subject, nature_of, subject_of

__all__ = ["Likeness", "Nature", "Subject", "judge", "nature_of", "subject_of"]
