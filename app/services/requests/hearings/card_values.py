"""Read the values of a country card for a hearing, and record the decisions of leaders about them.

A hearing starts from the values of the card of its country. They are shown as the card has them now. A leader confirms a value,
or removes it from the checklist; the decision holds until the value changes. Lock: the row of the hearing.
Not here: which values count (`access/requests/card_facts.py`), and their versions (`services/requests/uses`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.requests import card_facts
from app.access.requests.card_facts import Fact, NotRecorded
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Invalid, Stale
from app.ledger import journal
from app.ledger.facts.requests.uses import HearingReferenceSettled
from app.models import Hearing, ReferenceUse
from app.reference.catalogue import ReferenceKind
from app.reference.sourced import SourcedText
from app.reference.values import identifier
from app.services.reference import records, versions
from app.services.requests import recipients
from app.services.requests.hearings import hearings
from app.services.requests.uses import recording
from app.services.teams import roster as rosters

Decision = Literal["confirmed", "removed"]


@dataclass(frozen=True, slots=True)
class CardValue:
    """A value of the card, as it is now.

    Attributes:
        fact: The value with its source.
        version: Its version; a decision names it.
        decision: The decision of a leader about this version; `None` without one.
        changed: Whether the hearing relied on another value, and no leader has decided about the present one.
    """

    fact: Fact
    version: int
    decision: str | None
    changed: bool


@dataclass(frozen=True, slots=True)
class HearingCard:
    """Values of the card that count for a hearing, and those that are not recorded."""

    values: Sequence[CardValue]
    missing: Sequence[NotRecorded]


async def read(session: Reading, hearing: Hearing) -> HearingCard:
    """Return what the card of the country says for a hearing that the member reads."""
    facts, missing = card_facts.of_forum(hearing.country, await records.country(session, hearing.country))
    present = await versions.of_record(session, ReferenceKind.COUNTRIES, hearing.country)
    query = select(ReferenceUse).where(ReferenceUse.court_hearing == hearing.id, ReferenceUse.key == hearing.country)
    uses = {one.field: one for one in await session.scalars(query)}
    values = [_value(one, present[one.field].version, uses.get(one.field)) for one in facts]
    lost = [_value(_nothing(one), present[one.field].version, uses[one.field]) for one in missing if one.field in uses]
    return HearingCard(values + [one for one in lost if one.changed], missing)


def _nothing(gone: NotRecorded) -> Fact:
    """Return a value on which the hearing relied, and which the card does not hold any more."""
    return Fact(gone.about, gone.record or "", gone.field, SourcedText())


def _value(fact: Fact, version: int, use: ReferenceUse | None) -> CardValue:
    if use is None:
        return CardValue(fact, version, None, changed=False)
    is_settled = use.settled_version >= version or use.value == fact.given.value
    holds = is_settled or use.decision == "removed"
    return CardValue(fact, version, use.decision if holds else None, changed=not holds)


async def decide(session: Writing, seat: Seat, hearing: UUID, topic: str, decision: Decision, *, expected: int) -> None:
    """Record what a leader decides about a value of the card; nothing changes if that is decided already.

    Args:
        session: The transaction.
        seat: The leader.
        hearing: The hearing of the leader's party.
        topic: The value, one of `card_facts.OF_FORUM`.
        decision: Whether it counts for the hearing.
        expected: The version of the value that the leader saw.

    Raises:
        NotFound: The hearing is absent or of another party.
        Stale: The value has changed.
        Invalid: The card does not hold the value, and the hearing relied on none.
    """
    row = await hearings.lock(session, hearing)
    present = (await versions.of_record(session, ReferenceKind.COUNTRIES, row.country))[topic]
    if present.version != expected:
        raise Stale("The value has changed again. Reload the hearing.", extra={"current": {"version": present.version}})
    query = select(ReferenceUse).where(
        ReferenceUse.court_hearing == row.id, ReferenceUse.key == row.country, ReferenceUse.field == topic
    )
    former = await session.scalar(query)
    if present.value is None and (former is None or former.value is None):
        raise Invalid("The card of this country does not hold this value.", field="topic")
    await recording.of_decided_value(session, row, topic)
    use = (await session.scalars(query.execution_options(populate_existing=True))).one()
    if use.decision == decision and use.settled_version == present.version:
        return
    use.settled_version, use.decision, use.settled_by, use.settled_at = (
        present.version,
        decision,
        seat.id,
        clock.now(),
    )
    await session.flush()
    fact = HearingReferenceSettled(
        court_hearing=row.id,
        hearing=recipients.of_parties({row.party}, await rosters.of(session, seat.jit)),
        use=use.id,
        reference_value=identifier(use.kind, use.key, use.field),
        reference_version=present.version,
        decision=decision,
    )
    await journal.append(session, seat, fact)
