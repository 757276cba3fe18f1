"""Routes for derivations: parents and children of an exhibit, and what a derived exhibit would inherit.

Not here: registration with parents (`api/evidence/evidence.py`).
"""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.access.sharing.derivations import MOST, Marks
from app.api.evidence.views.derivations import DerivationsView, InheritanceView, derivations_view, inheritance_view
from app.api.guards import MayReadEvidence, MayRegisterEvidence, ReadingUnit
from app.api.routing import Router
from app.services.evidence import derivations as service
from app.services.teams import roster as rosters

router = Router(prefix="/api/jits/{jit}", tags=["evidence"])


@router.get("/evidence/{evidence}/derivations")
async def read_derivations(session: ReadingUnit, seat: MayReadEvidence, evidence: UUID) -> DerivationsView:
    """Return the parents and children of an exhibit, as far as the caller may see both ends."""
    parents, children = await service.list_links(session, evidence)
    return derivations_view(parents, children, await rosters.of(session, seat.jit))


@router.get("/inheritance")
async def read_inheritance(
    session: ReadingUnit,
    seat: MayRegisterEvidence,
    parent: Annotated[list[UUID], Query(min_length=1, max_length=MOST)],
) -> InheritanceView:
    """Return what an exhibit derived from these parents would inherit. Refused as its registration would be."""
    found = await service.inherit(session, seat, sorted(set(parent)), Marks(frozenset({"H0"}), "CLEAR"))
    return inheritance_view(found, await rosters.of(session, seat.jit))
