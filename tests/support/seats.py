"""Seats for tests of pure functions, built without the database."""

from uuid import UUID, uuid5

from app.access.roles import Role, permissions_of
from app.access.seats import Function, PartyKind, Seat

NAMESPACE = UUID("6f1d5f3e-0000-5000-8000-000000000000")


def named(name: str) -> UUID:
    """The same id for the same name."""
    return uuid5(NAMESPACE, name)


def seat(
    code: str, *roles: Role, authority: str | None = "POL", party_kind: PartyKind = PartyKind.MEMBER_STATE
) -> Seat:
    """A seat by its code: `NL-01` sits for NL; `JIT-01` for no party."""
    party = code.partition("-")[0]
    of_party = party != "JIT"
    return Seat(
        id=named(code),
        account=named(f"account {code}"),
        session=named(f"session {code}"),
        jit=named("jit"),
        ledger_origin="liaison.test/jits/0/0",
        code=code,
        name=code,
        party=named(party) if of_party else None,
        party_code=party if of_party else None,
        party_kind=party_kind if of_party else None,
        authority=named(f"{party} {authority}") if of_party and authority else None,
        authority_code=authority if of_party else None,
        roles=frozenset(roles),
        function=Function.POLICE,
        permissions=permissions_of(roles),
    )
