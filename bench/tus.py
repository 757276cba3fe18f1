"""Files over HTTP as a client that costs little: uploads by tus from the disk, downloads of an opening.

The bytes go by `sendfile` and `recv_into` on a plain socket, in a thread, so that the client takes little of the core that it
shares with the server. Deliberately not here: what is measured.
"""

import base64
import hashlib
import socket
from collections.abc import Callable
from pathlib import Path

from bench import stock
from bench.load import Client, request
from bench.world import World

MIB = 2**20


def make_file(path: Path, mebibytes: int) -> str:
    """A file without repetitions within a MiB, and its SHA-256."""
    block = bytearray(b"".join(hashlib.sha256(at.to_bytes(4)).digest() for at in range(MIB // 32)))
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for number in range(mebibytes):
            block[:4] = number.to_bytes(4)
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


async def announce(port: int, made: World, size: int, sha256: str) -> str:
    """A new exhibit of the Netherlands for this file; where the file's bytes are to be sent."""
    said = {
        "title": "Disk image", "kind": "image", "category": "disk_image", "acquired_at": "2026-01-05T08:00:00Z",
        "acquired_by": "Team Digital", "place": "Rotterdam", "legal_basis": "Art. 94 Sv",
        "releases": [{"party": "DE", "level": "held"}],
    }  # fmt: skip
    client = await Client.connect(port)
    exhibit = (await client.ask(stock.write(made, "NL", port, "/evidence", said))).json()["id"]
    named = {"filename": b"image.E01", "sha256": sha256.encode()}
    headers = _headers(port, made) | {
        "Upload-Length": str(size),
        "Upload-Metadata": ",".join(f"{name} {base64.b64encode(value).decode()}" for name, value in named.items()),
    }
    answer = await client.ask(request("POST", port, made.path(f"/evidence/{exhibit}/files"), headers=headers))
    client.close()
    assert answer.status == 201, answer.body
    return _header(answer.headers, b"location")


def send(port: int, made: World, location: str, path: Path) -> None:
    """The whole file in one PATCH; durable when this returns, because the answer says so. Blocks."""
    size = path.stat().st_size
    said = _headers(port, made) | {
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": "0",
        "Content-Length": str(size),
        "Host": f"localhost:{port}",
        "Connection": "close",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    with socket.create_connection(("127.0.0.1", port), timeout=120) as peer, path.open("rb") as file:
        peer.sendall(f"PATCH {location} HTTP/1.1\r\n{head}\r\n".encode())
        peer.sendfile(file)
        answer = _until_closed(peer)
    assert b" 204 " in answer[:20], answer
    assert _header(answer, b"upload-offset") == str(size), answer


async def take(port: int, made: World, location: str, sha256: str) -> str:
    """The Netherlands takes the exhibit of an uploaded file: the link to its original, whose hash is the one declared."""
    exhibit = location.split("/evidence/", 1)[1].split("/", 1)[0]
    said = {"act": "take", "purpose": "JIT_PURPOSE", "justification": "Copy for the laboratory", "acknowledged": True}
    client = await Client.connect(port)
    answer = await client.ask(stock.write(made, "NL", port, f"/evidence/{exhibit}/openings", said))
    client.close()
    assert answer.status == 201, answer.body
    (file,) = answer.json()["files"]
    assert file["sha256"] == sha256, file
    link: str = file["link"]
    return link


def fetch(
    port: int,
    path: str,
    headers: dict[str, str] | None = None,
    *,
    each: Callable[[memoryview], object] = len,
) -> int:
    """How many bytes of a body came; `each` sees every piece. Blocks. Raises `ValueError` for an answer that is none."""
    said = {"Host": f"localhost:{port}", "Connection": "close"} | (headers or {})
    text = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    buffer, count = bytearray(MIB), 0
    view = memoryview(buffer)
    with socket.create_connection(("127.0.0.1", port), timeout=120) as peer:
        peer.sendall(f"GET {path} HTTP/1.1\r\n{text}\r\n".encode())
        head = b""
        while b"\r\n\r\n" not in head:
            piece = peer.recv(65536)
            if not piece:
                raise ValueError(head)
            head += piece
        head, _, rest = head.partition(b"\r\n\r\n")
        if int(head[9:12]) not in {200, 206}:
            raise ValueError(head + rest)
        length = int(_header(head + b"\r\n", b"content-length"))
        each(memoryview(rest))
        count = len(rest)
        while count < length and (got := peer.recv_into(buffer)):
            each(view[:got])
            count += got
    if count != length:
        raise ValueError(f"{count} bytes of {length} came")
    return count


def _headers(port: int, made: World) -> dict[str, str]:
    return {"Cookie": made.cookies["NL"], "Origin": f"http://localhost:{port}", "Tus-Resumable": "1.0.0"}


def _header(head: bytes, name: bytes) -> str:
    for line in head.split(b"\r\n"):
        key, _, value = line.partition(b":")
        if key.strip().lower() == name:
            return value.strip().decode()
    raise ValueError(f"{name!r} is not in {head!r}")


def _until_closed(peer: socket.socket) -> bytes:
    answer = b""
    while piece := peer.recv(65536):
        answer += piece
    return answer
