"""Open the parts of the program from the settings, and keep its background loops running.

Not here: the routes (`main.py`), the jobs of the worker (`worker.py`).
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from typing import Final

from app import clock, log
from app.api.context import AppContext
from app.attached import ENDS_WITHIN_SECONDS
from app.connections import DatabaseAwayError, answering, is_away
from app.database import Database
from app.exports.seal import Sealing, chosen
from app.identity.challenges import Challenges
from app.identity.devices import Devices
from app.identity.links import Links
from app.identity.secrets import kept_secret
from app.identity.tokens import Tokens
from app.identity.totp import Authenticators
from app.ledger import state_folder
from app.ledger.checkpoints import Publisher
from app.ledger.heads import Heads, demand_none_rolled_back, sound_missing
from app.ledger.keys import LedgerKeys
from app.ledger.signing.authorities import Authorities
from app.ledger.signing.timestamps import Stamps
from app.ledger.witnesses import demo_witnesses
from app.ledger.witnesses.answers import Answers
from app.ledger.witnesses.registry import Cosigning
from app.services.accounts.sessions import Authentication
from app.services.audit.access_log import AccessLog
from app.services.coordination.translations import Translator
from app.services.evidence.storage import Bounds
from app.services.notifications.letters import Letterhead
from app.services.notifications.mail_post import Post
from app.settings import Settings
from app.vault.keys import KeysDamaged
from app.vault.vault import Vault

#: Longer than any loop takes to end in order; a second cancellation before that would interrupt it.
_AGAIN_SECONDS: Final = 2 * ENDS_WITHIN_SECONDS
_RESTART_SECONDS, _FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 1.0, 1.0, 30.0
_logger = log.get("main")
log.condense(is_away, "the database does not answer", clock.monotonic)
Loop = Callable[[], Awaitable[None]]


@asynccontextmanager
async def open_context(settings: Settings, *, signs: bool = True) -> AsyncIterator[AppContext]:
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
            answers = log_cosigners(settings, database)
            if signs:
                await answers.ask()
        stampers = Authorities.read(settings.timestamp_authorities, settings.timestamp_roots)
        yield AppContext(
            settings=settings,
            database=database,
            authentication=_authentication(settings),
            links=Links(kept_secret(settings.state / "keys" / "links.key")),
            ledger_keys=ledger_keys,
            publisher=checkpoint_publisher(settings, database, ledger_keys, heads, answers),
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
async def wait_for_context(settings: Settings, tell: Callable[[str], None]) -> AsyncIterator[AppContext]:
    """Do the same as `open_context`, but wait for the database with growing pauses; `tell` receives the reasons."""
    pause = _FIRST_PAUSE_SECONDS
    async with AsyncExitStack() as opened:
        while True:
            try:
                context = await opened.enter_async_context(open_context(settings))
                break
            except DatabaseAwayError as error:
                tell(f"{error} Trying again in {pause:.0f} s.")
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)
        yield context


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


def log_cosigners(settings: Settings, database: Database) -> Answers:
    """Return what asks the log co-signers of each ledger."""
    ask = demo_witnesses.asker(settings.state, demonstration=settings.demo and settings.loopback)
    return Answers(database, Cosigning(database, settings.witness_networks, ask))


def checkpoint_publisher(
    settings: Settings, database: Database, keys: LedgerKeys, heads: Heads, answers: Answers
) -> Publisher:
    """Return what signs and publishes checkpoints."""
    every, heartbeat = settings.checkpoint_seconds, settings.checkpoint_heartbeat_seconds
    return Publisher(database, keys, heads, answers, every=every, heartbeat=heartbeat)


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
        authenticators=Authenticators(kept_secret(settings.state / "keys" / "authenticators.key")),
        challenges=Challenges(kept_secret(settings.state / "keys" / "challenges.key")),
        lasting=timedelta(hours=settings.session_hours),
        idle=timedelta(minutes=settings.session_idle_minutes),
        token_minutes=settings.token_minutes,
        script_token_days=settings.script_token_days,
        admits_demonstration=settings.demo and settings.loopback,
    )


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
