"""Pending actions of the domain: open alerts that the member owns. Alerts of one kind are one action.

The review of an emergency access stays an action of its own, because each needs its own verdict.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from app.access.seats import Seat
from app.database import Reading
from app.services.notifications import alerts
from app.services.notifications.alerts import AlertDetails
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction

_KINDS: Final = {
    "first_opening": ActionKind.FIRST_VIEW_ALERT,
    "copy": ActionKind.DOWNLOAD_ALERT,
    "burst": ActionKind.BURST_ALERT,
    "beyond": ActionKind.WIDER_RELEASE_ALERT,
    "handover": ActionKind.OVERDUE_HANDOVER_ALERT,
    "emergency": ActionKind.EMERGENCY_REVIEW,
}


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    groups: dict[object, list[AlertDetails]] = defaultdict(list)
    for one in await alerts.list_own_open(session, seat, MOST):
        kind = _KINDS[one.alert.kind]
        groups[one.alert.id if kind is ActionKind.EMERGENCY_REVIEW else kind].append(one)
    return [_action(group) for group in groups.values()]


def _action(group: Sequence[AlertDetails]) -> PendingAction:
    """Return the action for alerts of one kind, newest first."""
    newest, exhibits = group[0], {one.alert.evidence: one.exhibit for one in group}
    parties = tuple(dict.fromkeys(one.alert.party for one in group))
    return PendingAction(
        kind=_KINDS[newest.alert.kind],
        group=Group.ALERTS,
        noun=Noun.ALERT,
        id=newest.alert.id,
        title=newest.exhibit.title,
        number=newest.exhibit.exhibit_number,
        parent=newest.alert.evidence,
        since_at=newest.alert.raised_at,
        party=parties[0] if len(parties) == 1 else None,
        member=newest.alert.seat if len(group) == 1 else None,
        detail=None if len(exhibits) == 1 else "; ".join(one.title for one in exhibits.values()),
        count=len(group),
        objects=len(exhibits),
        parties=parties,
    )
