"""What a role's form does about its master records: picking another one, and saying that one is known."""

import uuid
from collections.abc import Mapping

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.ui.form.form_body import FormBody
from fj_desktop.ui.form.form_head import FormHead

_TELLING = frozenset({"name", "mobile", "uscc", "wechat"})


class Masters:
    """Joins the fields of a form with the people and companies they belong to."""

    def __init__(self, desk: Desk, library: Library, body: FormBody, head: FormHead) -> None:
        self._desk, self._library, self._body, self._head = desk, library, body, head
        self._links = {link.name: link.kind for link in library.links() if isinstance(link.kind, Link)}
        self._known: dict[str, str] = {}
        self._linking: dict[str, str] = {}

    def begin(self) -> None:
        """Another record is shown; nothing is known of it yet."""
        self._known.clear()
        self._linking.clear()

    def will_link(self) -> frozenset[str]:
        """Ids of the stored people and companies that saving links with."""
        return frozenset(self._linking.values())

    def touched(self, key: str, *, is_new: bool) -> None:
        """A field was changed: show a picked master's fields, or say that what was typed is known."""
        row = self._body.rows[key]
        if key in self._links:
            self._picked(key)
        elif is_new and row.one.via is not None and row.one.field.name in _TELLING:
            self._tell(row.one.via.name)

    def change(self, record: uuid.UUID, typed: Mapping[str, str]) -> None:
        """Store changes; another master is linked first, so that its fields take what was typed below it.

        Raises:
            InvalidRecordError: at least one field was refused.
            UserError: there is no such record.
        """
        links = {key: words for key, words in typed.items() if key in self._links}
        rest = {key: words for key, words in typed.items() if key not in links}
        for part in (links, rest):
            if part:
                self._desk.records.change(self._library, record, part)

    def _picked(self, link: str) -> None:
        try:
            master = uuid.UUID(self._body.rows[link].value())
        except ValueError:
            return
        target = CATALOG.of_table(self._links[link].target)
        self._body.show_master(link, self._desk.view.read(target, master))

    def _tell(self, link: str) -> None:
        if self._body.rows[link].value():
            return
        found = self._desk.view.known(self._library, link, self._body.of_master(link))
        self._linking[link] = found.id if found else ""
        self._known[link] = f"{found.detail}已有“{found.text}”，保存时会关联到这条，不会重复建档。" if found else ""
        self._head.show_known("\n".join(words for words in self._known.values() if words))
