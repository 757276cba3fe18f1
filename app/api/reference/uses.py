"""Route for operators: which values of a record are in use, without teams or numbers.

Not here: the requests that use them (`api/requests/uses.py`).
"""

from app.api.guards import ReadingUnit
from app.api.operator_guards import MAY_ADMINISTER
from app.api.routing import Router
from app.api.schemas import View
from app.reference.catalogue import ReferenceKind
from app.services.reference import versions

router = Router(prefix="/api/administration/reference", tags=["administration"])


class ReferenceUseView(View):
    """Places of the values of a record on which a request of any team relied."""

    fields_in_use: list[str]


@router.get("/{kind}/{key}/uses", dependencies=[MAY_ADMINISTER])
async def read_reference_uses(session: ReadingUnit, kind: ReferenceKind, key: str) -> ReferenceUseView:
    """Return which values of a record are in use. Neither teams nor numbers of requests are told."""
    return ReferenceUseView(fields_in_use=await versions.fields_in_use(session, kind, key))
