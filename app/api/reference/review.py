"""Route for operators: the values that should be compared with their sources.

Not here: their verification and change (`administration.py`), and the answers to reports (`reports.py`).
"""

import re
from typing import Annotated, Any, Final

from fastapi import Query
from pydantic import JsonValue

from app.api import pagination
from app.api.guards import ReadingUnit
from app.api.operator_guards import MAY_ADMINISTER
from app.api.routing import Router
from app.api.schemas import Limit, Page, View
from app.reference.catalogue import ReferenceKind
from app.reference.sourced import BilingualText, OtherStatement, Quality
from app.services.reference import review
from app.services.reference.review import ReviewItem, ReviewPosition, ReviewReason

router = Router(prefix="/api/administration/reference", tags=["administration"])
_CURSOR: Final = re.compile(r"([0-9])~([0-9]{1,9})~([0-9])~([A-Z][A-Z0-9_]{1,39})~([A-Za-z0-9_.]{1,300})")


class ReviewItemView(View):
    """A value that should be compared with its source.

    `field`: its place in the record; `last_test` for the last test call of a contact, which has no value here. `reasons`: the most
    urgent first. `in_use`: whether a request of any team relied on it. `reports`: number of open reports about it.
    """

    kind: ReferenceKind
    key: str
    title: BilingualText
    field: str
    value: JsonValue
    source: str | None
    quality: Quality | None
    others: list[OtherStatement]
    verified_on: str | None
    reasons: list[ReviewReason]
    in_use: bool
    reports: int


@router.get("/review", dependencies=[MAY_ADMINISTER])
async def list_reference_review(
    session: ReadingUnit,
    *,
    kind: Annotated[ReferenceKind | None, Query()] = None,
    reason: Annotated[ReviewReason | None, Query()] = None,
    cursor: Annotated[str | None, Query(max_length=400)] = None,
    limit: Annotated[Limit, Query()] = 50,
) -> Page[ReviewItemView]:
    """List the values to be compared with their sources: contradicted or reported, stale, then weakly sourced ones.

    Within each group the most used come first. Neither teams nor numbers of requests are told.
    """
    asked = pagination.PageRequest(pagination.position(cursor, _position), limit)
    found = await review.list_review(session, kind=kind, reason=reason, after=asked.after, limit=asked.row_limit)
    return asked.page_by(_cursor, found, _view)


def _cursor(one: ReviewItem) -> str:
    return "~".join(map(str, one.position))


def _position(cursor: str) -> ReviewPosition:
    group, use, kind, key, field = pagination.matched(_CURSOR, cursor).groups()
    return ReviewPosition(int(group), int(use), int(kind), key, field)


def _view(one: ReviewItem) -> ReviewItemView:
    sourced: dict[str, Any] = dict(one.sourced or {})
    return ReviewItemView(
        kind=one.kind,
        key=one.key,
        title=BilingualText.model_validate(one.title),
        field=one.field,
        value=sourced.get("value"),
        source=sourced.get("source"),
        quality=sourced.get("quality"),
        others=sourced.get("others") or [],
        verified_on=sourced.get("verified_on"),
        reasons=list(one.reasons),
        in_use=one.in_use,
        reports=one.reports,
    )
