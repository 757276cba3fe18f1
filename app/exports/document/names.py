"""Names for the codes in entries: of parties, authorities, exhibits, States, instruments, deadlines and forms.

Not here: names of people, which are fields of entries and disclosed or withheld with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

#: Fields whose value is the code of a party.
PARTY_FIELDS: Final = frozenset(
    {
        "asked",
        "asking",
        "code",
        "controller",
        "originator",
        "parties",
        "party",
        "recipient",
        "seconded_to",
        "to_party",
        "told",
        "without",
    }
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names by code: of parties, and of authorities by the codes of party and authority; exhibit numbers by id.

    `titles`: by the name of the field that has the code, such as `instrument`.
    """

    parties: Mapping[str, str] = field(default_factory=dict)
    authorities: Mapping[tuple[str, str], str] = field(default_factory=dict)
    exhibits: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def party(self, code: str) -> str:
        """Return the name with the code behind it; the code alone if the name is unknown."""
        return f"{self.parties[code]} ({code})" if code in self.parties else code

    def authority(self, party: str | None, code: str) -> str:
        """Return the name of a party's authority; its code if the name is unknown."""
        return self.authorities.get((party or "", code), code)

    def exhibit(self, evidence: str) -> str:
        """Return the number of an exhibit; the beginning of its id if the number is unknown."""
        return self.exhibits.get(evidence, evidence[:8])

    def title(self, name: str, code: str) -> str:
        """Return the title for the code in a field of this name; the code if there is none."""
        return self.titles.get(name, {}).get(code, code)

    def place(self, party: str | None, authority: str | None) -> str:
        """Return authority and party in full; empty for neither."""
        where = [self.authority(party, authority)] if authority else []
        return ", ".join([*where, *([self.parties.get(party, party)] if party else [])])
