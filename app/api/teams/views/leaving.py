"""Forms and views of a party that leaves: agreed clauses, consequences, and the declaration."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from app.access.sharing.decisions import Level
from app.api.schemas import Code, Form, Justification, Line, Moment, Time, View
from app.api.teams.views.people import Becomes
from app.models import LeavingClause
from app.services.teams.leaving import Agreed, Declaration
from app.services.teams.leaving_consequences import Consequence, Foreseen
from app.services.teams.roster import Roster

Word = Literal["listed", "readable", "held"]
Most = Annotated[int, Field(ge=1, le=200)]


class LeavingClauseForm(Form):
    """Treatment of a leaving party's contributed and received exhibits.

    `party`: only for this party; null: for any.
    """

    party: Code | None = None
    contributed: Becomes
    received: Becomes
    clause: Line

    def agreed(self) -> Agreed:
        """Return the clause as the service takes it."""
        return Agreed(self.party, self.contributed, self.received, self.clause)


class LeavingClauseView(View):
    """An agreed clause. For each party the newest one naming it applies, otherwise the newest one naming none."""

    id: UUID
    party: str | None
    contributed: Becomes
    received: Becomes
    clause: str
    decided_by: str
    decided_at: Time


class LeavingForm(Form):
    """Declaration that a party leaves, now (`effective_at` null) or later, as previewed (`token`).

    `confirmation`: the party's code, typed.
    """

    effective_at: Moment | None = None
    reason: Justification
    token: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    confirmation: Line

    def declaration(self) -> Declaration:
        """Return the declaration as the service takes it."""
        return Declaration(self.effective_at, self.reason, self.token, self.confirmation)


class ReleaseLeftView(View):
    """A release in force, and what remains of it; null: nothing."""

    party: str
    before: Word
    after: Word | None


class ConsequenceView(View):
    """The consequences for one exhibit. `contributed`: by the leaving party; otherwise that party received it.

    `review_on`: the exhibit is erased on that day, because nobody reviews it any more, unless a court holds it.
    """

    evidence: UUID
    exhibit_number: str
    title: str
    contributed: bool
    withdrawn: bool
    releases: list[ReleaseLeftView]
    copies_asked: int
    on_hold: bool
    review_on: date | None


class TotalsView(View):
    """Totals of what the reader may know.

    `copies`: existing ones. `copies_asked`: those about which the holder will be asked.
    """

    contributed: int
    received: int
    copies: int
    copies_asked: int
    waiting_releases: int
    consents: int
    tasks: int
    holds: int
    erasures: int
    seats: int


class ConsequencesView(View):
    """A page of consequences, and the applicable clause.

    `token`: required to declare. `next`: cursor of the next page.
    """

    contributed: Becomes
    received: Becomes
    clause: str
    may_declare: bool
    totals: TotalsView
    items: list[ConsequenceView]
    token: str
    next: str | None


def clause_view(row: LeavingClause, roster: Roster) -> LeavingClauseView:
    """Return the view of a clause, with codes in place of ids."""
    shown = {name: getattr(row, name) for name in ("id", "contributed", "received", "clause", "decided_at")}
    party = None if row.party is None else roster.party_code(row.party)
    return LeavingClauseView(**shown, party=party, decided_by=roster.seat_code(row.decided_by))


def foreseen_view(foreseen: Foreseen, *, may_declare: bool) -> ConsequencesView:
    """Return the view of a page of consequences."""
    agreed = foreseen.agreed
    return ConsequencesView(
        contributed=agreed.contributed,
        received=agreed.received,
        clause=agreed.clause,
        may_declare=may_declare,
        totals=TotalsView(**asdict(foreseen.totals)),
        items=[_consequence(one, foreseen.roster) for one in foreseen.items],
        token=foreseen.token,
        next=None if foreseen.next is None else str(foreseen.next),
    )


def _consequence(one: Consequence, roster: Roster) -> ConsequenceView:
    exhibit = one.evidence
    return ConsequenceView(
        evidence=exhibit.id,
        exhibit_number=exhibit.exhibit_number,
        title=exhibit.title,
        contributed=one.contributed,
        withdrawn=one.withdrawn,
        releases=[
            ReleaseLeftView(
                party=roster.party_code(line.party),
                before=Level(line.before).word,
                after=None if line.after is None else Level(line.after).word,
            )
            for line in one.lines
        ],
        copies_asked=one.copies,
        on_hold=one.on_hold,
        review_on=exhibit.review_on if one.contributed else None,
    )
