"""What one lead is made of."""

from dataclasses import dataclass

MOST_SIGNS = 20_000
MOST_LEADS = 200


@dataclass(frozen=True)
class Lead:
    """One person or company to be kept, as texts that may still be refused.

    ``note`` keeps every word that no field took; ``origin`` is the text the lead was read from.
    ``is_body``: the company is an office, school or society.
    """

    name: str = ""
    title: str = ""
    company: str = ""
    mobile: str = ""
    phone: str = ""
    email: str = ""
    wechat: str = ""
    address: str = ""
    note: str = ""
    origin: str = ""
    via: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing but a note."""
        return not (self.name or self.company or self.mobile or self.phone or self.email or self.wechat)
