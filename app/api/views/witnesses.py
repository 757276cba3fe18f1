"""The form and views of witnesses."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from app.api.schemas import Form, Time, View
from app.services.witnesses import Standing

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class WitnessForm(Form):
    """The verifier key that `liaison witness init` printed, and the address before `/add-checkpoint`."""

    vkey: Word
    url: Word


class WitnessView(View):
    """A party's witness. `size`: the largest checkpoint that it cosigned, 0 before the first. `counts`: not the host's own."""

    id: UUID
    party: str
    name: str
    vkey: str
    url: str
    named_at: Time
    counts: bool
    size: int
    cosigned_at: Time | None
    failure: Literal["unreachable", "unknown", "refused", "wrong", "ahead", "fork"] | None
    failing_since: Time | None


class CosignedView(View):
    """By `by` of `of` parties' witnesses, the host's own left out, up to `size`.

    `quorum`: so many the parties agreed on, 0: none; `reached`: the largest size that so many cosigned.
    """

    by: int
    of: int
    size: int
    quorum: int
    reached: int


def witness_view(standing: Standing) -> WitnessView:
    """As the team sees it."""
    return WitnessView.model_validate(standing)
