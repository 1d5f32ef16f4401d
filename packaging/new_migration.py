"""Writes the migration that brings the newest schema to what the declarations say; run by a developer.

    python packaging/new_migration.py "add a field to land"

The script compares a fresh in-memory database at the newest migration with the declared tables and
writes ``db/migrations/versions/NNNN_words.py``. Read what it wrote before committing it.
"""

import re
import sys
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
import sqlcipher3.dbapi2
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.operations.ops import AddColumnOp, ExecuteSQLOp, ModifyTableOps, UpgradeOps
from alembic.script import ScriptDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fj_desktop.core.kinds.storing import IdType, Scaled, UtcMoment  # noqa: E402
from fj_desktop.store.schema import METADATA  # noqa: E402

VERSIONS = ROOT / "db" / "migrations" / "versions"

TEMPLATE = '''"""{message}."""

{imports}from alembic import op

revision = "{revision}"
down_revision = {down}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward."""
    {body}
'''


def _plain(kind: str, item: Any, _: Any) -> str | Literal[False]:
    """Column types as the store sees them: a migration never depends on the program's own classes."""
    if kind == "type":
        for own, text in ((Scaled, "sa.BigInteger()"), (IdType, "sa.LargeBinary(16)"), (UtcMoment, "sa.DateTime()")):
            if isinstance(item, own):
                return text
    return False


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "db" / "migrations"))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def _at_head(connection: sa.Connection, scripts: ScriptDirectory) -> None:
    context = MigrationContext.configure(connection)
    with Operations.context(context):
        for script in reversed(list(scripts.walk_revisions())):
            script.module.upgrade()


def _is_compared(_: Any, name: str | None, kind: str, *__: Any) -> bool:
    """The program's own tables are made by hand; a reference stands with its column, see :func:`_refer_plainly`."""
    return kind != "foreign_key_constraint" and not (kind == "table" and str(name).startswith("_"))


def _refer_plainly(changes: UpgradeOps) -> None:
    """Add columns that refer to a table by plain SQL: a batch would rebuild the table and its children with it."""
    for part in [one for one in changes.ops if isinstance(one, ModifyTableOps)]:
        for added in [one for one in part.ops if isinstance(one, AddColumnOp)]:
            table, column = added.table_name, added.column.name
            for key in METADATA.tables[table].columns[column].foreign_keys:
                part.ops.remove(added)
                refers = f"CONSTRAINT fk_{table}_{column} REFERENCES {key.column.table.name} (id)"
                refers = f"ALTER TABLE {table} ADD COLUMN {column} BLOB {refers} DEFERRABLE INITIALLY DEFERRED"
                changes.ops.append(ExecuteSQLOp(refers))
    changes.ops = [one for one in changes.ops if not isinstance(one, ModifyTableOps) or one.ops]


def main() -> int:
    """Write one migration; 1 when there is nothing to write."""
    message = sys.argv[1] if len(sys.argv) > 1 else "first"
    scripts = _scripts()
    head = scripts.get_current_head()
    engine = sa.create_engine("sqlite://", module=sqlcipher3.dbapi2)
    with engine.begin() as connection:
        _at_head(connection, scripts)
        options = {
            "target_metadata": METADATA,
            "include_object": _is_compared,
        }
        changes = produce_migrations(MigrationContext.configure(connection, opts=options), METADATA)
    if changes.upgrade_ops is None or changes.upgrade_ops.is_empty():
        print("nothing to migrate")
        return 1
    _refer_plainly(changes.upgrade_ops)
    body = render_python_code(changes.upgrade_ops, render_item=_plain, render_as_batch=head is not None)
    number = f"{int(head or 0) + 1:04d}"
    words = re.sub(r"[^a-z0-9]+", "_", message.lower()).strip("_")
    path = VERSIONS / f"{number}_{words}.py"
    body = re.sub(r"^\s*# ###.*\n?", "", body, flags=re.MULTILINE).strip()
    used = [text for text, name in (("sqlalchemy as sa", "sa."), ("sqlcipher3.dbapi2", "sqlcipher3.")) if name in body]
    facts = {"message": message, "revision": number, "down": repr(head), "body": body}
    facts["imports"] = "".join(f"import {one}\n" for one in used)
    path.write_text(TEMPLATE.format(**facts), encoding="utf-8", newline="\n")
    print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
