"""Forms and views of parties' own signatures: keys, demands, and the signatures of a decision."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, StringConstraints

from app import characters
from app.access.roles import Permission
from app.access.seats import Seat
from app.api.schemas import Form, ReasonForm, Time, View
from app.ledger.signing.statements import fingerprint, pem_of
from app.services.coordination.message_list import MessageDetails
from app.services.coordination.signing import DemandDetails, SignatureDetails, SigningKeyDetails, may_demand_nothing

Scope = Literal["none", "own", "all"]
Called = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), AfterValidator(characters.plain)
]
Pem = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Signature = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]


class SigningKeyForm(Form):
    """A public Ed25519 key (PEM, from `openssl pkey -pubout`), and its name: an office or device, not a person."""

    name: Called
    public_key: Pem


class SigningDemandForm(ReasonForm):
    """Which decisions the caller's party signs: `none`, those of its `own` members, or `all` in which it takes part."""

    scope: Scope


class SignatureForm(Form):
    """A detached Ed25519 signature over the statement, in base64."""

    signature: Signature


class SigningKeyView(View):
    """A party's key. `fingerprint`: SHA-256 of the key in DER, hexadecimal. A revoked key signs nothing more."""

    id: UUID
    party: str
    name: str
    public_key: str
    fingerprint: str
    named_by: str
    named_at: Time
    revoked_by: str | None
    revoked_at: Time | None
    reason: str | None
    may_revoke: bool


class SigningDemandView(View):
    """Which decisions a party requires to sign itself. `version` 0: it never decided, and requires none.

    `keyless`: it requires signatures but has no key in force, so nobody can sign for it until a leader names one.
    """

    party: str
    scope: Scope
    decided_by: str | None
    decided_at: Time | None
    keyless: bool
    may_set: bool
    version: int


class SignedView(View):
    """A signature of a decision.

    `position`: of its entry. `key_revoked_at`: later revocation; this signature stays valid.
    """

    party: str
    key: UUID
    key_name: str
    fingerprint: str
    key_revoked_at: Time | None
    seat: str
    at: Time
    position: int | None


class SigningView(View):
    """The signatures of a decision. `awaits`: parties that required to sign it when it was recorded, and have not.

    `erased`: the decision has no text any more, so missing signatures are not awaited.
    """

    state: Literal["not_demanded", "awaits", "signed", "erased"]
    demanded: list[str]
    awaits: list[str]
    signed: list[SignedView]
    may_sign: bool


def signing_key_view(named: SigningKeyDetails, seat: Seat) -> SigningKeyView:
    """Return the view of a key for a member."""
    key = named.key
    return SigningKeyView(
        id=key.id,
        party=named.party,
        name=key.name,
        public_key=pem_of(key.public),
        fingerprint=fingerprint(key.public),
        named_by=named.named_by,
        named_at=key.named_at,
        revoked_by=named.revoked_by,
        revoked_at=key.revoked_at,
        reason=key.reason,
        may_revoke=key.revoked_at is None and key.party == seat.party and seat.may(Permission.SIGNING_SET),
    )


def signing_demand_view(demanded: DemandDetails, seat: Seat) -> SigningDemandView:
    """Return the view of a party's demand for a member."""
    return SigningDemandView(
        party=demanded.party,
        scope=demanded.scope,
        decided_by=demanded.decided_by,
        decided_at=demanded.decided_at,
        keyless=demanded.keyless,
        may_set=demanded.party == seat.party_code
        and seat.may(Permission.SIGNING_SET)
        and not (demanded.scope == "none" and may_demand_nothing(seat)),
        version=demanded.version,
    )


def signing_view(details: MessageDetails) -> SigningView | None:
    """Return the signatures of a message; None for chat, which is not signed."""
    message, roster = details.message, details.roster
    if message.kind != "decision":
        return None
    have = {one.row.party for one in details.signed}
    unsigned = sorted(roster.party_code(party) for party in message.signers if party not in have)
    awaits, asked = ([] if message.text is None else unsigned), "erased" if message.text is None else "awaits"
    return SigningView(
        state=asked if unsigned else "signed" if details.signed else "not_demanded",
        demanded=sorted(roster.party_code(party) for party in message.signers),
        awaits=awaits,
        signed=[_signed_view(one, details) for one in details.signed],
        may_sign=details.may_sign,
    )


def _signed_view(one: SignatureDetails, details: MessageDetails) -> SignedView:
    return SignedView(
        party=details.roster.party_code(one.row.party),
        key=one.key.id,
        key_name=one.key.name,
        fingerprint=fingerprint(one.key.public),
        key_revoked_at=one.key.revoked_at,
        seat=details.roster.seat_code(one.row.seat),
        at=one.row.at,
        position=one.position,
    )
