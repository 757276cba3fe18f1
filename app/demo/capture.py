"""Packet captures: name look-ups, web sessions in the clear, TLS openings, over IPv4 and IPv6.

Here: the conversations of the marketplace's front server with its clients. Not here: framing and checksums (`packets`).
Addresses are of the documentation ranges (RFC 5737, 3849), MACs too (RFC 7042); the passwords belong to nobody.
"""

import json
import random
import struct
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlencode

from app.demo.content import Content, dice
from app.demo.packets import ACK, FIN, PSH, SYN, Endpoint, pcap, tcp_frame, udp_frame

__all__ = ["Scene", "capture"]

MSS = 1400
DNS_PORT, HTTP_PORT, TLS_PORT = 53, 80, 443
TYPE_OF_VERSION = {4: 1, 6: 28}  # A, AAAA
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


@dataclass(frozen=True, slots=True)
class Scene:
    """Who speaks: the server's host name and address, its resolver, and the clients that call it."""

    host: str
    server: str
    resolver: str
    clients: tuple[str, ...]
    paths: tuple[str, ...] = ("/", "/listings?page=1", "/listings/40317", "/account", "/orders")


@dataclass(slots=True)
class _Trace:
    rng: random.Random
    now: datetime
    frames: list[tuple[datetime, bytes]] = field(default_factory=list)
    ident: int = 4096

    def put(self, frame: bytes) -> None:
        self.frames.append((self.now, frame))
        self.ident += 1
        self.pause(0.0004, 0.028)

    def pause(self, low: float, high: float) -> None:
        self.now += timedelta(microseconds=round(self.rng.uniform(low, high) * 1e6))

    def end(self, address: str, port: int) -> Endpoint:
        """The end behind this address; its MAC follows from the address, so it is the same throughout a capture."""
        parsed = ip_address(address)
        return Endpoint(bytes.fromhex("00005e0053") + parsed.packed[-1:], parsed, port)


class _Stream:
    """One TCP connection; data goes out in segments, each acknowledged."""

    def __init__(self, trace: _Trace, client: Endpoint, server: Endpoint) -> None:
        self.trace, self.client, self.server = trace, client, server
        self.next = {client: trace.rng.randrange(2**32), server: trace.rng.randrange(2**32)}
        self._segment(client, server, SYN, known=False)
        self._segment(server, client, SYN | ACK)
        self._segment(client, server, ACK)

    def _segment(self, src: Endpoint, dst: Endpoint, flags: int, data: bytes = b"", *, known: bool = True) -> None:
        numbers = (self.next[src], self.next[dst] if known else 0)
        self.trace.put(tcp_frame(src, dst, flags, numbers=numbers, data=data, ident=self.trace.ident))
        self.next[src] += len(data) + bool(flags & (SYN | FIN))

    def send(self, data: bytes, *, answer: bool = False) -> None:
        src, dst = (self.server, self.client) if answer else (self.client, self.server)
        for start in range(0, len(data), MSS):
            self._segment(src, dst, PSH | ACK, data[start : start + MSS])
            self._segment(dst, src, ACK)

    def close(self) -> None:
        self._segment(self.client, self.server, FIN | ACK)
        self._segment(self.server, self.client, FIN | ACK)
        self._segment(self.client, self.server, ACK)


def _look_up(trace: _Trace, client: str, resolver: str, host: str, answer: IPv4Address | IPv6Address) -> None:
    one, two = trace.end(client, trace.rng.randrange(32768, 61000)), trace.end(resolver, DNS_PORT)
    labels = b"".join(bytes([len(part)]) + part.encode() for part in host.split(".")) + b"\0"
    question = labels + struct.pack("!HH", TYPE_OF_VERSION[answer.version], 1)
    number = trace.rng.randrange(65536)
    trace.put(udp_frame(one, two, struct.pack("!6H", number, 0x0100, 1, 0, 0, 0) + question, trace.ident))
    # The answer names the question by a pointer to offset 12 and lives five minutes.
    record = struct.pack("!HHHIH", 0xC00C, TYPE_OF_VERSION[answer.version], 1, 300, len(answer.packed)) + answer.packed
    trace.put(udp_frame(two, one, struct.pack("!6H", number, 0x8180, 1, 1, 0, 0) + question + record, trace.ident))


def _request(method: str, path: str, host: str, body: str = "", session: str = "") -> bytes:
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: {host}",
        f"User-Agent: {AGENT}",
        "Accept: */*",
        "Connection: keep-alive",
    ]
    if session:
        lines.append(f"Cookie: sid={session}")
    if body:
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
    return ("\r\n".join([*lines, "", body])).encode()


def _response(at: datetime, status: str, kind: str, body: str, *more: str) -> bytes:
    data = body.encode()
    head = [f"HTTP/1.1 {status}", "Server: nginx", f"Date: {at:%a, %d %b %Y %H:%M:%S} GMT", f"Content-Type: {kind}"]
    return "\r\n".join([*head, f"Content-Length: {len(data)}", *more, "", ""]).encode() + data


def _page(rng: random.Random, path: str) -> tuple[str, str]:
    if path.startswith("/listings?"):
        items = [
            {
                "id": rng.randrange(38000, 42000),
                "kind": rng.choice(["mail", "shop", "bank", "vpn"]),
                "sets": rng.randrange(20, 900),
                "price_eur": f"{rng.uniform(0.4, 19):.2f}",
                "vendor": rng.choice(["tallow", "bougie", "matchbox", "snuffer"]),
            }
            for _ in range(18)
        ]
        return "application/json", json.dumps({"items": items, "next": 2}, indent=1)
    title = path.strip("/").split("/")[0] or "welcome"
    rows = "\n".join(
        f"  <tr><td>{rng.randrange(10**6):06d}</td><td>{rng.choice(['open', 'paid', 'released'])}</td></tr>"
        for _ in range(12)
    )
    body = f"<!doctype html>\n<html lang=en><title>Lantern - {title}</title>\n<h1>Lantern</h1>\n<table>\n{rows}\n</table>\n</html>\n"
    return "text/html; charset=utf-8", body


def _browse(trace: _Trace, scene: Scene, client: str, handle: str) -> None:
    stream = _Stream(trace, trace.end(client, trace.rng.randrange(32768, 61000)), trace.end(scene.server, HTTP_PORT))
    session = trace.rng.randbytes(12).hex()
    form = urlencode({"handle": handle, "password": f"not-a-real-{trace.rng.randrange(10**6)}"})
    stream.send(_request("POST", "/login", scene.host, form))
    stream.send(
        _response(trace.now, "303 See Other", "text/plain", "", "Location: /", f"Set-Cookie: sid={session}; HttpOnly"),
        answer=True,
    )
    for path in scene.paths:
        trace.pause(0.4, 3.5)
        stream.send(_request("GET", path, scene.host, session=session))
        kind, body = _page(trace.rng, path)
        stream.send(_response(trace.now, "200 OK", kind, body), answer=True)
    stream.close()


def _client_hello(rng: random.Random, host: str) -> bytes:
    """A TLS 1.2 ClientHello record with a server name (RFC 5246, 6066)."""
    name = host.encode()
    server_name = struct.pack("!HHHBH", 0, len(name) + 5, len(name) + 3, 0, len(name)) + name
    suites = struct.pack("!4H", 0xC02B, 0xC02F, 0xC02C, 0xC030)
    body = struct.pack("!H", 0x0303) + rng.randbytes(32) + b"\0" + struct.pack("!H", len(suites)) + suites + b"\x01\0"
    body += struct.pack("!H", len(server_name)) + server_name
    handshake = b"\x01" + len(body).to_bytes(3, "big") + body
    return struct.pack("!BHH", 22, 0x0301, len(handshake)) + handshake


def _administer(trace: _Trace, scene: Scene, client: str) -> None:
    """A TLS connection: the name in clear, the rest opaque."""
    stream = _Stream(trace, trace.end(client, trace.rng.randrange(32768, 61000)), trace.end(scene.server, TLS_PORT))
    stream.send(_client_hello(trace.rng, f"admin.{scene.host}"))
    for size, answer in ((1900, True), (126, False), (51, True), (420, False), (5200, True), (380, False), (900, True)):
        stream.send(struct.pack("!BHH", 23, 0x0303, size) + trace.rng.randbytes(size), answer=answer)
    stream.close()


def capture(name: str, start: datetime, scene: Scene) -> Content:
    """A pcap file in which each client looks the host up, visits it in the clear, and every other one administers it."""
    rng = dice("capture", name)
    trace = _Trace(rng, start)
    handles = ["wickman", "tallow", "bougie", "matchbox", "customer_2210", "customer_0871"]
    server = ip_address(scene.server)
    for turn, client in enumerate(scene.clients):
        if ip_address(client).version == server.version:
            _look_up(trace, client, scene.resolver, scene.host, server)
            _browse(trace, scene, client, handles[turn % len(handles)])
            if turn % 2 == 0:
                trace.pause(2, 9)
                _administer(trace, scene, client)
        trace.pause(4, 40)
    return Content(name, "application/vnd.tcpdump.pcap", pcap(trace.frames))
