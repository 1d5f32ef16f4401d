"""Versions of the parts below the window, for About and reports."""


def store_versions() -> dict[str, str]:
    """Structure of the store, and the versions of SQLite and the cipher."""
    from sqlalchemy import __version__ as alchemy

    from fj_desktop.store.scripts import Scripts
    from fj_desktop.store.versions import library_versions

    return {"台账结构": Scripts().head, **library_versions(), "SQLAlchemy": alchemy}
