"""Made-up migration scripts over two tables, run by the shipped ``env.py``."""

import shutil
from pathlib import Path

from fj_desktop.assets import asset
from fj_desktop.store.scripts import Scripts

_FIRST = """
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table("town", sa.Column("id", sa.Text, primary_key=True), sa.Column("name", sa.Text))
    op.create_table(
        "plot",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("town_id", sa.Text, sa.ForeignKey("town.id", ondelete="CASCADE")),
    )
"""
# Rebuilds the parent: with references on, SQLite would delete every plot.
_SECOND = """
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("town", recreate="always") as town:
        town.add_column(sa.Column("pinyin", sa.Text))
"""
_ORPHANING = """
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute("DELETE FROM town")
"""
_ALL = {"0001_first": _FIRST, "0002_pinyin": _SECOND, "0003_orphans": _ORPHANING}


def small_scripts(folder: Path, count: int) -> Scripts:
    """The first ``count`` scripts: 1 makes the tables, 2 rebuilds the parent, 3 breaks references."""
    home = folder / f"scripts-{count}"
    if not home.exists():
        (home / "versions").mkdir(parents=True)
        shutil.copy(asset("db/migrations/env.py"), home)
        for name, text in list(_ALL.items())[:count]:
            (home / "versions" / f"{name}.py").write_text(text, encoding="utf-8")
    return Scripts(home)
