"""Records for the command palette: by words, pinyin initials and full pinyin; a few, quickly."""

from fj_desktop.core.sounds import initials_of, is_pinyin, sounds_like
from fj_desktop.core.text import fold
from fj_desktop.services.searching import Found, records_of
from fj_desktop.store import search
from fj_desktop.store.transactions import Store

_LOOKED_AT = 1500
"""So many of the newest records whose initials fit are asked for their full pinyin."""
_SHORTEST = 3


class JumpService:
    """Finds records to go to; may be called from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, text: str, limit: int = 30) -> list[Found]:
        """The newest records that hold every word typed, or whose name is spoken like it."""
        with self._store.reading() as connection:
            hits = search.find(connection, text, limit=limit)
            query = "".join(fold(text).replace("'", "").split())
            if len(hits) < limit and len(query) >= _SHORTEST and is_pinyin(query):
                seen = {hit.id for hit in hits}
                for sounds in initials_of(query):
                    for hit in search.sounding(connection, sounds, limit=_LOOKED_AT):
                        if hit.id not in seen and sounds_like(hit.title, query):
                            seen.add(hit.id)
                            hits.append(hit)
            found = records_of(connection, hits)
        # One row each: a record with many attachments would fill the list.
        return list({one.id: one for one in reversed(found)}.values())[::-1][:limit]
