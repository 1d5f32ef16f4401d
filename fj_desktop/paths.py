"""Where a profile lies on this machine, and the names of the files in it."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Profile:
    """One folder that holds everything of one desk."""

    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "desk.fjdb"

    @property
    def keys(self) -> Path:
        return self.folder / "desk.keys"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def attachments(self) -> Path:
        return self.folder / "attachments"

    @property
    def opened(self) -> Path:
        """Where attachments lie in plain while another program shows them."""
        return self.folder / "opened"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.json"

    @property
    def demo(self) -> "Profile":
        """The separate demo desk beside the real one."""
        return Profile(self.folder / "demo")


def default_profile() -> Profile:
    """The profile used when none is named: the platform's own place for application data."""
    return Profile(Path(platformdirs.user_data_dir("fj-desktop", appauthor=False)))
