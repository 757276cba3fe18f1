"""Bytes on the wire: Ethernet, IPv4, IPv6, TCP and UDP with correct checksums, and the classic pcap container.

Here: framing and arithmetic (RFC 791, 8200, 9293, 768, 1071). Not here: conversations; they are in `capture`.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address, IPv6Address

__all__ = ["ACK", "FIN", "PSH", "SYN", "Endpoint", "checksum", "pcap", "tcp_frame", "udp_frame"]

FIN, SYN, PSH, ACK = 0x01, 0x02, 0x08, 0x10
TCP, UDP = 6, 17
ETHERTYPE = {4: 0x0800, 6: 0x86DD}
HOPS = 61
WINDOW = 64_240
MSS_OPTION = b"\x02\x04\x05\x78\x01\x01\x04\x02"  # 1400 bytes, two no-operations, SACK permitted


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One end of a conversation: a MAC (six bytes), an address and a port."""

    mac: bytes
    address: IPv4Address | IPv6Address
    port: int


def checksum(data: bytes) -> int:
    """The Internet checksum of RFC 1071; over data that contains its own correct checksum it is 0."""
    padded = data + b"\0" * (len(data) % 2)
    total: int = sum(struct.unpack(f"!{len(padded) // 2}H", padded))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def _pseudo(src: Endpoint, dst: Endpoint, protocol: int, length: int) -> bytes:
    addresses = src.address.packed + dst.address.packed
    if isinstance(src.address, IPv6Address):
        return addresses + struct.pack("!I3xB", length, protocol)
    return addresses + struct.pack("!xBH", protocol, length)


def _frame(src: Endpoint, dst: Endpoint, protocol: int, payload: bytes, ident: int) -> bytes:
    if isinstance(src.address, IPv6Address):
        header = struct.pack("!IHBB", 6 << 28, len(payload), protocol, HOPS) + src.address.packed + dst.address.packed
    else:
        # Version and length, type of service, total length, identification, do not fragment, hops, protocol.
        bare = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(payload), ident & 0xFFFF, 0x4000, HOPS, protocol, 0)
        bare += src.address.packed + dst.address.packed
        header = bare[:10] + struct.pack("!H", checksum(bare)) + bare[12:]
    return dst.mac + src.mac + struct.pack("!H", ETHERTYPE[src.address.version]) + header + payload


def udp_frame(src: Endpoint, dst: Endpoint, data: bytes, ident: int = 0) -> bytes:
    """An Ethernet frame that carries one datagram."""
    length = 8 + len(data)
    bare = struct.pack("!HHHH", src.port, dst.port, length, 0) + data
    # A computed zero is sent as all ones: zero would say that there is no checksum (RFC 768).
    value = checksum(_pseudo(src, dst, UDP, length) + bare) or 0xFFFF
    return _frame(src, dst, UDP, bare[:6] + struct.pack("!H", value) + data, ident)


def tcp_frame(
    src: Endpoint, dst: Endpoint, flags: int, *, numbers: tuple[int, int], data: bytes = b"", ident: int = 0
) -> bytes:
    """An Ethernet frame that carries one segment; `numbers` are its sequence and acknowledgement numbers."""
    options = MSS_OPTION if flags & SYN else b""
    offset = (20 + len(options)) // 4 << 4
    seq, ack = (number & 0xFFFFFFFF for number in numbers)
    bare = struct.pack("!HHIIBBHHH", src.port, dst.port, seq, ack, offset, flags, WINDOW, 0, 0) + options + data
    value = checksum(_pseudo(src, dst, TCP, len(bare)) + bare)
    return _frame(src, dst, TCP, bare[:16] + struct.pack("!H", value) + bare[18:], ident)


def pcap(frames: Iterable[tuple[datetime, bytes]]) -> bytes:
    """A little-endian pcap 2.4 file, link type Ethernet, microseconds, its records in the order of time."""
    out = bytearray(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 0xFFFF, 1))
    for at, frame in sorted(frames, key=lambda record: record[0]):
        seconds = int(at.timestamp())
        out += struct.pack("<IIII", seconds, at.microsecond, len(frame), len(frame)) + frame
    return bytes(out)
