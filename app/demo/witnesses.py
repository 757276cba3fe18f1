"""Witnesses of both teams: a running one of Lantern, with a quorum; three of Sextant, of which one falls asleep and lags.

They cosign through the code that asks and judges any witness. Germany's of Lantern is `liaison witness serve` in a process of its
own, which starts and ends with the server; its team's agreement demands one cosignature. Greece's of Sextant falls asleep after its first.
Deliberately not here: where they are and how they are asked (`ledger/demo_witnesses.py`).
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
from app.ledger.demo_witnesses import ADDRESS, ENDING, Housed
from app.ledger.journal import Ledger
from app.ledger.sequencer import sequence
from app.ledger.witnesses import Cosigning
from app.models import Jit
from app.services.audit import witnesses
from app.settings import Settings
from app.vault import durable

#: Who names one in Sextant; the first one falls asleep before the others are named.
_SEXTANT: Final = (("gr", "nikos@gr.demo"), ("es", "pilar@es.demo"), ("nl", "bram@nl.demo"))
_LANTERN: Final = ("de", "jonas@de.demo")
_ADMINISTRATOR: Final = "admin@nl.demo"


async def cosign(team: Team) -> None:
    """Name them, each once, and have them cosign what there is by then."""
    housed = Housed(team.context.settings.state)
    if team.spec.key == "lantern":
        country, leader = _LANTERN
        await _agree(team)
        await _name(team, housed, country, leader)
        await _round(team, housed, leader)
        housed.set_apart(_host(country))
        return
    for country, leader in _SEXTANT:
        await _name(team, housed, country, leader)
        await _round(team, housed, leader)
        housed.put_to_sleep(_host(_SEXTANT[0][0]))


async def _round(team: Team, housed: Housed, leader: str) -> None:
    """Publish what there is, and have it cosigned."""
    context, seat = team.context, team.seats[leader]
    while await sequence(context.database):
        pass
    await context.publisher.publish(Ledger(seat.jit, seat.ledger_origin), "clock")
    await Cosigning(context.database, context.settings.witness_networks, housed.ask).round()


def beside(settings: Settings) -> Callable[[], Awaitable[None]] | None:
    """What runs Lantern's beside a server of these settings; None where it is no demonstration."""
    return partial(keep_running, settings.state) if settings.demo and settings.loopback else None


async def keep_running(state: Path) -> None:
    """Run the processes of witnesses in this state folder, until cancelled. One that ends is started again by the caller."""
    async with asyncio.TaskGroup() as group:
        for folder in Housed(state).apart():
            group.create_task(_run(folder), name=folder.name)
        await asyncio.Event().wait()  # a demonstration of an earlier version has none


async def _run(folder: Path) -> None:
    """One process, at a free port of the loopback address. Raises `RuntimeError` when it ends."""
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


async def _name(team: Team, housed: Housed, country: str, leader: str) -> None:
    context: AppContext = team.context
    seat = team.seats[leader]
    host = _host(country)
    witness = housed.take_in(host, f"{host}/{team.spec.key}")
    if not any(known.key.name == seat.ledger_origin for known, _ in witness.logs()):
        witness.add_log(str(context.ledger_keys.signer(seat.ledger_origin).verifier))
    async with context.database.writing(seat.asking) as session:
        standing = await witnesses.list_all(session, seat, None)
        if all(one.party != seat.party_code for one in standing):
            url, networks = f"https://{host}/", context.settings.witness_networks
            await witnesses.name(session, seat, str(witness.key), url, networks, context.ledger_keys)


async def _agree(team: Team) -> None:
    """The quorum of the agreement: one party's witness."""
    seat = team.seats[_ADMINISTRATOR]
    async with team.context.database.writing(seat.asking) as session:
        jit = (await session.scalars(select(Jit).where(Jit.id == seat.jit))).one()
        if jit.quorum == 0:
            reason = "Each party relies on a witness that the host does not run."
            await witnesses.agree(session, seat, 1, clause="Clause 12", reason=reason, expected=jit.version)
