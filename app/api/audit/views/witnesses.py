"""Form and views of log co-signers."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from app.api.schemas import Form, Time, View
from app.services.audit.witnesses import WitnessDetails

Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class WitnessForm(Form):
    """The verifier key printed by `liaison witness init`, and the address before `/add-checkpoint`."""

    vkey: Word
    url: Word


class WitnessView(View):
    """A party's log co-signer.

    `size`: largest checkpoint cosigned, 0 if none. `counts`: false for the host party's own.
    """

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
    """Cosignatures: `by` of `of` parties' co-signers, without the host's, cosigned up to `size`.

    `quorum`: agreed number of co-signers, 0: none. `reached`: the largest size that this number cosigned.
    """

    by: int
    of: int
    size: int
    quorum: int
    reached: int


def witness_view(details: WitnessDetails) -> WitnessView:
    """Return the view of a log co-signer."""
    return WitnessView.model_validate(details)
