"""Global search of exhibits: the search of the exhibit list, newest first."""

from collections.abc import Sequence

from app.access.seats import Seat
from app.database import Reading
from app.services.evidence import exhibit_list
from app.services.evidence.exhibit_list import Filters, Sort
from app.services.global_search import Hit, Terms


async def of(session: Reading, seat: Seat, terms: Terms) -> Sequence[Hit]:
    """Return the exhibits that the member finds in the list with these words."""
    filters = Filters(words=" ".join(terms.words))
    page = await exhibit_list.read_page(session, seat, filters, Sort.NEWEST, mark=None, back=False, limit=terms.limit)
    return [
        Hit(
            id=row["id"],
            title=row["title"],
            number=row["exhibit_number"],
            party=row["originator"],
            state=row["status"],
            level=row["level"],
        )
        for row in page.rows
    ]
