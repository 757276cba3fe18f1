"""A party's log co-signer: the command `liaison witness`, and its HTTP endpoint `POST /add-checkpoint`.

Commands: `init`, `add-log`, `follow-log`, `serve`, `status`, `close-log`. It needs no database and no Liaison server:
it runs on a small machine of the party, behind a proxy that terminates TLS. It trusts only the keys of the ledgers
added to it. A server can also provide the endpoint, for ledgers of others (`LIAISON_WITNESS`).
Not here: the decision to cosign, and the stored state (`ledger/witnesses/witnessing.py`).
"""

import argparse
import asyncio
import os
import socket
import sys
import threading
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from pathlib import Path
from typing import Any, Final

import uvicorn

from app import clock, log
from app.attached import ATTACHED
from app.ledger.witnesses.witnessing import MAX_BYTES, Answer, Witness, WitnessError

_ADD_CHECKPOINT: Final = "/add-checkpoint"
_BODY_SECONDS: Final = 10.0
_AT_ONCE: Final = 64

_Message = MutableMapping[str, Any]
_Send = Callable[[_Message], Awaitable[None]]
_logger = log.get("witness")


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. `status` returns 1 if a fork is stored."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (WitnessError, OSError) as error:
        print(f"liaison witness: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="liaison witness", description="Cosign the checkpoints of others' ledgers.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words)
        made.add_argument("folder", type=Path, help="where the witness keeps its key and what it cosigned")
        made.set_defaults(run=run)
        return made

    init = command("init", _init, "make a witness with a key of its own, and print its verifier key")
    init.add_argument("name", help="its name, such as witness.example.org/nl; it stays")
    add = command("add-log", _add_log, "know a ledger by the verifier key that its team's page shows")
    add.add_argument("vkey", help="<origin>+<key id>+<base64>")
    follow = command("follow-log", _follow_log, "know the next epoch of a ledger by the former key's word for its key")
    follow.add_argument("voucher", type=Path, help="the signed note; `note` of the key in the ledger's /keys")
    close = command("close-log", _close_log, "cosign nothing more of a ledger")
    close.add_argument("origin", help="the ledger's origin, the first line of its checkpoints")
    serve = command("serve", _serve, "answer at POST /add-checkpoint")
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", type=int, default=8600, help="port to listen on (8600)")
    serve.add_argument(ATTACHED, action="store_true", help="end with the process that started it")
    command("status", _status, "what it cosigned last of each ledger, and what it refused and keeps")
    return parser


def _init(options: argparse.Namespace) -> int:
    print(Witness.init(options.folder, options.name).key)
    return 0


def _add_log(options: argparse.Namespace) -> int:
    print(f"{Witness(options.folder).add_log(options.vkey).key.name} is known from here on.")
    return 0


def _follow_log(options: argparse.Namespace) -> int:
    following = Witness(options.folder).follow_log(options.voucher.read_bytes())
    print(f"{following.key.name} is known from here on, from size {following.head.size}. The epoch before is closed.")
    return 0


def _close_log(options: argparse.Namespace) -> int:
    head = Witness(options.folder).close_log(options.origin).head
    print(f"{options.origin} is closed at size {head.size}. Nothing more of it is cosigned.")
    return 0


def _status(options: argparse.Namespace) -> int:
    witness, forks = Witness(options.folder), 0
    print(witness.key)
    for known, refused in witness.logs():
        when = clock.since_1970(known.at).isoformat() if known.note else "never"
        print(f"\n{known.key.name}{' (closed)' if known.closed else ''}")
        print(f"  cosigned up to size {known.head.size}, last at {when}")
        for kind, files in refused.items():
            for file in files:
                print(f"  {_SAID[kind]}: {file}")
        forks += len(refused["fork"])
    return 1 if forks else 0


_SAID: Final = {
    "fork": "FORK, two trees of one size signed by one key",
    "inconsistent": "refused, not shown to continue what was cosigned",
    "smaller": "refused, smaller than what was cosigned",
}


def _serve(options: argparse.Namespace) -> int:
    witness = Witness(options.folder)
    with socket.create_server((options.host, options.port)) as listening:
        host, port = listening.getsockname()[:2]
        print(f"{witness.key.name} listens on http://{host}:{port}", flush=True)
        config = uvicorn.Config(
            witness_app(witness),
            http="httptools",
            lifespan="off",
            ws="none",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            log_level="warning",
            limit_concurrency=_AT_ONCE,
            timeout_graceful_shutdown=5,
        )
        server = uvicorn.Server(config)
        if options.attached:
            threading.Thread(target=_end_with_input, args=[server], daemon=True).start()
        server.run(sockets=[listening])
    return 0


def _end_with_input(server: uvicorn.Server) -> None:
    """Stop the server when standard input ends, as it does with the parent process."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    server.should_exit = True


def witness_app(witness: Witness) -> Callable[..., Awaitable[None]]:
    """Return the ASGI application of a log co-signer, standalone or mounted. Answers `_AT_ONCE` requests at a time."""
    places = asyncio.Semaphore(_AT_ONCE)

    async def program(scope: _Message, receive: Callable[[], Awaitable[_Message]], send: _Send) -> None:
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        began = clock.monotonic()
        if places.locked():
            answer = Answer(503, "this witness is busy\n")
        else:
            async with places:
                answer = await _answered(witness, scope, receive)
        _logger.info("asked", status=answer.status, milliseconds=round(1000 * (clock.monotonic() - began)))
        body = answer.body.encode()
        headers = [(b"content-type", answer.type.encode()), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return program


async def _answered(witness: Witness, scope: _Message, receive: Callable[[], Awaitable[_Message]]) -> Answer:
    if scope["path"].removeprefix(scope.get("root_path", "")) != _ADD_CHECKPOINT:
        return Answer(404, "a witness has one door: POST /add-checkpoint\n")
    if scope["method"] != "POST":
        return Answer(405, "POST\n")
    try:
        body = await asyncio.wait_for(_body(receive), _BODY_SECONDS)
    except TimeoutError:
        return Answer(408, "the request came too slowly\n")
    if body is None:
        return Answer(413, f"a request has at most {MAX_BYTES} bytes\n")
    try:
        return await asyncio.to_thread(witness.add_checkpoint, body)
    except Exception:
        _logger.exception("what was cosigned could not be read or kept")
        return Answer(500, "this witness cannot remember what it would cosign\n")


async def _body(receive: Callable[[], Awaitable[_Message]]) -> bytes | None:
    """Return the request's body, or `None` if it is too long or the client has disconnected."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MAX_BYTES or message["type"] != "http.request":
            return None
        if not message.get("more_body", False):
            return bytes(body)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
