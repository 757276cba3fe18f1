"""Full names of parties and authorities, for the codes in entries.

Not here: names of people, which are fields of entries and disclosed or withheld with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: Fields whose value is the code of a party.
PARTY_FIELDS: Final = frozenset({"party", "originator", "to_party", "asking", "controller", "recipient", "seconded_to"})


@dataclass(frozen=True, slots=True)
class Names:
    """Names by code: of parties, and of authorities by the codes of party and authority; exhibit numbers by id."""

    parties: Mapping[str, str] = field(default_factory=dict)
    authorities: Mapping[tuple[str, str], str] = field(default_factory=dict)
    exhibits: Mapping[str, str] = field(default_factory=dict)

    def party(self, code: str) -> str:
        """Return the name with the code behind it; the code alone if the name is unknown."""
        return f"{self.parties[code]} ({code})" if code in self.parties else code

    def authority(self, party: str | None, code: str) -> str:
        """Return the name of a party's authority; its code if the name is unknown."""
        return self.authorities.get((party or "", code), code)

    def exhibit(self, evidence: str) -> str:
        """Return the number of an exhibit; the beginning of its id if the number is unknown."""
        return self.exhibits.get(evidence, evidence[:8])

    def place(self, party: str | None, authority: str | None) -> str:
        """Return authority and party in full; empty for neither."""
        where = [self.authority(party, authority)] if authority else []
        return ", ".join([*where, *([self.parties.get(party, party)] if party else [])])
