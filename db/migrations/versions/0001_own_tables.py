"""The store's own tables: clocks, history, transactions, replicas, search, keys, notes (EXCHANGE 3.1)."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    # Facts about this desk: office, person, store id, when it was founded.
    "CREATE TABLE _meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE _setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # One row, read by the triggers: whether writes are open, and who writes when.
    """CREATE TABLE _now (one INTEGER PRIMARY KEY CHECK (one = 1), cap INTEGER NOT NULL, hlc INTEGER NOT NULL,
    replica INTEGER NOT NULL, seq INTEGER NOT NULL, actor BLOB, at TEXT)""",
    "INSERT INTO _now VALUES (1, 2, 0, 1, 0, NULL, NULL)",
    "CREATE TABLE _column (no INTEGER PRIMARY KEY, tbl TEXT NOT NULL, col TEXT NOT NULL, UNIQUE (tbl, col))",
    # One stamp per changed cell; a new row has one stamp, on the column without a name.
    """CREATE TABLE _cell ("row" BLOB NOT NULL, col INTEGER NOT NULL, hlc INTEGER NOT NULL, replica INTEGER NOT NULL,
    seq INTEGER NOT NULL, PRIMARY KEY ("row", col)) WITHOUT ROWID""",
    "CREATE INDEX ix_cell_dot ON _cell (replica, seq)",
    """CREATE TABLE _change (no INTEGER PRIMARY KEY, replica INTEGER NOT NULL, seq INTEGER NOT NULL,
    "row" BLOB NOT NULL, col INTEGER NOT NULL, before, after)""",
    "CREATE INDEX ix_change_dot ON _change (replica, seq)",
    'CREATE INDEX ix_change_row ON _change ("row")',
    """CREATE TABLE _txn (replica INTEGER NOT NULL, seq INTEGER NOT NULL, hlc INTEGER NOT NULL, at TEXT NOT NULL,
    actor BLOB, action TEXT NOT NULL, batch BLOB, tip TEXT, PRIMARY KEY (replica, seq)) WITHOUT ROWID""",
    "CREATE INDEX ix_txn_batch ON _txn (batch)",
    """CREATE TABLE _replica (no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, office TEXT NOT NULL, pubkey BLOB,
    state TEXT NOT NULL, since TEXT NOT NULL, retired INTEGER)""",
    "CREATE TABLE _vv (replica INTEGER PRIMARY KEY, seq INTEGER NOT NULL)",
    """CREATE TABLE _peer (peer BLOB NOT NULL, scope TEXT NOT NULL, replica INTEGER NOT NULL, acked_seq INTEGER NOT NULL,
    PRIMARY KEY (peer, scope, replica)) WITHOUT ROWID""",
    """CREATE TABLE _conflict (id BLOB PRIMARY KEY, "row" BLOB NOT NULL, col INTEGER NOT NULL, kept, lost, hlc INTEGER,
    replica INTEGER, settled_at TEXT, settled_by BLOB)""",
    """CREATE TABLE _package (id BLOB PRIMARY KEY, dir TEXT NOT NULL, peer BLOB, no INTEGER, sha256 TEXT, state TEXT NOT NULL,
    counts TEXT, batch BLOB)""",
    'CREATE TABLE _later (tbl TEXT NOT NULL, "row" BLOB NOT NULL, col TEXT NOT NULL, val, stamp TEXT NOT NULL)',
    # Which sensitivity travels to whom when records leave the office.
    "CREATE TABLE _travel (sensitivity TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (sensitivity, role)) WITHOUT ROWID",
    "INSERT INTO _travel VALUES ('S0', 'any'), ('S1', 'any'), ('S2', 'owner'), ('S2', 'HQ'), ('S3', 'named')",
    """CREATE TABLE _batch (id BLOB PRIMARY KEY, library TEXT NOT NULL, file TEXT NOT NULL, at TEXT NOT NULL, actor BLOB,
    rows INTEGER NOT NULL, added INTEGER NOT NULL, updated INTEGER NOT NULL, skipped INTEGER NOT NULL,
    refused INTEGER NOT NULL, undone_at TEXT)""",
    # Who saw covered values or took records out, and when.
    """CREATE TABLE _access (no INTEGER PRIMARY KEY, at TEXT NOT NULL, actor BLOB, act TEXT NOT NULL, library TEXT NOT NULL,
    "row" BLOB, detail TEXT)""",
    'CREATE TABLE _key (tbl TEXT NOT NULL, key TEXT NOT NULL, "row" BLOB NOT NULL, PRIMARY KEY (tbl, key, "row")) WITHOUT ROWID',
    'CREATE INDEX ix_key_row ON _key ("row")',
    """CREATE TABLE _doc (no INTEGER PRIMARY KEY, tbl TEXT NOT NULL, "row" BLOB NOT NULL UNIQUE, title TEXT NOT NULL,
    detail TEXT NOT NULL, folded TEXT NOT NULL, sounds TEXT NOT NULL)""",
    """CREATE VIRTUAL TABLE _fts USING fts5 (grams, content='', contentless_delete=1, detail=none,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co M*'")""",
)


def upgrade() -> None:
    """Lay the store's own tables."""
    for statement in STATEMENTS:
        op.execute(statement)
