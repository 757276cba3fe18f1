"""Co-signers ("witnesses") of a team's ledger: each party names one; they are listed with how far they cosigned.

To change a co-signer's key, remove the old one with a reason and name the new key; the old one stays in the ledger.
A co-signer of the party that runs the server does not count. Not here: contacting them (`ledger/witnesses/registry.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.exports.document.standing import Demanded
from app.i18n.phrases import Phrase
from app.ledger import epochs, journal
from app.ledger.facts import QuorumAgreed, WitnessNamed, WitnessRemoved
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.signing.cosignatures import CosignerKey
from app.ledger.signing.notes import NoteError
from app.ledger.witnesses.client import UnfitAddressError, demand_fit, networks_of
from app.models import Jit, Witness
from app.services.teams import team_settings


@dataclass(frozen=True, slots=True)
class WitnessDetails:
    """A party's co-signer.

    `counts`: its party is active and does not run the server. `size`: largest checkpoint that it cosigned; 0 for none.
    """

    id: UUID
    party: str
    name: str
    vkey: str
    url: str
    named_at: datetime
    counts: bool
    size: int
    cosigned_at: datetime | None
    failure: str | None
    failing_since: datetime | None


@dataclass(frozen=True, slots=True)
class Cosigned:
    """How far the ledger is cosigned.

    Attributes:
        by: Number of co-signers that cosigned `size`.
        of: Number of co-signers that count.
        size: Largest cosigned checkpoint.
        quorum: Agreed number of co-signers; 0 if none was agreed.
        reached: Largest checkpoint cosigned by `quorum` co-signers; 0 for none.
    """

    by: int
    of: int
    size: int
    quorum: int
    reached: int


async def list_all(session: Reading, seat: Seat, host: str | None) -> list[WitnessDetails]:
    """Return the current co-signers, by party. `host`: code of the party that runs the server."""
    rows: Sequence[Any] = (await session.execute(_STANDING, {"jit": seat.jit})).all()
    return [
        WitnessDetails(
            **{name: getattr(row, name) for name in ("id", "party", "vkey", "url", "named_at", "size")},
            **{name: getattr(row, name) for name in ("cosigned_at", "failure", "failing_since")},
            name=row.vkey.partition("+")[0],
            counts=row.party != host and row.status == "active",
        )
        for row in rows
    ]


async def demanded(session: Reading, seat: Seat, host: str | None) -> Demanded:
    """Return the agreed number of co-signers, and the keys of those that count. `host`: as for `list_all`."""
    return Demanded(
        await _agreed(session, seat), [each.vkey for each in await list_all(session, seat, host) if each.counts]
    )


async def cosigned(session: Reading, seat: Seat, host: str | None) -> Cosigned | None:
    """Return how far the ledger is cosigned; `None` if no co-signer counts and no quorum was agreed."""
    sizes = sorted((each.size for each in await list_all(session, seat, host) if each.counts), reverse=True)
    quorum = await _agreed(session, seat)
    if not sizes and not quorum:
        return None
    largest = max(sizes, default=0)
    reached = sizes[quorum - 1] if 0 < quorum <= len(sizes) else 0
    return Cosigned(sizes.count(largest) if largest else 0, len(sizes), largest, quorum, reached)


async def _agreed(session: Reading, seat: Seat) -> int:
    """Return the agreed number of co-signers; 0 if none was agreed. Page, policy and packages state this number."""
    return (await session.scalars(select(Jit.quorum).where(Jit.id == seat.jit))).one()


async def agree(session: Writing, seat: Seat, quorum: int, *, clause: str, reason: str, expected: int) -> None:
    """Enter the quorum that the agreement requires.

    Raises:
        Conflict: The quorum has that value already.
        Stale: The team changed since the administrator saw it.
    """
    jit = await team_settings.lock_version(session, seat, expected)
    if jit.quorum == quorum:
        raise Conflict("The quorum already has this value.", code="quorum-so-already")
    former, jit.quorum, jit.version = jit.quorum, quorum, jit.version + 1
    await session.flush()
    fact = QuorumAgreed(jit=jit.id, former=former, quorum=quorum, clause=clause, reason=reason)
    await journal.append(session, seat, fact)


async def policy(session: Reading, seat: Seat, host: str | None, keys: LedgerKeys) -> str:
    """Return a C2SP tlog-policy for verifiers (`verify.py --policy`): the ledger's key, co-signers and quorum.

    It contains only the key in force: a policy cannot limit a former key to its entries, and the new key vouches for
    them.

    Raises:
        Conflict: Fewer co-signers count than were agreed, so that nothing could satisfy the policy.
    """
    log = await epochs.log_keys(session, Ledger(seat.jit, seat.ledger_origin), keys)
    quorum = await _agreed(session, seat)
    counting = [each for each in await list_all(session, seat, host) if each.counts]
    if quorum > len(counting):
        raise Conflict(
            Phrase(
                "The agreed quorum is {quorum}, but only {count} co-signers are active. Register more co-signers "
                "first.",
                quorum=quorum,
                count=len(counting),
            ),
            code="quorum-without-witnesses",
        )
    lines = [f"# {seat.ledger_origin}", f"log {log[-1].key}"]
    lines += [f"witness {each.party} {each.vkey} {each.url}" for each in counting]
    if quorum:
        lines += [f"group quorum-of-parties {quorum} {' '.join(each.party for each in counting)}"]
    return "\n".join([*lines, f"quorum {'quorum-of-parties' if quorum else 'none'}", ""])


async def name(session: Writing, seat: Seat, vkey: str, url: str, networks: Sequence[str], keys: LedgerKeys) -> UUID:
    """Name a co-signer for the member's own party and return its id.

    Raises:
        Forbidden: The member has no party.
        Invalid: The key or the address is not acceptable; names the field.
        Conflict: The party has a co-signer, or this key was named in the team before.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party can register a log co-signer.", code="no-party")
    try:
        key = CosignerKey.parse(vkey)
    except NoteError as error:
        raise Invalid(
            Phrase("This is not the verifier key of a log co-signer: {error}", error=str(error)), field="vkey"
        ) from None
    log = await epochs.log_keys(session, Ledger(seat.jit, seat.ledger_origin), keys)
    if key.public in {each.key.public for each in log} | {keys.promiser(seat.ledger_origin).verifier.public}:
        raise Invalid("This key belongs to the audit log itself. Use another key.", field="vkey")
    try:
        demand_fit(url, networks_of(networks))
    except UnfitAddressError as error:
        raise Invalid(error.args[0], field="url") from None
    values = {
        "id": clock.new_id(),
        "jit": seat.jit,
        "party": seat.party,
        "vkey": str(key),
        "url": url,
        "named_by": seat.id,
        "named_at": clock.now(),
    }
    made: UUID | None = await session.scalar(
        insert(Witness).values(values).on_conflict_do_nothing().returning(Witness.id)
    )
    if made is None:
        raise Conflict(
            "Your party already has a log co-signer, or this key was used in this team before. Remove the "
            "co-signer first.",
            code="witness-named-already",
        )
    fact = WitnessNamed(witness=made, code=seat.party_code, vkey=str(key), url=url)
    await journal.append(session, seat, fact)
    return made


async def remove(session: Writing, seat: Seat, wanted: UUID, reason: str) -> None:
    """Remove the co-signer of the member's own party.

    Raises:
        NotFound: There is no such current co-signer.
        Forbidden: It is another party's.
    """
    query = select(Witness).where(Witness.jit == seat.jit, Witness.id == wanted, Witness.removed_at.is_(None))
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise NotFound
    if row.party != seat.party or seat.party_code is None:
        raise Forbidden("Only the leaders of a party can remove its log co-signer.", code="not-your-witness")
    row.removed_at = clock.now()
    await session.flush()
    fact = WitnessRemoved(witness=row.id, code=seat.party_code, vkey=row.vkey, reason=reason)
    await journal.append(session, seat, fact)


async def ever(session: Reading, jit: UUID) -> list[tuple[str, str]]:
    """Return verifier key and party code of every co-signer that ever cosigned, in order of naming."""
    return [(row.vkey, row.party) for row in await session.execute(_EVER, {"jit": jit})]


_STANDING: Final = text(
    """
    select w.id, p.code as party, w.vkey, w.url, w.named_at, coalesce(s.size, 0) as size, s.cosigned_at, s.failure, s.failing_since,
           p.status
      from witnesses w join parties p on p.jit = w.jit and p.id = w.party
      left join witness_states s on s.jit = w.jit and s.witness = w.id
     where w.jit = :jit and w.removed_at is null order by p.code
    """
)
_EVER: Final = text(
    "select w.vkey, p.code as party from witnesses w join parties p on p.jit = w.jit and p.id = w.party"
    " where w.jit = :jit and exists (select 1 from cosignatures c where c.jit = w.jit and c.witness = w.id) order by w.id"
)
