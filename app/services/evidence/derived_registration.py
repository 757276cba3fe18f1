"""Register a derived exhibit: lock its parents, apply the strictest markings, append an entry to each parent.

Otherwise the registration is that of any exhibit (`services/evidence/exhibits.py`). Default sharing rules do not release a child
that is bound by another party's exhibit: each release is decided individually.

Not here: what is inherited (`services/evidence/derivations.py`).
"""

from dataclasses import replace

from app.access.derivations import Marks
from app.access.seats import Seat
from app.database import Writing
from app.ledger import journal
from app.ledger.facts import EvidenceDerived
from app.services.evidence import derivations
from app.services.evidence import exhibits as evidence_service
from app.services.evidence.exhibits import ExhibitDetails
from app.services.evidence.registration import Registration
from app.services.sharing import parent_bounds
from app.services.teams import contributions


async def register(session: Writing, seat: Seat, what: Registration) -> ExhibitDetails:
    """Register an exhibit, derived or not.

    Raises:
        NotFound, Forbidden, Conflict, Invalid: As `derivations.inherit` and `evidence.register`. Nothing was created.
    """
    if not what.derived_from:
        return await evidence_service.register(session, seat, what)
    contributions.contributor(seat)
    named = sorted(what.derived_from, key=lambda one: one.evidence)
    await derivations.hold(session, [one.evidence for one in named])
    texts = () if what.handling_text is None else (what.handling_text,)
    own = Marks(frozenset(what.handling), what.tlp, texts)
    found = await derivations.inherit(session, seat, [one.evidence for one in named], own)
    inheriting = replace(
        what,
        derived_from=named,
        handling=sorted(found.marks.handling),
        handling_text=found.text(),
        tlp=found.marks.tlp,
        releases=() if found.bound and what.releases is None else what.releases,
        inheritance=found,
    )
    if not found.bound or not any(one.party != seat.party_code for one in inheriting.releases or ()):
        return await _register(session, seat, inheriting)
    async with parent_bounds.limit_attempts_on_bound(session, seat, named[0].evidence):
        return await _register(session, seat, inheriting)


async def _register(session: Writing, seat: Seat, what: Registration) -> ExhibitDetails:
    made = (await evidence_service.register(session, seat, what)).evidence
    said = [
        EvidenceDerived(evidence=one.evidence, how=one.how, derived=made.exhibit_number) for one in what.derived_from
    ]
    await journal.append(session, seat, *said)
    return await evidence_service.read(session, seat, made.id)
