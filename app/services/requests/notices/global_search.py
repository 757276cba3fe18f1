"""Global search of INTERPOL notices: the words of the list, newest first.

Row-level security decides which notices are found.
"""

from collections.abc import Sequence

from sqlalchemy import select

from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.models import Notice, NoticeContent
from app.services.global_search import Hit, Terms
from app.services.requests.notices import notice_list


async def of(session: Reading, seat: Seat, terms: Terms) -> Sequence[Hit]:
    """Return the notices in which each of the words occurs. The number is the title of one without a name."""
    if not seat.may(Permission.REQUEST_CONTENT_READ):
        return ()
    query = (
        select(Notice, NoticeContent)
        .join(NoticeContent, NoticeContent.notice == Notice.id)
        .where(Notice.jit == seat.jit, *(notice_list.contains(word) for word in terms.words))
    )
    rows = await session.execute(query.order_by(Notice.id.desc()).limit(terms.limit))
    return [
        Hit(
            id=notice.id,
            title=notice_list.name_of(content) or notice.number,
            number=notice.number,
            party=notice.party,
            state=notice.state,
            colour=notice.kind,
            is_diffusion=notice.is_diffusion,
        )
        for notice, content in rows
    ]
