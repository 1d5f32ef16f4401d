"""Settings needed before the store is open: looks and idle time. Nothing personal stands here."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_LARGEST = 64 * 1024


@dataclass(frozen=True)
class Settings:
    """Looks and idle time of one profile.

    ``theme`` is system, light, dark or contrast; ``text_percent`` 100 to 200; ``idle_minutes`` 1 to 15.
    """

    theme: str = "system"
    text_percent: int = 100
    idle_minutes: int = 5

    def checked(self) -> "Settings":
        """The same with every value inside its bounds."""
        theme = self.theme if self.theme in ("system", "light", "dark", "contrast") else "system"
        return Settings(theme, min(200, max(100, self.text_percent)), min(15, max(1, self.idle_minutes)))


def load(path: Path) -> Settings:
    """The settings of a profile; a missing, damaged or foreign file counts as none."""
    try:
        if path.stat().st_size > _LARGEST:
            return Settings()
        found: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    given: dict[str, Any] = asdict(Settings())
    for key, value in found.items() if isinstance(found, dict) else ():
        if key in given and type(value) is type(given[key]):
            given[key] = value
    return Settings(**given).checked()


def keep(path: Path, settings: Settings) -> None:
    """Keep the settings; a place that can't be written to costs only the settings."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(settings.checked()), indent=2), encoding="utf-8")
    except OSError:
        return
