"""Release the existence or the content of a legal request to another party, and recall it.

A leader of the party of the request decides. Information for a party outside the Union needs an attestation, which the
leader signs with the release (Regulation (EU) 2023/969, Art. 17(2)). If the party requires a second leader, the release
or recall waits for another leader (`waiting_releases.py`). The papers of a request are exhibits and have their own gates.
"""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from app import clock
from app.access.seats import Seat
from app.access.sharing.gates import beyond_the_union
from app.database import Writing
from app.errors import Conflict, Invalid
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestRecalled, RequestReleaseAttested, RequestReleased
from app.models import LegalRequest, RequestRelease
from app.services.requests import drafting, recipients
from app.services.requests import waiting_releases as waiting
from app.services.requests.lines import releases as shared
from app.services.sharing import required_approvals
from app.services.sharing.approvals import AttestationText
from app.services.teams import roster as rosters
from app.services.teams.roster import PartyRow, Roster


async def grant(
    session: Writing, seat: Seat, request: UUID, party: str, level: str, attestation: AttestationText | None
) -> None:
    """Release a request to another party at a level, or change the level; it may wait for a second leader.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Invalid: There is no such party, or it is the party of the request; or an attestation is missing, or given for a
            party that needs none.
        Conflict: The party has left, the release already has this level, a release or recall waits already, or the party of
            the request requires an approval.
    """
    found = await drafting.lock_own(session, seat, request)
    roster = await rosters.of(session, seat.jit)
    recipient = roster.party(party, "party")
    if recipient.id == found.party:
        raise Invalid("Your party sees its own requests. Choose another party.", field="party")
    _demand_attestation(recipient, attestation)
    former = await shared.current(session, RequestRelease, RequestRelease.request == found.id, recipient.id)
    if former is not None and former.level == level:
        raise Conflict("This release already has this level.", code="release-so-already")
    await waiting.demand_none_waits(session, found, recipient)
    await required_approvals.demand_none(session, found.id)
    if await waiting.is_demanded(session, seat, former.level if former else None, level):
        await waiting.propose(session, seat, found, recipient, level, attestation)
        return
    await _release(session, seat, found, recipient, level, attestation)


async def _release(
    session: Writing,
    seat: Seat,
    found: LegalRequest,
    recipient: PartyRow,
    level: str,
    attestation: AttestationText | None,
) -> None:
    roster = await rosters.of(session, seat.jit)
    former = await shared.current(session, RequestRelease, RequestRelease.request == found.id, recipient.id)
    if former is not None:
        shared.mark_recalled(former, seat)
        await session.flush()
    made = clock.new_id()
    session.add(
        RequestRelease(
            id=made,
            jit=seat.jit,
            request=found.id,
            party=found.party,
            recipient=recipient.id,
            level=level,
            released_by=seat.id,
            released_at=clock.now(),
        )
    )
    await session.flush()
    fact = RequestReleased(
        request=found.id,
        number=found.number,
        hearing=recipients.of_parties({found.party, recipient.id}, roster),
        release=made,
        party=recipient.code,
        level=level,
        instrument=found.instrument,
        **(await _released(session, found) if level == "content" else {}),
    )
    await journal.append(
        session, seat, *([_attested(fact, found.party, roster, attestation)] if attestation else []), fact
    )


def _attested(
    released: RequestReleased, party: UUID, roster: Roster, attestation: AttestationText
) -> RequestReleaseAttested:
    return RequestReleaseAttested(
        request=released.request,
        number=released.number,
        hearing=recipients.of_parties({party}, roster),
        release=released.release,
        party=released.party,
        level=released.level,
        **asdict(attestation),
    )


def _demand_attestation(recipient: PartyRow, attestation: AttestationText | None) -> None:
    """Raise `Invalid` unless exactly the release to a party outside the Union is attested."""
    if beyond_the_union(recipient.kind) and attestation is None:
        raise Invalid(
            Phrase(
                "{code} is outside the Union: sign the attestation of Reg. (EU) 2023/969 Art. 17(2) with the release.",
                code=recipient.code,
            ),
            field="attestation",
        )
    if attestation is not None and not beyond_the_union(recipient.kind):
        raise Invalid(Phrase("{code} needs no attestation. Leave it out.", code=recipient.code), field="attestation")


async def recall(session: Writing, seat: Seat, request: UUID, party: str, reason: str) -> None:
    """Recall the release of a request to a party. The recall may wait for a second leader.

    Raises:
        NotFound: The request is absent or invisible, or was not released to this party.
        Forbidden: It is of another party.
        Conflict: The recall has to wait, and a release or recall waits already.
    """
    found = await drafting.lock_own(session, seat, request)
    roster = await rosters.of(session, seat.jit)
    former, recipient = await shared.released(
        session, RequestRelease, RequestRelease.request == found.id, roster, party
    )
    if await waiting.is_demanded(session, seat, former.level, waiting.NONE):
        await waiting.propose_recall(session, seat, found, recipient, reason)
        return
    await waiting.give_up_any(session, seat, found, roster, recipient, reason)
    await _recall(session, seat, found, roster, party, reason)


async def confirm(session: Writing, seat: Seat, request: UUID, party: str) -> None:
    """Carry out a release or recall that another leader decided.

    Raises:
        NotFound: The request is absent or invisible, nothing waits for this party, or its release has ended.
        Forbidden: The request is of another party, or the member decided it.
        Invalid: The party is suspended.
        Conflict: The party has left, or the party of the request requires an approval.
    """
    found = await drafting.lock_own(session, seat, request)
    roster = await rosters.of(session, seat.jit)
    wanted = await waiting.take(session, seat, found, roster, party)
    if wanted.level == waiting.NONE:
        await _recall(session, seat, found, roster, party, wanted.reason or "")
    else:
        await required_approvals.demand_none(session, found.id)
        attestation = AttestationText(**wanted.attestation) if wanted.attestation else None
        await _release(session, seat, found, roster.party(party, "party"), wanted.level, attestation)
    await waiting.drop(session, wanted)


async def give_up(session: Writing, seat: Seat, request: UUID, party: str, reason: str) -> None:
    """Give up a release or recall that waits for a second leader.

    Raises:
        NotFound: The request is absent or invisible, or nothing waits for this party.
        Forbidden: It is of another party.
    """
    found = await drafting.lock_own(session, seat, request)
    await waiting.give_up(session, seat, found, await rosters.of(session, seat.jit), party, reason)


async def _recall(session: Writing, seat: Seat, found: LegalRequest, roster: Roster, party: str, reason: str) -> None:
    former, recipient = await shared.recall(
        session, seat, RequestRelease, RequestRelease.request == found.id, roster, party
    )
    fact = RequestRecalled(
        request=found.id,
        number=found.number,
        hearing=recipients.of_parties({found.party, recipient.id}, roster),
        party=recipient.code,
        level=former.level,
        reason=reason,
    )
    await journal.append(session, seat, fact)


async def _released(session: Writing, request: LegalRequest) -> dict[str, Any]:
    """Return the content and the items as the entry of a release shows them: values that are not empty, and states."""
    row = await drafting.content_of(session, request)
    content = {name: drafting.written(getattr(row, name)) for name in drafting.CONTENT}
    items = await drafting.items_of(session, request.id)
    return {
        "content": {name: value for name, value in content.items() if value is not None},
        "requested_items": [
            drafting.item_fields(one) | {"state": one.state, "ground": one.ground, "conditions": one.conditions}
            for one in items
        ],
    }
