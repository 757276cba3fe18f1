"""Captures and file systems of the demonstration, walked byte by byte by readers that share nothing with the writers."""

import ipaddress
import struct
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.demo.content import Content
from app.demo.files import catalogue
from app.demo.packets import checksum

REFERENCE = datetime(2026, 11, 24, 13, 15, 58, tzinfo=UTC)


@pytest.fixture(scope="module")
def files() -> dict[str, Content]:
    found = catalogue(REFERENCE)
    return {
        upload.content.name: upload.content
        for exhibit in found.lantern + found.sextant
        for upload in exhibit.files
        if upload.content.name.endswith((".pcap", ".dd"))
    }


def records(capture: bytes) -> Iterator[tuple[float, bytes]]:
    magic, major, minor, _, _, limit, link = struct.unpack_from("<IHHiIII", capture)
    assert (magic, major, minor, link) == (0xA1B2C3D4, 2, 4, 1)
    at = 24
    while at < len(capture):
        seconds, micros, kept, size = struct.unpack_from("<IIII", capture, at)
        assert kept == size <= limit
        assert micros < 1_000_000
        yield seconds + micros / 1e6, capture[at + 16 : at + 16 + kept]
        at += 16 + kept
    assert at == len(capture)


def ones_complement(data: bytes) -> int:
    """RFC 1071 by the book, a byte pair at a time."""
    total = 0
    for place in range(0, len(data) - len(data) % 2, 2):
        total += data[place] << 8 | data[place + 1]
    if len(data) % 2:
        total += data[-1] << 8
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def payload(frame: bytes) -> tuple[int, bytes, bytes]:
    """Protocol, addresses and the segment or datagram of a frame, its IP header checked."""
    kind = struct.unpack_from("!H", frame, 12)[0]
    packet = frame[14:]
    if kind == 0x0800:
        length = (packet[0] & 15) * 4
        assert ones_complement(packet[:length]) == 0xFFFF
        assert struct.unpack_from("!H", packet, 2)[0] == len(packet)
        return packet[9], packet[12:20], packet[length:]
    assert kind == 0x86DD
    assert packet[0] >> 4 == 6
    assert struct.unpack_from("!H", packet, 4)[0] == len(packet) - 40
    return packet[6], packet[8:40], packet[40:]


@pytest.mark.parametrize("name", ["front-v4.pcap", "front-v6.pcap", "relais-admin.pcap"])
def test_every_packet_has_its_checksums_and_addresses_of_the_documentation(
    files: dict[str, Content], name: str
) -> None:
    times, protocols = [], set()
    for at, frame in records(files[name].data):
        protocol, addresses, segment = payload(frame)
        half = len(addresses) // 2
        for address in (ipaddress.ip_address(addresses[:half]), ipaddress.ip_address(addresses[half:])):
            assert address.is_private  # the documentation ranges are
        pseudo = addresses + struct.pack("!IHH", len(segment), 0, protocol)
        assert ones_complement(pseudo + segment) == 0xFFFF
        if protocol == 17:
            assert struct.unpack_from("!H", segment, 4)[0] == len(segment)
        times.append(at)
        protocols.add(protocol)
    assert times == sorted(times)
    assert protocols == {6, 17}
    assert len(times) > 90


def test_a_conversation_can_be_put_together_again(files: dict[str, Content]) -> None:
    streams: dict[tuple[bytes, bytes], bytes] = {}
    following: dict[tuple[bytes, bytes], int] = {}
    for _, frame in records(files["front-v4.pcap"].data):
        protocol, addresses, segment = payload(frame)
        if protocol != 6:
            continue
        key = (addresses, segment[:4])
        number, flags = struct.unpack_from("!I", segment, 4)[0], segment[13]
        data = segment[(segment[12] >> 4) * 4 :]
        assert flags & 2 or number == following[key]
        following[key] = (number + len(data) + bool(flags & 3)) % 2**32
        streams[key] = streams.get(key, b"") + data
    requests = [
        stream for stream in streams.values() if stream.startswith(b"POST /login HTTP/1.1\r\nHost: lantern.example\r\n")
    ]
    assert len(requests) == 4
    answers = [stream for stream in streams.values() if stream.startswith(b"HTTP/1.1 303 See Other\r\n")]
    assert len(answers) == 4
    head, _, rest = answers[0].partition(b"\r\n\r\n")
    assert b"Content-Length: 0" in head
    assert rest.startswith(b"HTTP/1.1 200 OK")
    hello = next(stream for stream in streams.values() if stream.startswith(b"\x16\x03\x01"))
    assert b"admin.lantern.example" in hello


@pytest.mark.parametrize("data", [b"", b"\0", b"\xff\xff", b"\x01\x02\x03", bytes(range(256)) * 5 + b"\x07"])
def test_our_checksum_is_that_of_the_book(data: bytes) -> None:
    assert checksum(data) == 0xFFFF - ones_complement(data)


class Fat:
    """A FAT12 volume as a reader sees it."""

    def __init__(self, image: bytes) -> None:
        self.image = image
        (size, self.per_cluster, reserved, self.tables, roots, sectors, media, table) = struct.unpack_from(
            "<HBHBHHBH", image, 11
        )
        assert size == 512
        assert sectors * size == len(image)
        assert image[510:512] == b"\x55\xaa"
        assert image[54:62] == b"FAT12   "
        first = image[reserved * size : (reserved + table) * size]
        second = image[(reserved + table) * size : (reserved + 2 * table) * size]
        assert first == second
        assert first[0] == media
        self.table, self.root_at = first, (reserved + self.tables * table) * size
        self.root = image[self.root_at : self.root_at + roots * 32]
        self.data_at = self.root_at + roots * 32

    def next(self, cluster: int) -> int:
        pair = struct.unpack_from("<H", self.table, cluster * 3 // 2)[0]
        return int(pair >> 4 if cluster % 2 else pair & 0xFFF)

    def cluster(self, number: int) -> bytes:
        start = self.data_at + (number - 2) * 512 * self.per_cluster
        return self.image[start : start + 512 * self.per_cluster]

    def chain(self, cluster: int) -> bytes:
        out, seen = b"", set()
        while cluster < 0xFF8:
            assert cluster >= 2
            assert cluster not in seen
            seen.add(cluster)
            out += self.cluster(cluster)
            cluster = self.next(cluster)
        return out

    def walk(self, folder: bytes, path: str = "") -> Iterator[tuple[str, int, int, bool]]:
        """Path, first cluster, size, whether deleted. A deleted name has lost its first letter, its long name its order."""
        parts: list[bytes] = []
        for at in range(0, len(folder), 32):
            entry = folder[at : at + 32]
            if entry[0] == 0:
                return
            deleted = entry[0] == 0xE5
            if entry[11] == 0x0F:
                parts.insert(0, entry[1:11] + entry[14:26] + entry[28:32])
                continue
            long = b"".join(parts).decode("utf-16-le").split("\0")[0].rstrip("\uffff") if parts else ""
            parts = []
            cluster, size = struct.unpack_from("<HI", entry, 26)
            if entry[11] & 0x10:
                if entry[0] != ord("."):
                    yield from self.walk(self.chain(cluster), f"{entry[:11].decode().strip()}/")
            elif not entry[11] & 0x08:
                yield path + long, cluster, size, deleted


@pytest.mark.parametrize(
    ("name", "kept", "deleted"),
    [
        ("LAMPKIT.dd", "KEYS/house wallet.age", "WALLETS/payout-draft.csv"),
        ("backend-boot.dd", "ETC/lantern.yaml", "ETC/lantern.yaml.old"),
        ("FR-S1.dd", "LISTES/ventes août.csv", "LISTES/Κατάλογος πελατών.csv"),
    ],
)
def test_a_volume_has_its_files_and_gives_back_what_was_deleted(
    files: dict[str, Content], name: str, kept: str, deleted: str
) -> None:
    volume = Fat(files[name].data)
    found = {path: (cluster, size, gone) for path, cluster, size, gone in volume.walk(volume.root)}
    for cluster, size, gone in found.values():
        if not gone:
            assert 0 <= len(volume.chain(cluster)) - size < 512
    cluster, size, gone = found[kept]
    assert not gone
    assert size > 0
    cluster, size, gone = found[deleted]
    assert gone
    assert volume.next(cluster) == 0
    recovered = b"".join(volume.cluster(cluster + n) for n in range(-(-size // 512)))[:size]
    assert recovered.strip(b"\0") == recovered
    assert recovered.decode("utf-8")


def test_no_cluster_belongs_to_two_files(files: dict[str, Content]) -> None:
    for name in ("LAMPKIT.dd", "backend-boot.dd", "FR-S1.dd"):
        volume = Fat(files[name].data)
        used: list[int] = []
        for _, cluster, _, gone in volume.walk(volume.root):
            at = cluster
            while not gone and at < 0xFF8:
                used.append(at)
                at = volume.next(at)
        assert len(used) == len(set(used))
