"""Forms and views of challenges of INTERPOL notices before the Commission for the Control of INTERPOL's Files."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

from app.access.requests import challenge_periods
from app.access.requests.challenge_periods import ChallengeStep
from app.api.schemas import Day, Form, Paragraph, Time, View
from app.models import NoticeChallenge
from app.services.requests.notices import challenges
from app.services.requests.notices.challenges import CHANGEABLE, NewChallenge

ChallengeKind = Literal["access", "correction", "deletion", "revision"]


class NoticeChallengeChangeForm(Form):
    """Changes of a challenge; omitted fields stay unchanged."""

    admissible_on: Day | None = None
    questions_due_on: Day | None = None
    questions_answered_on: Day | None = None
    is_blocked: bool = False
    decided_on: Day | None = None
    decision: Paragraph | None = None
    remedy: Paragraph | None = None

    def values(self) -> dict[str, Any]:
        """Return the stated values by the names of the columns."""
        return {name: getattr(self, name) for name in CHANGEABLE if name in self.model_fields_set}


class NoticeChallengeForm(NoticeChallengeChangeForm):
    """A challenge before the Commission for the Control of INTERPOL's Files."""

    kind: ChallengeKind
    received_on: Day

    def challenge(self) -> NewChallenge:
        """Return the challenge as the service takes it."""
        return NewChallenge(self.kind, self.received_on, self.values())


class ExpectedStepView(View):
    """A step of a challenge that is expected by a day.

    `article`: of the CCF's Statute, from secondary sources; nobody has checked it against the Statute in force.
    """

    step: ChallengeStep
    due_on: date
    article: str


class NoticeChallengeView(View):
    """A challenge. `version`: for changes. `expected`: the steps that come next."""

    id: UUID
    kind: ChallengeKind
    received_on: date
    admissible_on: date | None
    questions_due_on: date | None
    questions_answered_on: date | None
    is_blocked: bool
    decided_on: date | None
    decision: str | None
    remedy: str | None
    recorded_at: Time
    seat: str
    version: int
    expected: list[ExpectedStepView]


def challenge_view(row: NoticeChallenge, seat: str) -> NoticeChallengeView:
    """Return the view of a challenge; `seat`: code of the member who recorded it."""
    steps = challenge_periods.expected(challenges.dates_of(row))
    expected = [ExpectedStepView(step=one.step, due_on=one.due_on, article=one.article) for one in steps]
    told = {name: getattr(row, name) for name in NoticeChallengeView.model_fields if name not in {"seat", "expected"}}
    return NoticeChallengeView(**told, seat=seat, expected=expected)
