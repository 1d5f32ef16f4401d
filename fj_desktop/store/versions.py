"""Versions of the database library and of its cipher."""

from sqlcipher3 import dbapi2


def library_versions() -> dict[str, str]:
    """SQLite and SQLCipher as they are linked in."""
    connection = dbapi2.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
        return {"SQLite": dbapi2.sqlite_version, "SQLCipher": str(cipher[0]) if cipher else ""}
    finally:
        connection.close()
