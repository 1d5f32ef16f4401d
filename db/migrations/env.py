"""Runs the scripts of ``versions`` on a connection handed in by ``fj_desktop/store/scripts.py``.

There is no alembic.ini and no address of a database: the store is encrypted and opened elsewhere.
"""

from alembic import context

attributes = context.config.attributes
context.configure(
    connection=attributes["connection"],
    target_metadata=attributes["metadata"],
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
