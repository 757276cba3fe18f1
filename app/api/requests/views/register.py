"""Views of the register of legal requests, and its filters."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field

from app.access.requests.states import Direction
from app.api.requests.views.requests import InstrumentKey
from app.api.schemas import Code, Form, Moment, Time, View, printable
from app.ledger.registers import Registered
from app.services.requests import register
from app.services.requests.register import RegisteredRequest, Step


class RegisterQuery(Form):
    """Filters of the register. They only narrow what the caller may read in the audit log."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    party: Annotated[Code | None, Field(description="The party of the request or of a move.")] = None
    instrument: InstrumentKey | None = None
    since: Annotated[Moment | None, Field(description="With a move recorded at this moment or later.")] = None
    until: Annotated[Moment | None, Field(description="With a move recorded before this moment.")] = None
    q: Annotated[
        str | None,
        Field(max_length=100, description="Part of the number."),
        AfterValidator(lambda words: words and printable(words)),
    ] = None

    def wanted(self) -> Registered:
        """Return the filters as the register takes them."""
        return Registered(register.KINDS, self.party, self.since, self.until, self.q or None, self.instrument)


class RegisterStepView(View):
    """An entry about a request: when it happened and was recorded, and who recorded it.

    `item_number`: of the item that moved. `told_party`, `level`: to whom the request was released, or from whom recalled.
    """

    entry: UUID
    position: int | None
    kind: str
    occurred_at: Time | None
    recorded_at: Time
    seat: str
    party: str | None
    former: str | None
    state: str | None
    item_number: int | None
    ground: str | None
    reason: str | None
    authority: str | None
    channel: str | None
    told_party: str | None
    level: str | None


class RegisteredRequestView(View):
    """A request as the audit log tells it to the caller, with its moves, oldest first.

    Direction and country are null if the caller may not read how it began.
    """

    id: UUID
    number: str
    direction: Direction | None
    instrument: str | None
    country: str | None
    party: str | None
    state: str | None
    steps: list[RegisterStepView]


def registered_view(found: RegisteredRequest) -> RegisteredRequestView:
    """Return the view of a request in the register."""
    told = {name: getattr(found, name) for name in RegisteredRequestView.model_fields if name != "steps"}
    return RegisteredRequestView(**told, steps=[_step_view(one) for one in found.steps])


def _step_view(step: Step) -> RegisterStepView:
    said = step.said
    return RegisterStepView(
        **{name: getattr(step, name) for name in _OF_STEP},
        **{name: said.get(name) for name in _SAID},
        told_party=said.get("party"),
    )


_OF_STEP = ("entry", "position", "kind", "occurred_at", "recorded_at", "seat", "party")
_SAID = ("former", "state", "item_number", "ground", "reason", "authority", "channel", "level")
