"""Options of an export as requested: language, time zone, proceeding, reason, and requester.

Not here: what it discloses, and who may export.
"""

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["en", "fr"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The options of an export.

    `zone`: an IANA name, for displayed times; the ledger's own are UTC. `proceeding`: court and file number.
    `requested_by`: the requesting member as text (name as far as the profile discloses it, code, authority).
    """

    language: Language = "en"
    zone: str = "UTC"
    proceeding: str | None = None
    reason: str | None = None
    requested_by: str = ""

    def told(self) -> list[tuple[str, str]]:
        """Return the lines of `bag-info.txt`."""
        asked = [("Liaison-Language", self.language), ("Liaison-Zone", self.zone)]
        told = (("Liaison-Proceeding", self.proceeding), ("Liaison-Requested-By", self.requested_by))
        return asked + [(label, value) for label, value in told if value]


AS_EVER: Final = Setting()
