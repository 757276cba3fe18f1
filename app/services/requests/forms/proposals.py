"""Proposals for the form of a request, from earlier forms of the same party.

Only the party that fills in the form gets them. Not here: which values are proposed (`access/requests/forms/filling.py`).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select

from app.database import Reading
from app.models import LegalRequest, RequestFormValues
from app.reference.forms.model import Form

#: So many forms are searched for one of the same authority and contact.
_SEARCHED: Final = 20


async def earlier_values(session: Reading, request: LegalRequest, form: Form) -> Sequence[Mapping[str, Any]]:
    """Return the saved values of the newest other forms of this kind of the same party, newest first."""
    query = (
        select(RequestFormValues.filled)
        .where(
            RequestFormValues.jit == request.jit,
            RequestFormValues.party == request.party,
            RequestFormValues.form == form.key,
            RequestFormValues.request != request.id,
        )
        .order_by(RequestFormValues.updated_at.desc(), RequestFormValues.request.desc())
        .limit(_SEARCHED)
    )
    return (await session.scalars(query)).all()
