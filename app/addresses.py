"""Decide which addresses the server may call for a user who is not its operator.

A URL entered by a member could name a machine in the operator's own network. Therefore only public unicast addresses
are allowed, and the networks that the operator names in the settings.
"""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network
from typing import Final

Network = IPv4Network | IPv6Network

#: All global unicast addresses are allocated from this range (IANA IPv6 Global Unicast Address Assignments).
_GLOBAL_IPV6: Final = IPv6Network("2000::/3")
#: Ranges that `is_global` accepts in some Python version, but that lead to other addresses or to no host.
_REFUSED: Final = tuple(
    ip_network(each)
    for each in (
        "192.0.0.0/24",  # IETF protocol assignments (RFC 6890)
        "192.88.99.0/24",  # 6to4 relays, deprecated (RFC 7526)
        "2001::/32",  # Teredo, embeds an IPv4 address (RFC 4380)
        "2001:20::/28",  # ORCHIDv2, no addresses at all (RFC 7343)
        "2001:db8::/32",  # documentation (RFC 3849)
        "2002::/16",  # 6to4, embeds an IPv4 address (RFC 3056)
        "3fff::/20",  # documentation (RFC 9637)
    )
)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Return whether an address is a public unicast address.

    NAT64 (64:ff9b::/96, 64:ff9b:1::/48), IPv4-compatible (::/96) and site-local (fec0::/10) addresses are outside
    2000::/3.
    """
    if address.is_multicast or not address.is_global or any(address in refused for refused in _REFUSED):
        return False
    return isinstance(address, IPv4Address) or address in _GLOBAL_IPV6


def may_call(address: IPv4Address | IPv6Address, networks: Sequence[Network]) -> bool:
    """Return whether an address is public or in one of the operator's `networks`; an IPv4-mapped one counts as IPv4."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    if mapped is not None:
        return may_call(mapped, networks)
    return is_public(address) or any(address in network for network in networks)
