"""Records put straight into the store."""

import uuid
from typing import Any

from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store.transactions import Store


class Records:
    """Puts records straight into the store, as an import does, computed fields too."""

    def __init__(self, desk: Desk, store: Store) -> None:
        self.desk, self.store = desk, store
        self.staff = desk.identity.staff

    def add(self, code: str, **values: Any) -> uuid.UUID:
        return self.many([(code, values)])[0]

    def many(self, rows: list[tuple[str, dict[str, Any]]]) -> list[uuid.UUID]:
        with self.store.writing(self.staff, "import") as write:
            writer = RowWriter(write, self.desk.identity)
            made = [writer.add(CATALOG[code], values) for code, values in rows]
            writer.flush()
        return made

    def proof(self, project: uuid.UUID) -> uuid.UUID:
        with self.store.writing(self.staff, "attach") as write:
            writer = RowWriter(write, self.desk.identity)
            made = writer.add(Attachment, {"name": "凭证.pdf", "owner_table": "project", "owner": str(project)})
            writer.flush()
        return made

    def seeded(self, library: str, **wanted: str) -> uuid.UUID:
        rows = self.desk.view.rows_json(CATALOG[library], None, reveal=False, deleted=False)
        return next(uuid.UUID(one["id"]) for one in rows if all(one[key] == text for key, text in wanted.items()))
