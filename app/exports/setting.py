"""What a bundle was asked for with: for whom its words are, on whose clocks, for which proceeding, and who asked.

Deliberately not here: what it discloses, and who may ask.
"""

from dataclasses import dataclass
from typing import Final, Literal

Language = Literal["en", "fr"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """`zone`: an IANA name, for times as people read them; the ledger's own are UTC. `proceeding`: court and file number.

    `requested_by`: the seat that asked, in words (its name as far as the profile discloses it, its code, its authority).
    """

    language: Language = "en"
    zone: str = "UTC"
    proceeding: str | None = None
    reason: str | None = None
    requested_by: str = ""

    def told(self) -> list[tuple[str, str]]:
        """The lines of `bag-info.txt`."""
        asked = [("Liaison-Language", self.language), ("Liaison-Zone", self.zone)]
        told = (("Liaison-Proceeding", self.proceeding), ("Liaison-Requested-By", self.requested_by))
        return asked + [(label, value) for label, value in told if value]


AS_EVER: Final = Setting()
