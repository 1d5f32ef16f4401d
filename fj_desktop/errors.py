"""Errors that a person may see: each says what is wrong, where, and what to do; shown as is."""


class UserError(Exception):
    """Something the person can act on; its text is plain Chinese and is shown as it stands."""

    code = "FJ-1000"
    exit_code = 1

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class LockedError(UserError):
    """The desk is locked, or the passphrase or recovery code is wrong."""

    code = "FJ-2000"
    exit_code = 3


class DamagedStoreError(UserError):
    """The store or its key file is damaged, foreign or newer than this program; it was not touched."""

    code = "FJ-3000"
    exit_code = 4


class RefusedFileError(UserError):
    """A file from outside was refused before anything of it was taken in."""

    code = "FJ-4000"
