"""Which commands fit what was typed, and which were run last."""

import json

from fj_desktop.services.desk import Desk
from fj_desktop.ui.palette.gathering import Command

NEARLY, LOOSELY = 40, 65
"""Marks of a command that is only misspelled, or holds the sound somewhere inside."""
_KEPT, _SHOWN_RECENT, _SHOWN = 12, 6, 7
_KEY = "palette/recent"


class Recent:
    """The words of the commands run last, newest first; kept in the encrypted store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.words: list[str] = []

    def load(self) -> None:
        """Read what was kept; what can't be read counts as nothing."""
        try:
            kept = json.loads(self._desk.setting(_KEY, "[]"))
        except ValueError:
            kept = []
        self.words = [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []

    def remember(self, words: str) -> None:
        """A command was run."""
        recent = [words, *[one for one in self.words if one != words]][:_KEPT]
        if recent != self.words:
            self.words = recent
            self._desk.keep_setting(_KEY, json.dumps(recent, ensure_ascii=False))

    def among(self, there: list[Command]) -> list[Command]:
        """Those that can be carried out now, newest first."""
        by_words = {one.words: one for one in there}
        return [by_words[words] for words in self.words if words in by_words][:_SHOWN_RECENT]


def fitting_commands(there: list[Command], query: str, recent: list[str]) -> tuple[list[Command], int]:
    """The few commands that fit, those run last before the others, and the mark of the best."""
    marks = [(one.worded.fits(query), one) for one in there]
    best = max((mark for mark, _ in marks), default=0)
    # What only nearly fits is offered when nothing fits.
    good = [(mark, one) for mark, one in marks if mark and (mark > NEARLY or best <= NEARLY)]
    places = {words: at for at, words in enumerate(recent)}
    good.sort(key=lambda one: (one[1].words not in places, places.get(one[1].words, 0), -one[0], one[1].words))
    return [one for _, one in good][:_SHOWN], best


def has_no_keys(one: Command) -> bool:
    """For sorting: what has a key is used most."""
    return not one.keys
