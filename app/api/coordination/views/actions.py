"""Forms and views of actions. `plan` is null in a view if the plan is not shared with the reader.

Not here: routes (`api/coordination/actions.py`).
"""

from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import StringConstraints, model_validator
from pydantic.functional_validators import AfterValidator
from pydantic_core import PydanticCustomError

from app import characters
from app.access.coordination.operation_states import (
    FINISHED,
    ActionRelation,
    ActionState,
    OperationState,
    Sharing,
    steps_from,
)
from app.api.evidence.views.evidence import Zone
from app.api.schemas import Form, Justification, Line, Moment, Time, View, moments, printable
from app.api.sharing.views.releases import SeatCode
from app.services.coordination.actions import NO_AUTHORISATION, Authorisation, Move, Planning
from app.services.coordination.operation_list import ActionDetails

Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000), AfterValidator(printable)
]
_TEXTS = ("objective", "place", "team", "interpreter", "risk", "contingency", "channel")


_LineOrErased = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    AfterValidator(characters.plain_or_erased),
]


class AuthorisationForm(Form):
    """The legal authorisation: kind, reference, period of validity, and its time zone."""

    kind: _LineOrErased
    reference: _LineOrErased
    valid_from: Moment | None = None
    valid_until: Moment | None = None
    zone: Zone

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.valid_from and self.valid_until and self.valid_from >= self.valid_until:
            raise PydanticCustomError("ends_first", "The end must be after the start.", {"field": "valid_until"})
        return self


class ActionChangeForm(Form):
    """Changes of an action. Omitted fields stay unchanged; null removes a value."""

    objective: Line | None = None
    place: Line | None = None
    lead: SeatCode | None = None
    team: Text | None = None
    interpreter: Line | None = None
    risk: Text | None = None
    contingency: Text | None = None
    channel: Line | None = None
    authorisation: AuthorisationForm | None = None
    sharing: Sharing | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("no_change", "Change at least one value.", {"field": "objective"})
        for name in ("objective", "lead", "sharing"):
            if name in self.model_fields_set and getattr(self, name) is None:
                raise PydanticCustomError("not_null", "This value cannot be removed from an action.", {"field": name})
        return self

    def planning(self) -> Planning:
        """Return the given fields as the service takes them."""
        values: dict[str, Any] = {name: getattr(self, name) for name in _TEXTS if name in self.model_fields_set}
        if "authorisation" in self.model_fields_set:
            said = self.authorisation
            values |= NO_AUTHORISATION if said is None else Authorisation(**said.model_dump()).columns()
        return Planning(values, self.lead, self.sharing)


class ActionForm(ActionChangeForm):
    """An action of the caller's party.

    `lead`: the member who leads it. `sharing`: what other parties see, by default nothing.
    """

    objective: Line
    lead: SeatCode


class MoveForm(Form):
    """An action's change of state and its time. `key`: chosen by the client; repeat it with a repeated request."""

    key: UUID
    former: ActionState
    state: ActionState
    occurred_at: Moment
    reason: Justification | None = None

    def move(self) -> Move:
        """Return the move as the service takes it."""
        return Move(self.key, self.former, self.state, self.occurred_at, self.reason)


class AuthorisationView(View):
    """The legal authorisation in a plan."""

    kind: str
    reference: str
    valid_from: Time | None
    valid_until: Time | None
    zone: str


class PlanView(View):
    """The plan of an action. `erased`: which of its texts were erased, and when."""

    objective: str
    place: str | None
    lead: str
    team: str | None
    interpreter: str | None
    risk: str | None
    contingency: str | None
    channel: str | None
    authorisation: AuthorisationView | None
    updated_at: Time
    version: int
    erased: dict[str, Time]


class MoveView(View):
    """A change of state: when it happened, and when it was recorded."""

    key: UUID
    seat: str
    former: ActionState
    state: ActionState
    reason: str | None
    occurred_at: Time
    recorded_at: Time


class ActionStepView(View):
    """A state to which the reader may move the action, and whether a reason is required."""

    state: ActionState
    needs_reason: bool


class MayActionView(View):
    """Permissions of the reader for the action now."""

    edit: bool
    steps: list[ActionStepView]


class ActionView(View):
    """An action. `since_at`: when its state was reached. `plan` null: it is not shared with the reader."""

    id: UUID
    number: str
    party: str
    sharing: Sharing
    state: ActionState
    since_at: Time
    plan: PlanView | None
    moves: list[MoveView]
    may: MayActionView


def action_view(details: ActionDetails) -> ActionView:
    """Return the view of an action for a member."""
    row, roster, state = details.action, details.roster, ActionState(details.action.state)
    day = OperationState(details.operation.state)
    live = day is OperationState.LIVE
    steps = [] if day is OperationState.CLOSED else steps_from(state, details.hands, live=live, go=details.go)
    return ActionView(
        id=row.id,
        number=row.number,
        party=roster.party_code(row.party),
        sharing=Sharing(row.sharing),
        state=state,
        since_at=row.since_at,
        plan=_plan(details),
        moves=[
            MoveView(
                key=one.key,
                seat=roster.seat_code(one.seat),
                former=ActionState(one.former),
                state=ActionState(one.state),
                reason=one.reason,
                occurred_at=one.occurred_at,
                recorded_at=one.recorded_at,
            )
            for one in details.moves
        ],
        may=MayActionView(
            edit=ActionRelation.PEOPLE in details.hands and state not in FINISHED and day is not OperationState.CLOSED,
            steps=[ActionStepView(state=one.state, needs_reason=one.needs_reason) for one in steps],
        ),
    )


def _plan(details: ActionDetails) -> PlanView | None:
    plan = details.plan
    if plan is None:
        return None
    authorisation = None
    if plan.authorisation_kind is not None:
        assert plan.authorisation_reference is not None
        assert plan.authorisation_zone is not None
        authorisation = AuthorisationView(
            kind=plan.authorisation_kind,
            reference=plan.authorisation_reference,
            valid_from=plan.authorisation_from,
            valid_until=plan.authorisation_until,
            zone=plan.authorisation_zone,
        )
    return PlanView(
        **{name: getattr(plan, name) for name in _TEXTS},
        lead=details.roster.seat_code(plan.lead),
        authorisation=authorisation,
        updated_at=plan.updated_at,
        version=plan.version,
        erased=moments(plan.erased),
    )
