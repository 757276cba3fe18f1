"""The confirmation that content was checked for privileged material, demanded before an exhibit is first shared.

Every way to a first release asks it: registration (single, bulk, import), a release, an answer to an information
request, and changed default sharing rules. The entry of the act keeps the confirmation.
Not here: the rule (`access/sharing/privilege.py`), and the review itself (`services/sharing/privilege_review.py`).
"""

from sqlalchemy import select

from app.access.sharing import privilege
from app.database import Writing
from app.errors import Invalid
from app.models import Evidence, Release, WaitingRelease
from app.services.sharing.terms import Resolved

FIELD = "privilege_checked"


def demand(state: str | None, *, confirmed: bool | None, is_first: bool, place: str = "") -> None:
    """Refuse the first release of an exhibit whose content nobody checked.

    Args:
        state: The state of the privilege review of the exhibit.
        confirmed: Whether the member confirms the check; `None`: a program that does not ask.
        is_first: Whether this act shares the exhibit with another party for the first time.
        place: Path of the exhibit in the input, such as `items.17.`.

    Raises:
        Invalid: The confirmation is missing.
    """
    if privilege.needs_check(state, confirmed=confirmed, is_first=is_first):
        raise Invalid(
            "Confirm that the content was checked and holds nothing privileged, or ask for a privilege review.",
            code="privilege-unchecked",
            field=f"{place}{FIELD}",
        )


async def demand_before(session: Writing, exhibit: Evidence, wanted: Resolved) -> None:
    """Do the same before a release of an existing exhibit.

    Releases to the parties that obtained it are none. While an administrator reviews an upload, only waiting releases
    count: the others are those of the review.
    """
    obtained = {exhibit.originator, *(exhibit.joint or ())}
    if wanted.party in obtained:
        return
    tables = (WaitingRelease,) if exhibit.verification == "waiting" else (Release, WaitingRelease)
    for table in tables:
        shared = select(table.party).where(table.evidence == exhibit.id, table.party.not_in(obtained), table.level > 0)
        if await session.scalar(shared.limit(1)) is not None:
            return
    demand(exhibit.privilege, confirmed=wanted.terms.privilege_checked, is_first=True)
