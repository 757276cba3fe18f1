"""Forms of proposed members, one or from a file, and the views of a file's rows."""

from typing import Annotated

from pydantic import Field

from app.access.roles import Role
from app.access.seats import Function
from app.api.credentials import PlainEmail
from app.api.schemas import Code, Form, Line, Moment
from app.services.teams.proposal_rules import Proposal


class MemberForm(Form):
    """A proposed member. `party` null: the auditor of the whole team, whom a leader of every party must confirm."""

    party: Code | None
    authority: Line | None
    email: PlainEmail
    name: Annotated[Line, Field(description="Under which the person acts, and which the leader confirms.")]
    roles: Annotated[list[Role], Field(min_length=1, max_length=len(Role))]
    function: Function
    until: Annotated[
        Moment | None,
        Field(description="When the seat ends by itself. Left out: never; roles given for a time end after a year."),
    ] = None
    seconded_to: Code | None = None
    entrustment: Line | None = None

    def proposal(self) -> Proposal:
        """Return the proposal as the service takes it."""
        return Proposal(
            party=self.party,
            authority=self.authority,
            email=self.email,
            name=self.name,
            roles=list(dict.fromkeys(self.roles)),
            function=self.function,
            until=self.until,
            seconded_to=self.seconded_to,
            entrustment=self.entrustment,
        )
