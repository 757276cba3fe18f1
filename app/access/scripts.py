"""Limits of a script's token: scope, team and networks. They never add to what its owner may do.

Not here: tokens themselves (`services/accounts/script_tokens.py`), and what their owner may do (`seats.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final
from uuid import UUID

from app.access.roles import READING, Permission
from app.errors import Forbidden

#: What a token that reads keeps. An export package may hold contents of exhibits.
_READS: Final = READING - {Permission.EXPORT_MAKE}
#: What no script may do: a calendar's address would outlive the token that made it.
_NEVER: Final = frozenset({Permission.CALENDAR_SUBSCRIBE})
_LONGEST: Final = 49  # an IPv6 address with its length


class Scope(StrEnum):
    """The scope of a token: `read` without contents of exhibits, or `write` like its owner in a team."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class ScriptLimits:
    """Limits of a token. `jit`: the only team, or `None` for all of its owner. `networks`: none admit every address."""

    scope: Scope
    jit: UUID | None
    networks: tuple[str, ...]

    def withheld(self, permissions: frozenset[Permission]) -> frozenset[Permission]:
        """Return those of the owner's permissions that the token does not have.

        A token that reads has what members of a closed team have, except exports. It opens no contents of exhibits,
        because that is an act.
        """
        return permissions - _READS if self.scope is Scope.READ else permissions & _NEVER

    def demand(self, *, address: str, writes: bool, jit: UUID | None) -> None:
        """Refuse a request that the token does not admit, before anything is looked up.

        Args:
            address: The client's address.
            writes: Whether the request may change something.
            jit: The team that the request names; `None` for the account and what belongs to no team.

        Raises:
            Forbidden: The request comes from another network, or is out of scope.
        """
        if not is_within(address, self.networks):
            raise Forbidden("This token does not work from this network.", code="token-network")
        if self.jit not in {None, jit}:
            raise Forbidden("This token is limited to one team.", code="token-scope")
        if writes and jit is None:
            raise Forbidden("A script's token changes nothing outside a team.", code="token-scope")
        if writes and self.scope is Scope.READ:
            raise _out_of_scope()

    def demand_any(self, granted: frozenset[Permission]) -> None:
        """Refuse an act whose permissions, granted by the owner's roles, the token withholds. Raises `Forbidden`."""
        if granted and granted == self.withheld(granted):
            raise _out_of_scope()


def _out_of_scope() -> Forbidden:
    return Forbidden("The scope of this token does not allow this.", code="token-scope")


def network_of(text: str) -> str:
    """Return a network in its usual form, such as `10.20.0.0/16`; an address becomes a network of one.

    Raises:
        ValueError: It is no network, has bits set beyond its length, or would never match (an IPv4 address as IPv6).
    """
    if len(text) > _LONGEST or "%" in text:
        raise ValueError("no network")
    network = ip_network(text.strip())
    if isinstance(network.network_address, IPv6Address) and network.network_address.ipv4_mapped is not None:
        raise ValueError("an IPv4 network written as IPv6")
    return str(network)


def is_within(address: str, networks: Sequence[str]) -> bool:
    """Return whether the address lies in one of the networks. Without networks every address does."""
    if not networks:
        return True
    try:
        client = ip_address(address)
    except ValueError:
        return False
    if isinstance(client, IPv6Address):
        client = client.ipv4_mapped or client
    return any(client in ip_network(network) for network in networks)
