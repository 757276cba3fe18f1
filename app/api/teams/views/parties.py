"""Forms of a party, for founding a team and for adding a party."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from app.access.seats import PartyKind
from app.api.schemas import Code, Form, Line
from app.services.teams.parties import NewAuthority, NewParty


class AuthorityForm(Form):
    """An authority of a party. Its code is unique within the party."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9_.-]{0,29}$")]
    name: Line
    kind: Literal["prosecution", "police", "laboratory", "court", "body"]


class PartyForm(Form):
    """A party with its authorities. Languages are ISO 639-1 codes."""

    code: Code
    name: Line
    kind: PartyKind
    time_zone: Line
    languages: Annotated[list[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]], Field(max_length=20)]
    authorities: Annotated[list[AuthorityForm], Field(min_length=1, max_length=50)]

    def party(self) -> NewParty:
        """Return the party as the service takes it."""
        return NewParty(
            code=self.code,
            name=self.name,
            kind=self.kind,
            time_zone=self.time_zone,
            languages=self.languages,
            authorities=[NewAuthority(one.code, one.name, one.kind) for one in self.authorities],
        )
