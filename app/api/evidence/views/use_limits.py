"""Views of limits of use of exhibits."""

from collections.abc import Mapping
from typing import Any, Self
from uuid import UUID

from app.api.schemas import Time, View
from app.services.sharing.use_limits import LimitOfUse


class StatedLimitView(View):
    """A limit of use that a member confirmed to have read before a use of an exhibit. `clause`: its legal basis.

    `exhibit_number`: of the exhibit that it came with, from which `evidence` may be derived, if the reader sees that one.
    """

    evidence: UUID
    exhibit_number: str
    wording: str
    clause: str | None

    @classmethod
    def as_read(cls, stated: Mapping[str, Any], number: str | None = None) -> Self:
        """Return the view of a stored limit. `number`: of the exhibit in use, for readers who see no other one."""
        return cls.model_validate(dict(stated) | ({} if number is None else {"exhibit_number": number}))


class UseLimitView(StatedLimitView):
    """A limit of use that the authority that provided an exhibit set.

    `request`: the legal request that it came with, if the reader may read that.
    """

    id: UUID
    recorded_at: Time
    request: UUID | None
    request_number: str | None


def use_limit_view(limit: LimitOfUse) -> UseLimitView:
    """Return the view of a limit in force."""
    return UseLimitView(**{name: getattr(limit, name) for name in UseLimitView.model_fields})
