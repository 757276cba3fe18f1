"""Views of releases and recalls of requests and notices that wait for a second leader."""

from collections.abc import Iterable
from typing import Literal

from app.api.schemas import Time, View
from app.services.requests.waiting_releases import NONE, WaitingLine
from app.services.teams.roster import Roster


class WaitingLineReleaseView(View):
    """A release or recall that waits for a second leader; the other party is not told.

    `level`: of the release; null is a recall, with its `reason`. `may`: what the reader may do about it now.
    """

    party: str
    level: Literal["existence", "content"] | None
    reason: str | None
    wanted_by: str
    wanted_at: Time
    may: list[Literal["confirm", "give_up"]]


def waiting_views(found: Iterable[WaitingLine], roster: Roster) -> list[WaitingLineReleaseView]:
    """Return the views of what waits for a second leader."""
    return [
        WaitingLineReleaseView.model_validate(
            {
                "party": roster.party_code(one.row.recipient),
                "level": None if one.row.level == NONE else one.row.level,
                "reason": one.row.reason,
                "wanted_by": roster.seat_code(one.row.wanted_by),
                "wanted_at": one.row.wanted_at,
                "may": list(one.may),
            }
        )
        for one in found
    ]
