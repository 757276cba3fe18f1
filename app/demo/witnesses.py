"""Names the log co-signers of both teams and runs the one of Operation Lantern.

Lantern has one co-signer, which its agreement requires. It is a process (`liaison witness serve`) that starts and ends
with the server. Sextant has three, which answer in this process; the Greek one stops after its first checkpoint, and
an operator has excused it, so that signing does not wait for it.
`ledger/witnesses/demo_witnesses.py` says where they are and how they are asked.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import select

from app.api.context import AppContext
from app.attached import attached
from app.demo.building import Team
from app.ledger.journal import Ledger
from app.ledger.sequencer import sequence
from app.ledger.witnesses.answers import Answers, excuse
from app.ledger.witnesses.demo_witnesses import ADDRESS, ENDING, DemoWitnesses
from app.ledger.witnesses.registry import Cosigning
from app.models import Jit
from app.services.audit import witnesses
from app.settings import Settings
from app.vault import durable

#: Leaders who name one in Sextant. The first one stops before the others are named.
_SEXTANT: Final = (("gr", "nikos@gr.demo"), ("es", "pilar@es.demo"), ("nl", "bram@nl.demo"))
_LANTERN: Final = ("de", "jonas@de.demo")
_ADMINISTRATOR: Final = "admin@nl.demo"


async def cosign(team: Team) -> None:
    """Name the co-signers, each once, and let them cosign the current ledger."""
    hosted = DemoWitnesses(team.context.settings.state)
    if team.spec.key == "lantern":
        country, leader = _LANTERN
        await _agree(team)
        await _name(team, hosted, country, leader)
        await _round(team, hosted, leader)
        hosted.run_separately(_host(country))
        return
    for country, leader in _SEXTANT:
        await _name(team, hosted, country, leader)
        await _round(team, hosted, leader)
        hosted.put_to_sleep(_host(_SEXTANT[0][0]))
    await _excuse(team, hosted)


async def _excuse(team: Team, hosted: DemoWitnesses) -> None:
    """Record, as an operator would, that signing does not wait for the co-signer that stopped."""
    context, (country, leader) = team.context, _SEXTANT[0]
    seat = team.seats[leader]
    answers = Answers(context.database, Cosigning(context.database, context.settings.witness_networks, hosted.ask))
    await answers.ask()
    async with context.database.engine() as session:
        waits = await answers.unanswered(session, seat.jit)
    if waits:
        reason = "Its machine is being replaced. Agreed with every party until it cosigns again."
        await excuse(context.database, answers, seat.jit, f"{_host(country)}/{team.spec.key}", reason)


async def _round(team: Team, hosted: DemoWitnesses, leader: str) -> None:
    """Publish the entries and collect cosignatures."""
    context, seat = team.context, team.seats[leader]
    while await sequence(context.database):
        pass
    await context.publisher.publish(Ledger(seat.jit, seat.ledger_origin), "clock")
    await Cosigning(context.database, context.settings.witness_networks, hosted.ask).round()


def beside(settings: Settings) -> Callable[[], Awaitable[None]] | None:
    """Return the function that runs Lantern's co-signer beside a server, or None outside a demonstration."""
    return partial(keep_running, settings.state) if settings.demo and settings.loopback else None


async def keep_running(state: Path) -> None:
    """Run the co-signers' processes of this state folder until cancelled.

    Raises:
        ExceptionGroup: A process ended. The caller starts this function again.
    """
    async with asyncio.TaskGroup() as group:
        for folder in DemoWitnesses(state).separate_folders():
            group.create_task(_run(folder), name=folder.name)
        await asyncio.Event().wait()  # a demonstration of an earlier version has none


async def _run(folder: Path) -> None:
    """Run one process at a free port of the loopback address.

    Raises:
        RuntimeError: The process ended.
    """
    with (folder / "log").open("wb") as said:
        serve = attached(
            "app.witness",
            *("serve", str(folder), "--port", "0"),
            environment={},  # it needs none of the server's settings, and no secret
            stdout=asyncio.subprocess.PIPE,
            stderr=said,
        )
        async with serve as process:
            assert process.stdout is not None
            line = (await process.stdout.readline()).decode()  # "<name> listens on <address>"
            try:
                if line:
                    await asyncio.to_thread(durable.write_over, folder / ADDRESS, line.split()[-1].encode())
                code = await process.wait()
            finally:
                (folder / ADDRESS).unlink(missing_ok=True)
    raise RuntimeError(f"the witness {folder.name} ended with {code}; its folder has a log")


def _host(country: str) -> str:
    return f"witness.{country}{ENDING}"


async def _name(team: Team, hosted: DemoWitnesses, country: str, leader: str) -> None:
    context: AppContext = team.context
    seat = team.seats[leader]
    host = _host(country)
    witness = hosted.take_in(host, f"{host}/{team.spec.key}")
    if not any(known.key.name == seat.ledger_origin for known, _ in witness.logs()):
        witness.add_log(str(context.ledger_keys.signer(seat.ledger_origin).verifier))
    async with context.database.writing(seat.requester) as session:
        standing = await witnesses.list_all(session, seat, None)
        if all(one.party != seat.party_code for one in standing):
            url, networks = f"https://{host}/", context.settings.witness_networks
            await witnesses.name(session, seat, str(witness.key), url, networks, context.ledger_keys)


async def _agree(team: Team) -> None:
    """Set the quorum of the agreement to one co-signer."""
    seat = team.seats[_ADMINISTRATOR]
    async with team.context.database.writing(seat.requester) as session:
        jit = (await session.scalars(select(Jit).where(Jit.id == seat.jit))).one()
        if jit.quorum == 0:
            reason = "Each party relies on a witness that the host does not run."
            await witnesses.agree(session, seat, 1, clause="Clause 12", reason=reason, expected=jit.version)
