"""Run the server: `liaison serve`.

Not here: the database that it needs, and the other commands (`__main__.py`).
"""

import asyncio

from app import embedded, worker
from app.api.operator_guards import is_local
from app.demo import seed, witnesses
from app.main import cosigner_first, create_app
from app.opening import open_context
from app.services.accounts import setup
from app.services.teams import demonstration
from app.serving import server_of, settle
from app.settings import Settings


def serve(settings: Settings, owner_url: str, bundled: embedded.Cluster | None) -> None:
    """Build the demonstration teams if enabled, print how to sign in, and answer until stopped.

    Args:
        settings: Must name the databases.
        owner_url: Of the role that owns the tables; only a demonstration needs it.
        bundled: The bundled PostgreSQL, if it runs.

    Raises:
        RuntimeError: The server could not start.
    """
    asyncio.run(_prepare(settings, owner_url))
    keep = bundled.keep if bundled is not None and bundled.ours else None
    work = worker.beside if settings.worker else None
    server = server_of(settings, create_app(settings, work=work, keep=keep, witness=witnesses.beside(settings)))
    settle()
    server.run()
    if not server.started:
        raise RuntimeError("The server could not start; what it said stands above.")


async def _prepare(settings: Settings, owner_url: str) -> None:
    """Build the demonstration teams if enabled, and print how to sign in."""
    builds = settings.demo and settings.loopback and not seed.is_built(settings.state)
    cosigner = witnesses.beside(settings) if builds else None  # of a demonstration whose building was interrupted
    async with cosigner_first(settings, cosigner), open_context(settings, signs=builds) as context:
        if context.authentication.admits_demonstration:
            await seed.build(context, owner_url)
        people = await demonstration.characters(context.database) if context.authentication.admits_demonstration else []
        code = None if context.authentication.admits_demonstration else await setup.prepare(context.database)
    print(f"\nLiaison listens on {settings.allowed_origins[0]}\n")
    if people:
        print(f"Sign in with the password {demonstration.PASSWORD} as:\n")
        for one in people:
            roles = ", ".join(one.roles) or "no seat"
            print(f"  {one.email:24} {one.name:24} {one.party or '':9} {roles:16} {one.operation or ''}")
        print()
    elif code is not None:
        print(first_run_message(settings, code), flush=True)


def first_run_message(settings: Settings, code: str) -> str:
    """Return how the first account is created. The code is shown only here."""
    command = "liaison account you@example.org --name 'Your Name' --operator"
    local = [one for one in settings.allowed_origins if is_local(one)]
    if not local or settings.trusted_proxies:
        return f"No account exists. Create the operator's account on this machine: {command}\n"
    return (
        f"No account exists. Open {local[0]}/setup in a browser on this machine and enter the setup code:\n\n"
        f"  {code}\n\n"
        "The code is valid until an account exists or the server starts again. Without a browser on this machine:\n"
        f"  {command}\n"
    )
