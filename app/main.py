"""Wire the application together: its parts, background loops and routes.

Not here: the list of routers (`routers.py`), the source of settings and the command line (`__main__.py`).
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from fastapi import FastAPI
from starlette.routing import Mount

from app import VERSION, clock, log
from app.api import documents, page, problems
from app.api.context import AppContext
from app.api.metrics import Metrics
from app.api.middleware import Threshold
from app.attached import ENDS_WITHIN_SECONDS
from app.connections import DatabaseAwayError, answering, is_away, others_at_work
from app.database import Database
from app.exports.seal import Sealing, chosen
from app.identity.devices import Devices
from app.identity.links import Links
from app.identity.secrets import kept_secret
from app.identity.tokens import Tokens
from app.jobs import queue
from app.ledger import alarms, epochs, state_folder
from app.ledger.checkpoints import Publisher
from app.ledger.heads import Heads, demand_none_rolled_back, sound_missing
from app.ledger.keys import LedgerKeys
from app.ledger.sequencer import Sequencer
from app.ledger.signing.authorities import Authorities
from app.ledger.signing.timestamps import Stamps
from app.ledger.witnesses import demo_witnesses
from app.ledger.witnesses.answers import Answers, excuse
from app.ledger.witnesses.demo_witnesses import DemoWitnesses
from app.ledger.witnesses.registry import Cosigning
from app.ledger.witnesses.witnessing import Witness, WitnessError
from app.realtime.hub import Hub
from app.routers import ROUTERS
from app.services import registry
from app.services.accounts import last_seen
from app.services.accounts.sessions import Authentication
from app.services.audit.access_log import AccessLog
from app.services.coordination.translations import Translator
from app.services.evidence.storage import Bounds
from app.services.notifications.letters import Letterhead
from app.services.notifications.mail_post import Post
from app.settings import Settings
from app.vault.keys import KeysDamaged
from app.vault.vault import Vault
from app.witness import witness_app

#: Longer than any loop takes to end in order; a second cancellation before that would interrupt it.
_AGAIN_SECONDS: Final = 2 * ENDS_WITHIN_SECONDS
_RESTART_SECONDS, _FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 1.0, 1.0, 30.0
_logger = log.get("main")
log.condense(is_away, "the database does not answer", clock.monotonic)
_HOW_TO_EXCUSE: Final = """
First ask the party of the log co-signer to start it, or a leader of the party to remove it on the audit screen. If the
database or the state folder was restored, wait for its answer: it alone shows whether signed entries are missing.

If it cannot answer: liaison cosigners TEAM --excuse NAME --reason "why signing does not wait, who decided". An entry of the
ledger states the reason for the whole team. Until the co-signer cosigns again, signing does not wait for it.
"""
Loop = Callable[[], Awaitable[None]]
Work = Callable[[AppContext], Awaitable[None]]


def create_app(
    settings: Settings, *, work: Work | None = None, keep: Loop | None = None, witness: Loop | None = None
) -> FastAPI:
    """Create the application. Its lifespan opens the parts.

    Args:
        settings: Must name the databases.
        work: The worker, if it runs for this server.
        keep: Keeps the bundled database running, if this process started it.
        witness: Keeps the log co-signer of the demonstration running. It starts first, because signing waits for it.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with cosigner_first(settings, witness), open_house(settings) as context:
            hub = Hub(context.database, idle=context.authentication.idle + last_seen.LAG)
            app.state.context, app.state.hub = context, hub
            loops = _loops(context, hub, work) | ({} if keep is None else {"bundled database": keep})
            async with running(**loops):
                yield
                hub.close()
            try:
                await context.authentication.seen.write(context.database)
            finally:  # write these lines even if the line above fails
                await context.access_log.write(context.database)

    app = FastAPI(
        title="Liaison",
        version=VERSION,
        description="The workspace of a joint investigation team.",
        lifespan=lifespan,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.metrics, app.state.page = Metrics(), page.Page()
    app.openapi = lambda: documents.describe(app)  # type: ignore[method-assign]  # FastAPI's own way to extend it
    registry.register_all()
    app.add_middleware(Threshold, settings=settings, metrics=app.state.metrics)
    problems.install(app)
    for router in ROUTERS:  # flattened: an included router would search its own routes twice per request
        app.router.routes.extend(router.routes)
    if settings.witness is not None:  # before the page, which matches every path
        app.router.routes.insert(0, Mount("/witness", witness_app(_witness(settings.witness, settings))))
    return app


@asynccontextmanager
async def cosigner_first(settings: Settings, witness: Loop | None) -> AsyncIterator[None]:
    """Run the log co-signer of the demonstration during the block, which begins once it listens."""
    if witness is None:
        yield
        return
    hosted = DemoWitnesses(settings.state)
    hosted.forget_addresses()
    async with running(**{"demonstration's witness": witness}):
        await hosted.started()
        yield


def _witness(folder: Path, settings: Settings) -> Witness:
    """Open the log co-signer with which this server cosigns other ledgers.

    Raises:
        RuntimeError: It would cosign this server's own ledgers, or be restored from a backup.
    """
    if folder.resolve().is_relative_to(settings.state.resolve()):
        raise RuntimeError(f"LIAISON_WITNESS: {folder} is in the state folder, and would be put back with its backup.")
    try:
        keys = LedgerKeys(settings.state / "ledger")
        witness = Witness(folder, is_own=keys.holds)
    except (WitnessError, OSError) as error:
        raise RuntimeError(f"LIAISON_WITNESS: {error}") from None
    for known, _ in witness.logs():
        if keys.holds(known.key.name):
            raise RuntimeError(
                f"LIAISON_WITNESS: {known.key.name} is signed here, and nobody witnesses what it signs itself."
            )
    return witness


@asynccontextmanager
async def open_house(settings: Settings, *, signs: bool = True) -> AsyncIterator[AppContext]:
    """Open the parts of the application; also for commands without a server.

    Args:
        settings: Must name the databases.
        signs: Whether to ask the log co-signers first, which may take a while.

    Raises:
        RuntimeError: A database role bypasses row-level security, no database is named, a ledger was rolled back, or the
            state folder does not belong to the database.
        DatabaseAwayError: The database does not answer.
    """
    async with open_ledgers(settings) as (database, ledger_keys, heads):
        with answering():
            await state_folder.demand_keys(database, settings.state)
            await demand_none_rolled_back(database, heads)
            await state_folder.demand_heads(database, settings.state, heads)
            vault = _vault(settings)
            await state_folder.record(database, settings.state, vault.keys)
            await sound_missing(database, heads)
            answers = _answers(settings, database)
            if signs:
                await answers.ask()
        stampers = Authorities.read(settings.timestamp_authorities, settings.timestamp_roots)
        yield AppContext(
            settings=settings,
            database=database,
            authentication=_authentication(settings),
            links=Links(kept_secret(settings.state / "keys" / "links.key")),
            ledger_keys=ledger_keys,
            publisher=_publisher(settings, database, ledger_keys, heads, answers),
            answers=answers,
            stamps=Stamps(database, stampers, timedelta(minutes=settings.timestamp_minutes)),
            seal=_seal(settings, stampers),
            vault=vault,
            access_log=AccessLog(),
            bounds=Bounds(
                largest=settings.upload_limit_bytes,
                silence=timedelta(hours=settings.upload_silence_hours),
                of_party=settings.party_quota_bytes or None,
                of_jit=settings.jit_quota_bytes or None,
            ),
            translator=_translator(settings),
            post=_post(settings),
        )


@asynccontextmanager
async def open_ledgers(settings: Settings) -> AsyncIterator[tuple[Database, LedgerKeys, Heads]]:
    """Open the database, the ledgers' keys and the signed heads, without checking them against each other."""
    application, engine = database_urls(settings)
    keys = LedgerKeys(settings.state / "ledger")
    async with Database(application, engine, pool=settings.database_pool) as database:
        yield database, keys, Heads(settings.state / "ledger", keys)


def database_urls(settings: Settings) -> tuple[str, str]:
    """Return the URLs for the application and engine roles. Raises `RuntimeError` if the settings name none."""
    if settings.database_url is None or settings.database_engine_url is None:
        raise RuntimeError("DATABASE_URL and DATABASE_ENGINE_URL are not set.")
    return settings.database_url.get_secret_value(), settings.database_engine_url.get_secret_value()


def _vault(settings: Settings) -> Vault:
    """Open the vault. Raises `RuntimeError` if the keys or the certificates of the object store cannot be read."""
    try:
        return Vault.open(settings.state, settings.objects_url, settings.objects_roots)
    except (KeysDamaged, OSError) as error:
        raise RuntimeError(f"The store of files cannot be opened: {error}.") from error


def _answers(settings: Settings, database: Database) -> Answers:
    ask = demo_witnesses.asker(settings.state, demonstration=settings.demo and settings.loopback)
    return Answers(database, Cosigning(database, settings.witness_networks, ask))


def _publisher(settings: Settings, database: Database, keys: LedgerKeys, heads: Heads, answers: Answers) -> Publisher:
    every, heartbeat = settings.checkpoint_seconds, settings.checkpoint_heartbeat_seconds
    return Publisher(database, keys, heads, answers, every=every, heartbeat=heartbeat)


async def see_to_epochs(settings: Settings, jit: UUID | None, reason: str, why: epochs.Why) -> str:
    """List the ledgers that are not whole, or begin a new epoch of one; return the message for the operator.

    Raises:
        RuntimeError: Servers or workers are running, or the epoch cannot begin.
    """
    busy = await others_at_work(database_urls(settings)[1])
    if busy:
        raise RuntimeError(f"{busy} connections of servers or workers are open: stop them first. Nothing was changed.")
    async with open_ledgers(settings) as (opened, keys, heads):
        await state_folder.demand_keys(opened, settings.state)
        if jit is None:
            lost = await epochs.losses(opened, heads)
            return epochs.explained(lost) if lost else "Every ledger reaches what was signed."
        if why == "new-key":
            answers = _answers(settings, opened)
            await answers.ask()
            begun = await epochs.renew(opened, _publisher(settings, opened, keys, heads, answers), heads, jit, reason)
        else:
            begun = await epochs.begin(opened, keys, heads, jit, reason, head_lost=why == "head-lost")
    return f"{begun.ledger.origin} has begun at position {begun.position}. Start the servers, and tell every party."


async def see_to_cosigners(settings: Settings, jit: UUID | None, name: str | None, reason: str) -> str:
    """List the ledgers whose signing waits, or excuse a log co-signer; return the message for the operator.

    Raises:
        RuntimeError: The co-signer cannot be excused.
    """
    async with Database(*database_urls(settings)) as database:
        if jit is not None and name is not None:
            excused = await excuse(database, _answers(settings, database), jit, name, reason)
            return f"Signing does not wait for {excused} until it cosigns again. Tell every party."
        waiting = await alarms.details(database, "unanswered")
    lines = [f"team {one}: {detail}" for one, detail in waiting.items()]
    return "\n".join([*lines, _HOW_TO_EXCUSE] if lines else ["Signing waits for no log co-signer."])


async def see_to_jobs(settings: Settings, retry: Sequence[str] | None) -> str:
    """List the background jobs that failed, or have those of a kind run again; return the message for the operator.

    Args:
        settings: Must name the databases.
        retry: Kind, and perhaps key, of the jobs to run again.

    Raises:
        RuntimeError: There is no such failed job.
    """
    async with Database(*database_urls(settings)) as database:
        if retry:
            kind, key = retry[0], " ".join(retry[1:]) or None
            many = await queue.retry(database, kind, key)
            if not many:
                raise RuntimeError(f"No job of this kind and key failed: {' '.join(retry)}. Nothing was changed.")
            return f"Due now: {many}."
        failed = await queue.failed(database)
    lines = (f"{one.kind} {one.key}  {one.problem}, {one.attempts} times" for one in failed)
    return "\n".join(lines) or "No job failed."


@asynccontextmanager
async def awaited_house(settings: Settings, tell: Callable[[str], None]) -> AsyncIterator[AppContext]:
    """Do the same as `open_house`, but wait for the database with growing pauses; `tell` receives the reasons."""
    pause = _FIRST_PAUSE_SECONDS
    async with AsyncExitStack() as opened:
        while True:
            try:
                context = await opened.enter_async_context(open_house(settings))
                break
            except DatabaseAwayError as error:
                tell(f"{error} Trying again in {pause:.0f} s.")
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)
        yield context


def _seal(settings: Settings, stampers: Authorities) -> Sealing:
    password = settings.seal_password.get_secret_value() if settings.seal_password else None
    return chosen(settings.seal, password, settings.state / "ledger", settings.ledger_name, stampers)


def _translator(settings: Settings) -> Translator | None:
    key = settings.translation_key
    return (
        None
        if settings.translation_url is None
        else Translator(settings.translation_url, None if key is None else key.get_secret_value())
    )


def _post(settings: Settings) -> Post | None:
    """Return the mail server, if one is configured."""
    if settings.smtp_host is None or settings.smtp_sender is None:
        return None
    return Post(
        host=settings.smtp_host,
        port=settings.smtp_port,
        security=settings.smtp_security,
        head=Letterhead(settings.smtp_sender, settings.allowed_origins[0]),
        apart=timedelta(minutes=settings.mail_minutes),
        user=settings.smtp_user,
        password=settings.password_of_mail,
        roots=settings.smtp_roots,
    )


def _authentication(settings: Settings) -> Authentication:
    return Authentication(
        tokens=Tokens.open(settings.state / "keys" / "tokens.pem"),
        devices=Devices(kept_secret(settings.state / "keys" / "devices.key")),
        lasting=timedelta(hours=settings.session_hours),
        idle=timedelta(minutes=settings.session_idle_minutes),
        token_minutes=settings.token_minutes,
        admits_demonstration=settings.demo and settings.loopback,
    )


def _loops(context: AppContext, hub: Hub, work: Work | None) -> dict[str, Loop]:
    """Return the background loops by name."""
    sequencer = Sequencer(context.database)
    context.database.on_appended = sequencer.wake
    context.database.on_chat_changed = hub.chat.note_change
    loops: dict[str, Loop] = {
        "sequencer": sequencer.run,
        "publisher": context.publisher.run,
        "answers": context.answers.keep,
        "hub": hub.follow,
        "looking again": hub.look_again,
        "presence": hub.presence.keep,
        "chat": hub.chat.keep,
        "bundles": hub.bundles.keep,
        "seen": lambda: last_seen.keep(context.database, context.authentication.seen),
        "access log": lambda: context.access_log.keep(context.database),
    }
    if work is not None:
        loops["worker"] = lambda: work(context)
    return loops


@asynccontextmanager
async def running(**loops: Loop) -> AsyncIterator[None]:
    """Run the loops during the block; restart a loop that ends or fails."""
    tasks = [asyncio.create_task(_supervised(name, loop), name=name) for name, loop in loops.items()]
    try:
        yield
    finally:
        while left := [task for task in tasks if not task.done()]:
            for task in left:  # repeated, because a database error at the same moment can replace the cancellation
                task.cancel()
            await asyncio.wait(left, timeout=_AGAIN_SECONDS)


async def _supervised(name: str, loop: Loop) -> None:
    while True:
        try:
            await loop()
        except asyncio.CancelledError:
            raise
        except Exception:
            _logger.exception("a loop failed; starting it again", loop=name)
        await asyncio.sleep(_RESTART_SECONDS)
