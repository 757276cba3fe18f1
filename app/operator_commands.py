"""Commands of the operator for ledgers, log co-signers and jobs.

Not here: the command line itself (`__main__.py`).
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from app.connections import others_at_work
from app.database import Database
from app.jobs import queue
from app.ledger import alarms, epochs, state_folder
from app.ledger.witnesses.answers import excuse
from app.opening import checkpoint_publisher, database_urls, log_cosigners, open_ledgers
from app.settings import Settings

_HOW_TO_EXCUSE: Final = """
First ask the party of the log co-signer to start it, or a leader of the party to remove it on the audit screen. If the
database or the state folder was restored, wait for its answer: it alone shows whether signed entries are missing.

If it cannot answer: liaison cosigners TEAM --excuse NAME --reason "why signing does not wait, who decided". An entry of the
ledger states the reason for the whole team. Until the co-signer cosigns again, signing does not wait for it.
"""


async def manage_epochs(settings: Settings, jit: UUID | None, reason: str, why: epochs.Why) -> str:
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
            answers = log_cosigners(settings, opened)
            await answers.ask()
            begun = await epochs.renew(
                opened, checkpoint_publisher(settings, opened, keys, heads, answers), heads, jit, reason
            )
        else:
            begun = await epochs.begin(opened, keys, heads, jit, reason, head_lost=why == "head-lost")
    return f"{begun.ledger.origin} has begun at position {begun.position}. Start the servers, and tell every party."


async def manage_cosigners(settings: Settings, jit: UUID | None, name: str | None, reason: str) -> str:
    """List the ledgers whose signing waits, or excuse a log co-signer; return the message for the operator.

    Raises:
        RuntimeError: The co-signer cannot be excused.
    """
    async with Database(*database_urls(settings)) as database:
        if jit is not None and name is not None:
            excused = await excuse(database, log_cosigners(settings, database), jit, name, reason)
            return f"Signing does not wait for {excused} until it cosigns again. Tell every party."
        waiting = await alarms.details(database, "unanswered")
    lines = [f"team {one}: {detail}" for one, detail in waiting.items()]
    return "\n".join([*lines, _HOW_TO_EXCUSE] if lines else ["Signing waits for no log co-signer."])


async def manage_failed_jobs(settings: Settings, retry: Sequence[str] | None) -> str:
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
