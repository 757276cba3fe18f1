"""States of INTERPOL notices and diffusions, permitted moves, and grounds for a refusal. Pure.

Only a National Central Bureau sends a request to INTERPOL, so a party records here what its bureau and the General
Secretariat did. Not here: what prevents a notice from being checked (`notice_sheet.py`), and who may move it (row-level
security and `access/roles.py`).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from app.access.requests.states import Move


class NoticeColour(StrEnum):
    """The nine kinds, by the keys of the request sheet (`forms/interpol.json`)."""

    RED = "RED"
    BLUE = "BLUE"
    GREEN = "GREEN"
    YELLOW = "YELLOW"
    BLACK = "BLACK"
    ORANGE = "ORANGE"
    PURPLE = "PURPLE"
    SILVER = "SILVER"
    UNSC_SPECIAL = "UNSC_SPECIAL"


class NoticeState(StrEnum):
    """State of a notice or diffusion. `published`: a diffusion was sent to its recipients."""

    DRAFT = "draft"
    CHECKED = "checked"
    WITH_NCB = "with_ncb"
    UNDER_REVIEW = "under_review"
    PUBLISHED = "published"
    REFUSED = "refused"
    HIT = "hit"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    RECALLED = "recalled"


class RefusalGround(StrEnum):
    """Ground of a refusal. Articles 2 and 3 are those of INTERPOL's Constitution."""

    INCOMPLETE = "incomplete"
    TOO_SLIGHT = "too_slight"
    ARTICLE_2 = "article_2"
    ARTICLE_3 = "article_3"
    OTHER = "other"


_S = NoticeState

#: No further moves.
ENDED: Final = frozenset({_S.WITHDRAWN, _S.EXPIRED, _S.RECALLED})
#: The texts are reviewed for erasure in these states. A refused notice can still return to draft.
REVIEWED: Final = ENDED | {_S.REFUSED}
#: A hit is recorded in these states.
CIRCULATING: Final = frozenset({_S.PUBLISHED, _S.HIT})
#: The checks must be complete before these states.
CHECKED_FIRST: Final = frozenset({_S.CHECKED, _S.WITH_NCB})
#: What the notice says has gone out.
GOES_OUT: Final = frozenset({_S.WITH_NCB})

_MOVES: Final[Mapping[NoticeState, tuple[NoticeState, ...]]] = {
    _S.DRAFT: (_S.CHECKED, _S.WITHDRAWN),
    _S.CHECKED: (_S.WITH_NCB, _S.DRAFT, _S.WITHDRAWN),
    _S.WITH_NCB: (_S.UNDER_REVIEW, _S.DRAFT, _S.WITHDRAWN),
    _S.UNDER_REVIEW: (_S.PUBLISHED, _S.REFUSED, _S.DRAFT, _S.WITHDRAWN),
    _S.PUBLISHED: (_S.WITHDRAWN, _S.EXPIRED),
    _S.HIT: (_S.WITHDRAWN, _S.EXPIRED),
    _S.REFUSED: (_S.DRAFT, _S.WITHDRAWN),
}
#: A diffusion goes to its recipients directly. Sources disagree whether it is reviewed before or after that.
_DIFFUSIONS: Final[Mapping[NoticeState, tuple[NoticeState, ...]]] = {
    _S.WITH_NCB: (_S.UNDER_REVIEW, _S.PUBLISHED, _S.DRAFT, _S.WITHDRAWN),
    _S.PUBLISHED: (_S.REFUSED, _S.RECALLED, _S.WITHDRAWN, _S.EXPIRED),
    _S.HIT: (_S.REFUSED, _S.RECALLED, _S.WITHDRAWN, _S.EXPIRED),
}
_REASONED: Final = frozenset({_S.DRAFT, _S.WITHDRAWN, _S.RECALLED})


def notice_moves(state: NoticeState, *, is_diffusion: bool) -> list[Move]:
    """Return the moves of a notice from a state, in the order of the table. A hit is recorded, not moved to."""
    table = {**_MOVES, **_DIFFUSIONS} if is_diffusion else _MOVES
    return [Move(one, needs_reason=one in _REASONED, needs_ground=one == _S.REFUSED) for one in table.get(state, ())]


def notice_move(former: NoticeState, state: str, *, is_diffusion: bool) -> Move | None:
    """Return the move of a notice between two states; `None` if it is not permitted."""
    return next((one for one in notice_moves(former, is_diffusion=is_diffusion) if one.state == state), None)
