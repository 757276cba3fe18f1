"""Wire the application together: its parts, background loops and routes.

Not here: the list of routers (`routers.py`), the source of settings and the command line (`__main__.py`).
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.routing import Mount

from app import VERSION
from app.api import documents, page, problems
from app.api.context import AppContext
from app.api.metrics import Metrics
from app.api.middleware import OuterMiddleware
from app.ledger.keys import LedgerKeys
from app.ledger.sequencer import Sequencer
from app.ledger.witnesses.demo_witnesses import DemoWitnesses
from app.ledger.witnesses.witnessing import Witness, WitnessError
from app.opening import Loop, open_context, running
from app.realtime.hub import Hub
from app.routers import ROUTERS
from app.services import registry
from app.services.accounts import last_seen
from app.settings import Settings
from app.witness import witness_app

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
        async with cosigner_first(settings, witness), open_context(settings) as context:
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
    app.add_middleware(OuterMiddleware, settings=settings, metrics=app.state.metrics)
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
