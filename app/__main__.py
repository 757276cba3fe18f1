"""The `liaison` command: `serve`, `worker`, `migrate`, `account`, `epoch`, `jobs`, `verify`, `witness` and more.

The only module that reads from and writes to a terminal, apart from the command lines of `verify` and `witness`. Each
command uses the database named in the environment, or the bundled PostgreSQL.
Not here: what the server does (`main.py`), and the work of each command.
"""

import gc

gc.disable()  # imports create no garbage, and collecting took half of the start-up time

import argparse
import asyncio
import getpass
import http.client
import json
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType
from typing import Any, Final, NoReturn
from uuid import UUID

from pydantic import SecretStr

from app import database, embedded, log, witness, worker
from app.attached import ATTACHED, input_ended
from app.errors import Refusal
from app.exports import verifier
from app.ledger.sequencer import Sequencer
from app.opening import running, wait_for_context
from app.operator_commands import manage_cosigners, manage_epochs, manage_failed_jobs
from app.services.accounts import accounts
from app.settings import Settings, documented, from_environment

BUNDLED: Final = "postgres"  # folder of the bundled cluster in the state folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    gc.freeze()
    gc.enable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["verify"]:
        return verifier.main(given[1:])  # has its own command line, the same as outside this program
    if given[:1] == ["witness"]:
        return witness.main(given[1:])  # likewise: it also runs where there is no server
    options = _parser().parse_args(given)
    settings = from_environment()
    settings = settings.model_copy(update={k: v for k, v in _overrides(options).items() if v is not None})
    log.configure(settings.log_format)
    try:
        return int(options.run(settings, options))
    except (Refusal, RuntimeError) as error:
        field = f"{error.field}: " if isinstance(error, Refusal) and error.field else ""
        print(f"liaison: {field}{error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="liaison", description="The workspace of a joint investigation team.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="run the server; without DATABASE_URL with a bundled PostgreSQL")
    serve.add_argument("--host", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", type=int, help="port to listen on (8000)")
    serve.add_argument("--no-worker", action="store_true", help="leave the worker to another process")
    serve.set_defaults(run=_serve)
    later = commands.add_parser("worker", help="run the worker alone, beside servers that run with --no-worker")
    later.add_argument(ATTACHED, action="store_true", help="end with the server that started it")
    later.set_defaults(run=_worker)
    migrate = commands.add_parser("migrate", help="bring the database to this version, as the owner role")
    migrate.set_defaults(run=_migrate)
    health = commands.add_parser("health", help="ask the server of these settings whether it can work")
    health.set_defaults(run=_health)
    metrics = commands.add_parser("metrics", help="print what that server counts; where a container is its own machine")
    metrics.set_defaults(run=_metrics)
    account = commands.add_parser("account", help="make or change an account; the password comes from the terminal")
    account.add_argument("email")
    account.add_argument("--name", help="the person's name: makes the account")
    account.add_argument("--may-found", action="store_true", help="may found teams")
    account.add_argument("--operator", action="store_true", help="may administer accounts at the page")
    account.add_argument("--new-password", action="store_true", help="give it another password and end its sessions")
    account.add_argument(
        "--remove-second-factor",
        action="store_true",
        help="remove lost authenticator app and passkeys, and end its sessions",
    )
    account.add_argument("--close", action="store_true", help="close it for good")
    account.set_defaults(run=_account)
    _add_ledger_commands(commands)
    failed = commands.add_parser("jobs", help="list the background jobs that failed, or have them run again now")
    failed.add_argument("--retry", nargs="+", metavar="KIND [KEY]", help="run the failed jobs of this kind again now")
    failed.set_defaults(run=_jobs)
    openapi = commands.add_parser("openapi", help="print the OpenAPI document")
    openapi.set_defaults(run=_openapi)
    settings = commands.add_parser("settings", help="print what can be set, as docs/settings.md")
    settings.set_defaults(run=_settings)
    commands.add_parser("verify", help="check a custody bundle, offline", add_help=False)
    commands.add_parser("witness", help="cosign the checkpoints of others' ledgers", add_help=False)
    return parser


def _add_ledger_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    epoch = commands.add_parser(
        "epoch",
        help="begin a new epoch of a ledger: of which signed entries are lost for good, or whose key is replaced",
    )
    epoch.add_argument(
        "jit", nargs="?", type=UUID, help="the team; without it, every ledger that is not whole is listed"
    )
    epoch.add_argument("--reason", default="", help="what happened, what is lost, who decided: the whole team reads it")
    why = epoch.add_mutually_exclusive_group()
    for flag, words in (
        ("new-key", "replace the key of a whole ledger"),
        ("head-lost", "its signed head is lost for good"),
    ):
        why.add_argument(f"--{flag}", dest="why", action="store_const", const=flag, default="loss", help=words)
    epoch.set_defaults(run=_epoch)
    cosigners = commands.add_parser(
        "cosigners", help="list the ledgers whose signing waits for a log co-signer, or excuse one that cannot answer"
    )
    cosigners.add_argument("jit", nargs="?", type=UUID, help="the team")
    cosigners.add_argument("--excuse", metavar="NAME", help="do not wait for this log co-signer until it cosigns again")
    cosigners.add_argument("--reason", default="", help="why, and who decided: the whole team reads it")
    cosigners.set_defaults(run=_cosigners)


def _overrides(options: argparse.Namespace) -> dict[str, Any]:
    return {
        "host": getattr(options, "host", None),
        "port": getattr(options, "port", None),
        "worker": False if getattr(options, "no_worker", False) else None,
    }


@contextmanager
def _with_database(settings: Settings) -> Iterator[tuple[Settings, embedded.Cluster | None]]:
    """Provide settings with the addresses of a running database: configured, or bundled and started here."""
    if settings.database_url is not None:
        if settings.database_engine_url is None:
            raise RuntimeError("DATABASE_ENGINE_URL is not set; docs/operations.md says how the three roles are made.")
        yield settings, None
        return
    with embedded.start(settings.state / BUNDLED) as cluster:
        urls = {
            "database_url": cluster.urls.app,
            "database_owner_url": cluster.urls.owner,
            "database_engine_url": cluster.urls.engine,
        }
        database.migrate(cluster.urls.owner)
        yield settings.model_copy(update={name: SecretStr(url) for name, url in urls.items()}), cluster


def _owner_url(settings: Settings) -> str:
    if settings.database_owner_url is None:
        raise RuntimeError("DATABASE_OWNER_URL is not set: this needs the database role that owns the tables.")
    return settings.database_owner_url.get_secret_value()


def _serve(settings: Settings, _: argparse.Namespace) -> int:
    gc.disable()
    from app import server  # noqa: PLC0415 - a worker has no routes: they cost memory

    gc.enable()
    signal.signal(signal.SIGTERM, _stop)  # so that the bundled database is stopped too
    try:
        with _with_database(settings) as (ready, bundled):
            if settings.database_owner_url is not None:
                database.migrate(_owner_url(settings))
            server.serve(ready, _owner_url(ready) if ready.demo and ready.loopback else "", bundled)
    except KeyboardInterrupt:
        print("Stopped.")
    return 0


def _stop(_: int, __: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def _worker(settings: Settings, options: argparse.Namespace) -> int:
    signal.signal(signal.SIGTERM, _stop)
    try:
        with _with_database(settings) as (ready, _), suppress(asyncio.CancelledError):
            asyncio.run(_work(ready, attached=options.attached))
    except KeyboardInterrupt:
        if not options.attached:
            print("Stopped.")
    return 0


async def _work(settings: Settings, *, attached: bool) -> None:
    """Run the worker with its own sequencer, which learns of its entries at once; the server has another one."""
    me = asyncio.current_task()
    assert me is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, me.cancel)  # ends it in order at any point
    if attached:
        ending = asyncio.create_task(input_ended())
        ending.add_done_callback(lambda _: me.cancel())
    async with wait_for_context(settings, partial(print, flush=True)) as context:
        sequencer = Sequencer(context.database)
        context.database.on_appended = sequencer.wake
        async with running(worker=lambda: worker.run(context), sequencer=sequencer.run, answers=context.answers.keep):
            if not attached:
                print("The worker works.", flush=True)
            await asyncio.Event().wait()


def _health(settings: Settings, _: argparse.Namespace) -> int:
    return _show(settings, "/api/health/ready")


def _metrics(settings: Settings, _: argparse.Namespace) -> int:
    return _show(settings, "/metrics")


def _show(settings: Settings, path: str) -> int:
    """Print the response of the server on this machine; return 1 unless it is 200."""
    asked = http.client.HTTPConnection("127.0.0.1", settings.port, timeout=5)
    try:
        asked.request("GET", path, headers={"Host": settings.allowed_hosts[0]})
        answer = asked.getresponse()
    except OSError as error:
        raise RuntimeError(f"Nobody answers at port {settings.port}: {error.strerror or error}.") from None
    print(answer.read().decode())
    return 0 if answer.status == http.HTTPStatus.OK else 1


def _migrate(settings: Settings, _: argparse.Namespace) -> int:
    if settings.database_owner_url is not None:
        database.migrate(_owner_url(settings))
    else:
        with _with_database(settings):
            pass
    print("The database is at this version.")
    return 0


def _account(settings: Settings, options: argparse.Namespace) -> int:
    with _with_database(settings) as (ready, _):
        print(asyncio.run(_change_account(_owner_url(ready), options)))
    return 0


async def _change_account(owner_url: str, options: argparse.Namespace) -> str:
    async with database.as_owner(owner_url) as session:
        if options.close:
            await accounts.close(session, options.email)
            return f"{options.email} is closed."
        if options.new_password:
            await accounts.set_password(session, options.email, _ask_password())
            return f"{options.email} has another password; its sessions have ended."
        if options.remove_second_factor:
            await accounts.remove_second_factor(session, options.email)
            return f"{options.email} signs in with the password alone; its sessions have ended."
        await accounts.create(
            session,
            email=options.email,
            name=options.name or "",
            password=_ask_password(),
            may_found=options.may_found,
            operator=options.operator,
        )
        return f"{options.email} can sign in."


def _epoch(settings: Settings, options: argparse.Namespace) -> int:
    with _with_database(settings) as (ready, _):
        if options.jit is None and options.why != "loss":
            raise RuntimeError("Name the team whose ledger gets a new epoch. Nothing was changed.")
        print(asyncio.run(manage_epochs(ready, options.jit, options.reason, options.why)))
    return 0


def _cosigners(settings: Settings, options: argparse.Namespace) -> int:
    if (options.jit is None) != (options.excuse is None):
        raise RuntimeError("Name both the team and the log co-signer to excuse. Nothing was changed.")
    with _with_database(settings) as (ready, _):
        print(asyncio.run(manage_cosigners(ready, options.jit, options.excuse, options.reason)))
    return 0


def _jobs(settings: Settings, options: argparse.Namespace) -> int:
    with _with_database(settings) as (ready, _):
        print(asyncio.run(manage_failed_jobs(ready, options.retry)))
    return 0


def _ask_password() -> str:
    """Read the password from the terminal, twice; or one line from a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != first:
        raise RuntimeError("The two are not the same. Nothing was changed.")
    return first


def _openapi(settings: Settings, _: argparse.Namespace) -> int:
    from app.main import create_app  # noqa: PLC0415 - as in _serve

    print(json.dumps(create_app(settings).openapi(), indent=2, ensure_ascii=False))
    return 0


def _settings(_: Settings, __: argparse.Namespace) -> int:
    print(documented())
    return 0


if __name__ == "__main__":
    sys.exit(main())
