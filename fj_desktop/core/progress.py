"""How slow work reports and is stopped; plain Python, so that services run the same with and without a window."""

from typing import Protocol


class Cancelled(Exception):  # noqa: N818 - an outcome the person asked for, not an error
    """The person stopped the work; whoever does it leaves everything as it was before."""


class Progress(Protocol):
    """Handed to slow work. Call ``check`` at least every 200 ms, so that a stop takes effect within 500 ms."""

    def check(self) -> None:
        """Go on, or stop.

        Raises:
            Cancelled: the person asked to stop.
        """

    def at(self, done: int, total: int | None, text: str = "") -> None:
        """Report how far the work is, and check.

        Args:
            done: steps finished so far.
            total: steps in all; None while that is unknown.
            text: what is being done now, in the person's words; empty keeps the last text.

        Raises:
            Cancelled: the person asked to stop.
        """


class Unwatched:
    """Progress of work that nobody watches and nobody stops (headless commands, tests)."""

    def check(self) -> None:
        """Never stop."""

    def at(self, done: int, total: int | None, text: str = "") -> None:
        """Report to nobody."""
