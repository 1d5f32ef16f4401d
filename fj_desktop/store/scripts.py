"""The migration scripts shipped with the program: which there are, and running them."""

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from fj_desktop.assets import asset

if TYPE_CHECKING:
    from alembic.config import Config

_NAME = re.compile(r"(\d{4})_\w+\.py")


class Scripts:
    """One line of scripts, named by four-digit revisions: ``versions/0001_first.py`` and so on."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or asset("db/migrations")

    @cached_property
    def revisions(self) -> list[str]:
        """All revisions, oldest first; read from the file names, so that a start needs no Alembic."""
        names = (path.name for path in (self._folder / "versions").iterdir())
        return sorted(found[1] for name in names if (found := _NAME.fullmatch(name)))

    @property
    def head(self) -> str:
        """The revision this program works with."""
        return self.revisions[-1]

    def run(self, connection: sa.Connection) -> None:
        """Bring an open connection to the head inside its present transaction."""
        from alembic import command

        command.upgrade(self.config(connection), "head")

    def config(self, connection: sa.Connection, metadata: sa.MetaData | None = None) -> "Config":
        """Alembic's settings; with the metadata also good for writing the next script."""
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(self._folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        config.attributes["connection"] = connection
        config.attributes["metadata"] = metadata
        return config
